import { gzipSync } from 'node:zlib';

const sector = 512;
const mebibyte = 1024 ** 2;
const entrySize = 128;
const entries = 128;
/** Of the table and its header, at the end of the disk. */
const backupSectors = 33;
const systemPartition = 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b';
const diskId = '6a1b6d0e-0f5e-4a57-9a0b-5a5b1a3b0001';
const partitionId = '6a1b6d0e-0f5e-4a57-9a0b-5a5b1a3b0002';

/** A whole disk with one EFI system partition of so many bytes at 1 MiB (UEFI, GPT disk layout), and nothing in it. */
export function gptDisk(bytes: number): Buffer {
  const disk = Buffer.alloc(2 * mebibyte + bytes);
  const sectors = disk.length / sector;
  const table = Buffer.alloc(entrySize * entries);
  guid(systemPartition).copy(table, 0);
  guid(partitionId).copy(table, 16);
  table.writeBigUInt64LE(BigInt(mebibyte / sector), 32);
  table.writeBigUInt64LE(BigInt((mebibyte + bytes) / sector - 1), 40);
  table.write('EFI system', 56, 'utf16le');
  protect(disk, sectors);
  header({ at: 1, other: sectors - 1, table: 2, sectors, entries: table }).copy(disk, sector);
  table.copy(disk, 2 * sector);
  const backup = sectors - backupSectors;
  table.copy(disk, backup * sector);
  header({ at: sectors - 1, other: 1, table: backup, sectors, entries: table }).copy(disk, (sectors - 1) * sector);
  return disk;
}

/** For whoever knows no GPT: one partition over all of it. */
function protect(disk: Buffer, sectors: number): void {
  disk.writeUInt8(0xee, 446 + 4);
  disk.writeUInt32LE(1, 446 + 8);
  disk.writeUInt32LE(sectors - 1, 446 + 12);
  disk.writeUInt16LE(0xaa55, 510);
}

interface Header {
  readonly at: number;
  readonly other: number;
  readonly table: number;
  readonly sectors: number;
  readonly entries: Buffer;
}

function header({ at, other, table, sectors, entries: listed }: Header): Buffer {
  const bytes = Buffer.alloc(92);
  bytes.write('EFI PART', 0, 'latin1');
  bytes.writeUInt32LE(0x10000, 8);
  bytes.writeUInt32LE(bytes.length, 12);
  bytes.writeBigUInt64LE(BigInt(at), 24);
  bytes.writeBigUInt64LE(BigInt(other), 32);
  bytes.writeBigUInt64LE(BigInt(34), 40);
  bytes.writeBigUInt64LE(BigInt(sectors - backupSectors - 1), 48);
  guid(diskId).copy(bytes, 56);
  bytes.writeBigUInt64LE(BigInt(table), 72);
  bytes.writeUInt32LE(entries, 80);
  bytes.writeUInt32LE(entrySize, 84);
  bytes.writeUInt32LE(crc32(listed), 88);
  bytes.writeUInt32LE(crc32(bytes), 16);
  return bytes;
}

/** As gzip writes it behind the data (RFC 1952), which saves a table here. */
const crc32 = (bytes: Buffer): number => gzipSync(bytes).readUInt32LE(gzipSync(bytes).length - 8);

/** The first three fields are little-endian. */
function guid(text: string): Buffer {
  const bytes = Buffer.from(text.replaceAll('-', ''), 'hex');
  for (const [from, to] of [
    [0, 4],
    [4, 6],
    [6, 8],
  ] as const)
    bytes.subarray(from, to).reverse();
  return bytes;
}
