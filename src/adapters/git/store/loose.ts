import { join } from 'node:path';
import { constants, inflateSync } from 'node:zlib';
import type { ObjectId } from '../../../model/names.ts';
import { Damage } from '../object/damage.ts';
import { type GitObject, idOf, isObjectKind, type NamedObject, objectHeader } from '../object/id.ts';
import { compress } from './deflate.ts';
import { makeFolder, placeFile, readIfThere } from './files.ts';

/** An object in a file of its own: header and content, compressed together. */
export const loosePath = (objects: string, id: ObjectId): string => join(objects, id.slice(0, 2), id.slice(2));

/** Longest header: the longest kind, a size of 16 digits. */
const headerBytesMax = 32;

/** `null`: no such file. `'too-large'`: its header says more than `bytesMax`, and nothing more was unpacked. */
export function readLoose(objects: string, id: ObjectId, bytesMax: number): GitObject | 'too-large' | null {
  const packed = readIfThere(loosePath(objects, id));
  if (packed === null) return null;
  const { kind, size, start } = readHeader(packed);
  if (size > bytesMax) return 'too-large';
  let whole: Buffer;
  try {
    whole = inflateSync(packed, { maxOutputLength: start + size + 1 });
  } catch (error) {
    throw new Damage(`object ${id} does not unpack`, { cause: error });
  }
  const content = whole.subarray(start);
  if (content.length !== size || idOf(kind, content) !== id) throw new Damage(`object ${id} is not what its name says`);
  return { kind, content };
}

function readHeader(packed: Buffer): { kind: GitObject['kind']; size: number; start: number } {
  const head = inflateHead(packed);
  const end = head.indexOf(0);
  const [kind = '', digits = ''] = end < 0 ? [] : head.toString('latin1', 0, end).split(' ');
  if (!isObjectKind(kind) || !/^\d{1,15}$/.test(digits)) throw new Damage('an object file has no readable header');
  return { kind, size: Number(digits), start: end + 1 };
}

/** The first bytes only, whatever else the file unpacks to. */
function inflateHead(packed: Buffer): Buffer {
  try {
    // A stream cut off at the front of its output; `finishFlush` takes what can be had from the first bytes of input.
    return inflateSync(packed.subarray(0, 128), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 1 << 18,
    }).subarray(0, headerBytesMax);
  } catch (error) {
    throw new Damage('an object file does not unpack', { cause: error });
  }
}

/** Returns the folder that must be synced for the file's name to last. An object that is there and sound is left alone. */
export async function writeLoose(objects: string, object: NamedObject): Promise<string | null> {
  if (isSound(objects, object)) return null;
  const path = loosePath(objects, object.id);
  const folder = join(objects, object.id.slice(0, 2));
  await makeFolder(folder);
  const whole = Buffer.concat([objectHeader(object.kind, object.content.length), object.content]);
  await placeFile(path, await compress(whole), { mode: 0o444 });
  return folder;
}

/** Git never writes an object that exists, even a torn one; we do, since the name says what the bytes must be. */
function isSound(objects: string, object: NamedObject): boolean {
  try {
    const there = readLoose(objects, object.id, object.content.length);
    return there !== null && there !== 'too-large';
  } catch (error) {
    if (error instanceof Damage) return false;
    throw error;
  }
}
