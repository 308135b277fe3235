import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { GitObject, NamedObject } from '../object/id.ts';
import { breather } from './breathe.ts';
import { writeEntryHead } from './pack-entry.ts';
import { encodePackIndex, type IndexEntry } from './pack-index.ts';

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

const packEntry = (object: GitObject): Buffer =>
  Buffer.concat([writeEntryHead(object.kind, object.content.length), deflateSync(object.content)]);

/** A pack of whole objects, without deltas; the objects must be different ones. */
export async function buildPack(objects: readonly NamedObject[]): Promise<BuiltPack> {
  const breathe = breather();
  const parts: Buffer[] = [packHeader(objects.length)];
  const entries: IndexEntry[] = [];
  let offset = parts[0]?.length ?? 0;
  for (const object of objects) {
    const entry = packEntry(object);
    entries.push({ id: object.id, offset, crc: crc32(entry) });
    parts.push(entry);
    offset += entry.length;
    await breathe();
  }
  const body = Buffer.concat(parts);
  const sum = createHash('sha1').update(body).digest();
  return {
    name: `pack-${sum.toString('hex')}`,
    pack: Buffer.concat([body, sum]),
    index: encodePackIndex(entries, sum),
  };
}
