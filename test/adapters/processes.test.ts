import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProcesses } from '../../src/adapters/processes.ts';
import type { Processes, ProcessSpec } from '../../src/ports/processes.ts';
import { makeTestFolder } from './folder.ts';

let folder: string;
let processes: Processes;
beforeEach(async () => {
  folder = await makeTestFolder();
  processes = createProcesses();
});
afterEach(() => processes.close());

const spec = (script: string): ProcessSpec => ({
  command: ['/bin/sh', '-c', script],
  environment: { HERE: folder },
  folder,
  log: join(folder, 'log'),
});
const patience = { timeout: 50_000 };
const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8').catch(() => '');
const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

describe('a process of ours', () => {
  it('runs where and with what it was told, and ends with all that it started', async () => {
    await processes.start('a', spec('sleep 600 & echo $! $$ >"$HERE/pids"; echo said; wait'));
    await expect.poll(() => text('pids'), patience).toMatch(/\n$/);
    await expect.poll(() => text('log'), patience).toBe('said\n');
    expect(processes.find('a')).toMatchObject({ running: true, restarts: 0, run: 1 });
    const pids = (await text('pids')).split(/\s+/).filter(Boolean).map(Number);
    await processes.stop('a');
    expect(processes.find('a')).toBeNull();
    for (const pid of pids) await expect.poll(() => isGone(pid), patience).toBe(true);
  });

  it('is started again when it ends, and that is counted', async () => {
    await processes.start('a', spec('exit 3'));
    await expect.poll(() => processes.find('a')?.restarts ?? 0, patience).toBeGreaterThan(1);
    expect(processes.find('a')?.ended).toBe('exit 3');
  });

  it('that cannot be stopped politely is stopped', async () => {
    await processes.start('a', spec('trap "" TERM; echo $$ >"$HERE/pids"; while true; do sleep 1; done'));
    await expect.poll(() => text('pids'), patience).toMatch(/\n$/);
    const pid = Number(await text('pids'));
    await processes.stop('a');
    await expect.poll(() => isGone(pid), patience).toBe(true);
  });

  it('is told to read its files again', async () => {
    await processes.start(
      'a',
      spec('trap "echo again >\\"$HERE/told\\"" HUP; echo up >"$HERE/up"; while true; do sleep 0.1; done'),
    );
    await expect.poll(() => text('up'), patience).toBe('up\n');
    expect(processes.reload('a')).toBe(true);
    await expect.poll(() => text('told'), patience).toBe('again\n');
    expect(processes.find('a')?.restarts).toBe(0);
    expect(processes.reload('nobody')).toBe(false);
  });

  it('does not outlive us, though we die without a word', async () => {
    const child = join(folder, 'child.mjs');
    const adapter = new URL('../../src/adapters/processes.ts', import.meta.url).pathname;
    const typescript = new URL('git/load-typescript.mjs', import.meta.url).pathname;
    await writeFile(
      child,
      `import { createProcesses } from '${adapter}';
await createProcesses().start('a', ${JSON.stringify(spec('sleep 600 & echo $! $$ >"$HERE/pids"; wait'))});
setInterval(() => {}, 1000);`,
    );
    const parent = spawn(process.execPath, ['--import', typescript, child], { stdio: 'ignore' });
    await expect.poll(() => text('pids'), patience).toMatch(/\n$/);
    const pids = (await text('pids')).split(/\s+/).filter(Boolean).map(Number);
    expect(pids.some(isGone)).toBe(false);
    parent.kill('SIGKILL');
    for (const pid of pids) await expect.poll(() => isGone(pid), patience).toBe(true);
  });
});
