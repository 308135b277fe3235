import { readdirSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectId } from '../../../model/names.ts';
import { Damage } from '../object/damage.ts';
import { type NamedObject, objectIdPattern } from '../object/id.ts';
import { breather } from './breathe.ts';
import { isAbsent } from './files.ts';
import { loosePath } from './loose.ts';
import { buildPack } from './pack-build.ts';
import { PackFile } from './pack-file.ts';
import type { ObjectStore } from './store.ts';

/** More files than this and they are gathered into one pack; Git itself packs from 6,700. */
const looseMax = 4_000;
/** More packs than this of one size, in objects, and they become one: each object is moved a few times in all. */
const packsMax = 50;
const packSizes = [500, 10_000, 100_000] as const;
/** Taken into one pack at a time. */
const objectsMax = 50_000;
const bytesMax = 128 * 1024 * 1024;
/** What is larger stays where it is. */
const objectBytesMax = 8 * 1024 * 1024;

/**
 * Puts together what years of small fetches and commits leave behind: an object a file, a pack a fetch. Nothing is lost,
 * also what no ref names: a file goes only after its objects are durable in a new pack.
 */
export async function gather(store: ObjectStore): Promise<void> {
  if (estimateLoose(store.folder) > looseMax) await gatherFiles(store);
  await gatherPacks(store, findCrowd(store.folder));
}

async function gatherFiles(store: ObjectStore): Promise<void> {
  const load = new Load(store);
  for (const id of await store.looseIds(objectsMax)) await load.add([id]);
  if (load.objects.length === 0) return;
  await store.writePack(await buildPack(load.objects));
  for (const { id } of load.objects) await unlink(loosePath(store.folder, id));
}

async function gatherPacks(store: ObjectStore, stems: readonly string[]): Promise<void> {
  const load = new Load(store);
  const whole: string[] = [];
  for (const stem of stems) {
    const ids = PackFile.open(stem)?.ids();
    if (ids && (await load.add(ids))) whole.push(stem);
  }
  if (whole.length < 2) return;
  const built = await buildPack(load.objects);
  await store.writePack(built);
  await dropPacks(whole.filter((stem) => !stem.endsWith(built.name)));
}

/** What goes into one pack, within bounds. */
class Load {
  readonly objects: NamedObject[] = [];
  readonly #store: ObjectStore;
  readonly #ids = new Set<ObjectId>();
  readonly #breathe = breather();
  #bytes = 0;

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  /** All of them or none: false where there is no room, or one is torn and must stay for whoever reads it to find. */
  async add(ids: readonly ObjectId[]): Promise<boolean> {
    const added: NamedObject[] = [];
    let bytes = 0;
    for (const id of ids) {
      if (this.#ids.has(id)) continue;
      const object = readSound(this.#store, id);
      if (object === null) return false;
      added.push(object);
      bytes += object.content.length;
      if (this.#bytes + bytes > bytesMax || this.objects.length + added.length > objectsMax) return false;
      await this.#breathe();
    }
    for (const object of added) {
      this.objects.push(object);
      this.#ids.add(object.id);
    }
    this.#bytes += bytes;
    return true;
  }
}

function readSound(store: ObjectStore, id: ObjectId): NamedObject | null {
  try {
    const object = store.read(id, objectBytesMax);
    return object === null || object === 'too-large' ? null : { ...object, id };
  } catch (error) {
    if (error instanceof Damage) return null;
    throw error;
  }
}

/** Ids are spread evenly, so one of the 256 folders tells for all; so does `git gc --auto`. */
const estimateLoose = (folder: string): number =>
  list(join(folder, '17')).filter((name) => objectIdPattern.test(`17${name}`)).length * 256;

/** Paths, without ending, of packs that are many and of one size; the smallest such size first. */
function findCrowd(folder: string): string[] {
  const packs = join(folder, 'pack');
  const stems = list(packs).flatMap((name) => (name.endsWith('.idx') ? [join(packs, name.slice(0, -4))] : []));
  if (stems.length <= packsMax) return [];
  const counts = stems.map((stem) => ({ stem, count: PackFile.open(stem)?.count ?? 0 }));
  for (const size of packSizes) {
    const alike = counts.filter(({ count }) => count <= size);
    if (alike.length > packsMax) return alike.map(({ stem }) => stem);
  }
  return [];
}

/** The index first: a pack without one is invisible. */
async function dropPacks(stems: readonly string[]): Promise<void> {
  for (const stem of stems) {
    for (const ending of ['idx', 'rev', 'pack']) {
      await unlink(`${stem}.${ending}`).catch((error: unknown) => {
        if (!isAbsent(error)) throw error;
      });
    }
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}
