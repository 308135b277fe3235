/**
 * One process a state folder. The lock is a file `process.lock.<n>` that names its holder; the highest n counts. It is
 * taken by creating n + 1 with link(2), which only one of many can do and which shows the file with all its content. A
 * number is never taken back: a holder that leaves puts a `released` file above its own, so a process that was slow
 * between looking and linking finds a higher number and steps back. The folder must be on a file system of this host.
 */
import { randomUUID } from 'node:crypto';
import { link, open, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '../model/result.ts';
import type { Host } from '../ports/host.ts';
import { codeOf, isMissing } from './error-code.ts';
import { makeFolder, syncFolder } from './folder.ts';
import { findProcess, markOwnProcess, type ProcessMark, parseProcessMark } from './process-mark.ts';

const prefix = 'process.lock.';
/** A whole file under such a name is linked to its number; what a crash leaves of them, the next holder removes. */
const unlinked = 'process.lock.new-';
const released = 'released\n';
/** Losing a race this often means that something else is wrong. */
const attemptsMax = 16;
const heartbeatMs = 5_000;
/** A holder that we cannot see, in another container perhaps, counts as gone after this silence. */
const silenceMs = 60_000;

export interface StateLock {
  release(): Promise<void>;
}

/** The error is for people and names the holder. */
export async function lockState(folder: string, host: Host): Promise<Result<StateLock, string>> {
  const root = resolve(folder);
  await makeFolder(root);
  const own = await markOwnProcess(host);
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const top = await findHighest(root);
    if (top > 0) {
      const holder = await findHolder(root, top, own);
      if (holder === 'changed') continue;
      if (holder !== null) return fail(refusal(root, holder, own));
    }
    if (!(await place(root, top + 1, `${JSON.stringify(own)}\n`))) continue;
    // Between looking and linking, others may have come and gone; a higher number than ours was there before us.
    if ((await findHighest(root)) > top + 1) {
      await remove(root, top + 1);
      continue;
    }
    await sweep(root, top + 1);
    return ok(hold(root, top + 1));
  }
  return fail(`the lock in ${root} changed hands ${attemptsMax} times while this process asked for it; try again`);
}

function refusal(root: string, holder: ProcessMark, own: ProcessMark): string {
  const where = holder.pidNamespace === own.pidNamespace ? '' : ', in another container';
  return `the state folder ${root} is in use by process ${holder.pid} on ${holder.host}${where}; stop that one, or name another folder with --state`;
}

/** Keeps the file's time moving, which is how a process in another container sees that we are alive. */
function hold(root: string, number: number): StateLock {
  const file = join(root, `${prefix}${number}`);
  const beat = setInterval(() => {
    const now = new Date();
    // A heartbeat that fails is a silence, and silence is what the other side measures.
    utimes(file, now, now).catch(() => undefined);
  }, heartbeatMs);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      await place(root, number + 1, released);
      await remove(root, number);
    },
  };
}

/** `null`: nobody holds it any more. `changed`: look again. */
async function findHolder(root: string, number: number, own: ProcessMark): Promise<ProcessMark | null | 'changed'> {
  const file = join(root, `${prefix}${number}`);
  try {
    const text = await readFile(file, 'utf8');
    // What is no mark was not linked by us as a whole file: nobody stands behind it.
    const mark = text === released ? null : parseProcessMark(text);
    if (mark === null) return null;
    const found = await findProcess(mark, own);
    if (found === 'gone') return null;
    if (found === 'unseen' && Date.now() - (await stat(file)).mtimeMs > silenceMs) return null;
    return mark;
  } catch (error) {
    if (isMissing(error)) return 'changed';
    throw error;
  }
}

/** 0: there is none. */
async function findHighest(root: string): Promise<number> {
  return (await listNumbers(root)).reduce((highest, number) => Math.max(highest, number), 0);
}

async function listNumbers(root: string): Promise<readonly number[]> {
  const names = await readdir(root);
  return names
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .filter((number) => /^[1-9][0-9]{0,14}$/.test(number))
    .map(Number);
}

/** False: the number is taken, or somebody who got the lock swept our file away. */
async function place(root: string, number: number, content: string): Promise<boolean> {
  const temporary = join(root, `${unlinked}${randomUUID()}`);
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(temporary, join(root, `${prefix}${number}`));
    await syncFolder(root);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || isMissing(error)) return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

const remove = (root: string, number: number): Promise<void> => rm(join(root, `${prefix}${number}`), { force: true });

async function sweep(root: string, own: number): Promise<void> {
  for (const lower of await listNumbers(root)) if (lower < own) await remove(root, lower);
  const names = await readdir(root);
  for (const name of names.filter((name) => name.startsWith(unlinked))) await rm(join(root, name), { force: true });
}
