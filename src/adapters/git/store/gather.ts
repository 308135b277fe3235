import { readdirSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type NamedObject, objectIdPattern } from '../object/id.ts';
import { breather } from './breathe.ts';
import { loosePath, readLoose } from './loose.ts';
import { buildPack } from './pack-build.ts';
import type { ObjectStore } from './store.ts';

/** More files than this and they are gathered into one pack; Git itself packs from 6,700. */
const looseMax = 4_000;
/** Taken into one pack at a time, by number and by size. */
const gatherMax = 50_000;
const gatherBytesMax = 128 * 1024 * 1024;

/**
 * Packs the objects that lie in files of their own, so that years of small commits do not become millions of files.
 * Nothing is lost: what no ref names is packed too, and a file goes only after the pack is durable.
 */
export async function gatherLoose(store: ObjectStore): Promise<void> {
  if (estimateLoose(store.folder) <= looseMax) return;
  const breathe = breather();
  const objects: NamedObject[] = [];
  let bytes = 0;
  for (const id of await store.looseIds(gatherMax)) {
    const object = readLoose(store.folder, id, gatherBytesMax);
    if (object === null || object === 'too-large') continue;
    objects.push({ ...object, id });
    bytes += object.content.length;
    if (bytes > gatherBytesMax) break;
    await breathe();
  }
  await store.writePack(await buildPack(objects));
  for (const { id } of objects) await unlink(loosePath(store.folder, id));
}

/** Ids are spread evenly, so one of the 256 folders tells for all; so does `git gc --auto`. */
function estimateLoose(folder: string): number {
  let names: string[];
  try {
    names = readdirSync(join(folder, '17'));
  } catch {
    return 0;
  }
  return names.filter((name) => objectIdPattern.test(`17${name}`)).length * 256;
}
