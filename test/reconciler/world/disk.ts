import type { Disk } from '../../../src/ports/disk.ts';

export type DiskContent = Map<string, Uint8Array>;

/** A state folder in memory: what is in `content` is on the platter. */
export function openMemoryDisk(content: DiskContent): Disk {
  return {
    read: async (path) => content.get(path) ?? null,
    async write(path, bytes) {
      content.set(path, Uint8Array.from(bytes));
    },
    async append(path, bytes) {
      content.set(path, Uint8Array.from(Buffer.concat([content.get(path) ?? new Uint8Array(), bytes])));
    },
    async truncate(path, size) {
      const before = content.get(path);
      if (before) content.set(path, before.slice(0, size));
    },
    async remove(path) {
      content.delete(path);
    },
  };
}
