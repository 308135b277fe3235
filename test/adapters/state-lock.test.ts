import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readHost } from '../../src/adapters/host.ts';
import { markOwnProcess, type ProcessMark } from '../../src/adapters/process-mark.ts';
import { lockState, type StateLock } from '../../src/adapters/state-lock.ts';
import { makeTestFolder } from './folder.ts';

const host = await readHost();

async function lock(folder: string): Promise<StateLock> {
  const result = await lockState(folder, host);
  if (!result.ok) throw new Error(result.error);
  onTestFinished(() => result.value.release());
  return result.value;
}

const lockFiles = async (folder: string): Promise<readonly string[]> => (await readdir(folder)).sort();

/** Another process of this host, which does nothing. */
async function startOther(): Promise<{ readonly child: ChildProcess; readonly mark: ProcessMark }> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6); console.log("up")']);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  return { child, mark: await markOwnProcess({ ...host, pid: child.pid ?? 0 }) };
}

const leaveMark = (folder: string, number: number, mark: ProcessMark): Promise<void> =>
  writeFile(join(folder, `process.lock.${number}`), JSON.stringify(mark));

test('the second one is told who holds it, until the first lets go', async () => {
  const folder = join(await makeTestFolder(), 'state');
  const first = await lock(folder);
  const second = await lockState(folder, host);
  expect(second).toMatchObject({ ok: false, error: expect.stringContaining(`process ${process.pid} on ${host.name}`) });
  await first.release();
  await lock(folder);
});

test('a holder that was killed is followed at once; a living one is not', async () => {
  const folder = await makeTestFolder();
  const { child, mark } = await startOther();
  await leaveMark(folder, 7, mark);
  expect(await lockState(folder, host)).toMatchObject({ ok: false });
  child.kill('SIGKILL');
  await once(child, 'exit');
  await lock(folder);
  expect(await lockFiles(folder)).toEqual(['process.lock.8']);
});

test('another process with the same pid is not the holder', async () => {
  const folder = await makeTestFolder();
  const { mark } = await startOther();
  await leaveMark(folder, 1, mark.startTime === null ? { ...mark, pid: 2 ** 22 + 1 } : { ...mark, startTime: '1' });
  await lock(folder);
});

test('where there is no /proc, a pid that can be signalled is the holder', async () => {
  const folder = await makeTestFolder();
  const { child, mark } = await startOther();
  await leaveMark(folder, 1, { ...mark, startTime: null });
  expect(await lockState(folder, host)).toMatchObject({ ok: false });
  child.kill('SIGKILL');
  await once(child, 'exit');
  await lock(folder);
});

test('a holder of before the host started anew is gone', async () => {
  const folder = await makeTestFolder();
  await leaveMark(folder, 1, { ...(await startOther()).mark, bootId: 'another' });
  await lock(folder);
});

test('a holder in another container counts for as long as it stirs', async () => {
  const folder = await makeTestFolder();
  await leaveMark(folder, 1, { ...(await startOther()).mark, pidNamespace: 'pid:[1]' });
  expect(await lockState(folder, host)).toMatchObject({
    ok: false,
    error: expect.stringContaining('in another container'),
  });
  const longAgo = new Date(Date.now() - 120_000);
  await utimes(join(folder, 'process.lock.1'), longAgo, longAgo);
  await lock(folder);
});

test('of many that ask at once exactly one gets it, whatever was left behind', async () => {
  const leftBehind = ['', '{"pid":1', 'null', 'released\n', JSON.stringify({ pid: -1 })];
  for (const content of leftBehind) {
    const folder = await makeTestFolder();
    await writeFile(join(folder, 'process.lock.3'), content);
    await writeFile(join(folder, 'process.lock.new-abandoned'), 'x');
    await writeFile(join(folder, 'process.lock.x'), 'not ours');
    const results = await Promise.all(Array.from({ length: 8 }, () => lockState(folder, host)));
    const winners = results.flatMap((result) => (result.ok ? [result.value] : []));
    expect(winners).toHaveLength(1);
    expect((await lockFiles(folder)).filter((name) => name.startsWith('process.lock.new-'))).toEqual([]);
    await winners[0]?.release();
  }
});

test('taken and released many times over by many, it never has two holders', async () => {
  const folder = await makeTestFolder();
  let holders = 0;
  let turns = 0;
  const compete = async (): Promise<void> => {
    for (let round = 0; round < 15; round += 1) {
      const result = await lockState(folder, host);
      if (!result.ok) continue;
      holders += 1;
      turns += 1;
      expect(holders).toBe(1);
      await readdir(folder);
      holders -= 1;
      await result.value.release();
    }
  };
  await Promise.all([compete(), compete(), compete(), compete()]);
  expect(turns).toBeGreaterThan(0);
  expect((await lockFiles(folder)).length).toBeLessThanOrEqual(2);
});
