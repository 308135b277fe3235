import type { FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openDisk } from '../../src/adapters/disk.ts';
import { makeTestFolder } from './folder.ts';

const { calls } = vi.hoisted((): { calls: string[] } => ({ calls: [] }));

/** The real calls, written down: what is durable depends on nothing but their order. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const watch = (path: string, handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          calls.push(`${String(name)} ${nameOf(path)}`);
          return Reflect.apply(value, target, given);
        };
      },
    });
  return {
    ...real,
    open: async (path: string, flags: string, mode?: number) => watch(path, await real.open(path, flags, mode)),
    rename: async (from: string, to: string) => {
      calls.push(`rename ${nameOf(from)} ${nameOf(to)}`);
      await real.rename(from, to);
    },
  };
});

/** The name without our pid. */
const nameOf = (path: string): string => basename(path).replace(`.${process.pid}.`, '.');

const made = (): readonly string[] => calls.splice(0).filter((call) => !/^(close|stat) /.test(call));

test('content is durable before its name is, and the name before the call ends', async () => {
  const folder = join(await makeTestFolder(), 'state');
  const disk = await openDisk(folder);
  expect(made()).toEqual([`sync ${basename(join(folder, '..'))}`]);
  await disk.write('file', new Uint8Array(3));
  expect(made()).toEqual(['writeFile file.tmp', 'sync file.tmp', 'rename file.tmp file', 'sync state']);
  await disk.append('log', new Uint8Array(3));
  expect(made()).toEqual(['sync state', 'writeFile log', 'datasync log']);
  await disk.append('log', new Uint8Array(3));
  expect(made()).toEqual(['writeFile log', 'datasync log']);
  await disk.truncate('log', 2);
  expect(made()).toEqual(['sync log']);
  await disk.remove('log');
  expect(made()).toEqual(['sync state']);
  await disk.close();
});
