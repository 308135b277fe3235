import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ObjectId } from '../../../model/names.ts';
import type { NamedObject } from '../object/id.ts';
import { joining, slices } from '../object/slices.ts';
import { breather, unhurried } from './breathe.ts';
import { compress } from './deflate.ts';
import { writeEntryHead } from './pack-entry.ts';
import { encodingPackIndex, type IndexEntry } from './pack-index.ts';

export interface BuiltPack {
  /** `pack-<sum>`, as Git names them. */
  readonly name: string;
  readonly pack: Buffer;
  readonly index: Buffer;
}

const packHeader = (count: number): Buffer => {
  const header = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  header.writeUInt32BE(count, 8);
  return header;
};

/** A pack of whole objects, without deltas; the objects must be different ones. */
export async function buildPack(objects: readonly NamedObject[]): Promise<BuiltPack> {
  const breathe = breather();
  const hash = createHash('sha1');
  const parts: Buffer[] = [];
  const entries: IndexEntry[] = [];
  let offset = 0;
  const add = async (part: Buffer, id?: ObjectId) => {
    let crc = 0;
    const take = (slice: Uint8Array) => {
      hash.update(slice);
      crc = crc32(slice, crc);
    };
    await unhurried(slices(part, take), breathe);
    if (id !== undefined) entries.push({ id, offset, crc });
    parts.push(part);
    offset += part.length;
    await breathe();
  };
  await add(packHeader(objects.length));
  for (const { id, kind, content } of objects) {
    await add(Buffer.concat([writeEntryHead(kind, content.length), await compress(content)]), id);
  }
  const sum = hash.digest();
  return {
    name: `pack-${sum.toString('hex')}`,
    pack: await unhurried(joining([...parts, sum]), breathe),
    index: await unhurried(encodingPackIndex(entries, sum), breathe),
  };
}
