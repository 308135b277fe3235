import { statSync } from 'node:fs';
import { link, readdir, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  existsAt,
  hasCode,
  isAbsent,
  makeFolder,
  readIfThere,
  temporaryName,
  writeDurably,
  writeSynced,
} from './files.ts';

export interface LockedRef {
  /** Puts the lock's content in the ref's place; the lock is gone with it. */
  place(): Promise<void>;
  /** Gives the lock back if it is still held, and forgets it. */
  release(): Promise<void>;
}

const pauseMs = 20;

/**
 * Git's `<ref>.lock`: whoever creates the file may move the ref. Git never takes over a lock that was left behind, since
 * it cannot know whose it is. We note beside it which file we are about to link there, so that after a crash our own
 * lock is known by its inode and content and is taken away; a foreign one is waited for and then left alone.
 */
export class RefLock {
  readonly #notes: string;
  readonly #temporaries: string;
  readonly #waitMs: number;

  /** `notes` is a folder of our own; `temporaries` lies on the refs' file system and is no place for refs. */
  constructor(options: { readonly notes: string; readonly temporaries: string; readonly waitMs: number }) {
    this.#notes = options.notes;
    this.#temporaries = options.temporaries;
    this.#waitMs = options.waitMs;
  }

  /** `null`: somebody else's lock stayed for as long as we wait. */
  async take(path: string, content: Buffer, makeFolderOf: () => Promise<void>): Promise<LockedRef | null> {
    const lockPath = `${path}.lock`;
    const draft = join(this.#temporaries, temporaryName());
    const note = join(this.#notes, `${basename(draft)}.json`);
    await writeSynced(draft, content, 0o644);
    const forget = async () => {
      await unlinkIfThere(draft);
      await unlinkIfThere(note);
    };
    try {
      await makeFolder(this.#notes);
      const inode = statSync(draft).ino;
      await writeDurably(
        note,
        Buffer.from(JSON.stringify({ pid: process.pid, lockPath, inode, content: content.toString('latin1') })),
      );
      if (!(await this.#link(draft, lockPath, makeFolderOf))) {
        await forget();
        return null;
      }
    } catch (error) {
      await forget();
      throw error;
    }
    let held = true;
    return {
      place: async () => {
        await rename(lockPath, path);
        held = false;
      },
      release: async () => {
        if (held) await unlinkIfThere(lockPath);
        held = false;
        await forget();
      },
    };
  }

  /** Takes away locks that a process of ours left behind when it ended; not those of one that still runs. */
  async reclaim(): Promise<void> {
    if (!existsAt(this.#notes)) return;
    for (const name of await readdir(this.#notes)) {
      const path = join(this.#notes, name);
      const note = name.endsWith('.json') ? readNote(path) : null;
      if (note && isRunning(note.pid)) continue;
      if (note && isTheSame(note)) await unlinkIfThere(note.lockPath);
      await unlinkIfThere(path);
    }
  }

  async #link(draft: string, lockPath: string, makeFolderOf: () => Promise<void>): Promise<boolean> {
    const end = performance.now() + this.#waitMs;
    for (;;) {
      try {
        await makeFolderOf();
        await link(draft, lockPath);
        return true;
      } catch (error) {
        // Git removes folders that become empty, also between our two steps.
        const passing = hasCode(error, 'EEXIST') || (isAbsent(error) && existsAt(dirname(dirname(lockPath))));
        if (!passing) throw error;
        if (performance.now() >= end) return false;
      }
      await sleep(pauseMs);
    }
  }
}

interface Note {
  readonly pid: number;
  readonly lockPath: string;
  readonly inode: number;
  readonly content: string;
}

function readNote(path: string): Note | null {
  let value: unknown;
  try {
    value = JSON.parse(readIfThere(path)?.toString('utf8') ?? 'null');
  } catch {
    // Torn in a crash, so the lock was not linked yet: the note is durable before.
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const fields: Record<string, unknown> = { ...value };
  const { pid, lockPath, inode, content } = fields;
  if (
    typeof pid !== 'number' ||
    typeof lockPath !== 'string' ||
    typeof inode !== 'number' ||
    typeof content !== 'string'
  )
    return null;
  return lockPath.endsWith('.lock') ? { pid, lockPath, inode, content } : null;
}

/** Our own id means an earlier life of ours: a container's first process is always number one. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** Inode numbers are used again, so the content must agree too. */
function isTheSame(note: Note): boolean {
  const status = statSync(note.lockPath, { throwIfNoEntry: false });
  return status?.ino === note.inode && readIfThere(note.lockPath)?.toString('latin1') === note.content;
}

async function unlinkIfThere(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}
