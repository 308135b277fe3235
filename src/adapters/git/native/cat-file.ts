import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ObjectId } from '../../../model/names.ts';
import { Damage } from '../object/damage.ts';
import { type GitObject, idOf, isObjectKind } from '../object/id.ts';
import { readLoose } from '../store/loose.ts';
import { BatchAnswers } from './batch-answers.ts';
import { killGroup } from './run-git.ts';

export interface CatFileOptions {
  readonly gitDir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly deadlineMs: number;
}

/** Git's exit code when it gives up by itself. */
const diedOfDamage = 128;

type Answer = GitObject | 'too-large' | null;

/**
 * One long-lived `git cat-file --batch`: an id goes in, an object comes out, without a process per object. Requests are
 * served one batch after the other. Every object is hashed here, since Git does not when it reads.
 */
export class CatFile {
  readonly #options: CatFileOptions;
  readonly #damaged: () => void;
  #child: ChildProcessWithoutNullStreams | undefined;
  #answers = new BatchAnswers();
  #queue: Promise<unknown> = Promise.resolve();

  /** `damaged` is called when an object is torn; it then reads as missing. */
  constructor(options: CatFileOptions, damaged: () => void) {
    this.#options = options;
    this.#damaged = damaged;
  }

  read(ids: readonly ObjectId[], bytesMax: number): Promise<readonly Answer[]> {
    const turn = this.#queue.then(() => this.#readBatch(ids, bytesMax));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    await this.#queue;
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('close', done));
    child.stdin.end();
    const timer = setTimeout(() => killGroup(child), 1_000);
    await ended;
    clearTimeout(timer);
  }

  /** Git dies at a torn object and takes the rest of the batch with it; the rest is asked again of a new process. */
  async #readBatch(ids: readonly ObjectId[], bytesMax: number): Promise<readonly Answer[]> {
    const found: Answer[] = [];
    while (found.length < ids.length) {
      const child = this.#running();
      found.push(...(await this.#ask(child, ids.slice(found.length), bytesMax)));
      if (found.length === ids.length) break;
      if (child.exitCode === diedOfDamage) {
        this.#damaged();
        found.push(null);
      } else {
        // Killed at the deadline, or never started: nothing is known of the objects.
        found.push(...ids.slice(found.length).map(() => null));
      }
    }
    return found;
  }

  /** As many answers as came before the process ended. */
  async #ask(child: ChildProcessWithoutNullStreams, ids: readonly ObjectId[], bytesMax: number): Promise<Answer[]> {
    const answers = this.#answers;
    const timer = setTimeout(() => killGroup(child), this.#options.deadlineMs);
    const found: Answer[] = [];
    // Written without waiting: the child answers while it reads, and Node keeps what the pipe does not take yet.
    child.stdin.write(ids.map((id) => `${id}\n`).join(''));
    try {
      for (const id of ids) {
        const answer = await answers.next(bytesMax);
        if (answer === 'ended') break;
        timer.refresh();
        found.push(this.#checked(id, answer, bytesMax));
      }
    } finally {
      clearTimeout(timer);
    }
    return found;
  }

  #checked(
    id: ObjectId,
    answer: { kind: string; content: Buffer } | 'too-large' | 'missing',
    bytesMax: number,
  ): Answer {
    if (answer === 'missing') return this.#missing(id, bytesMax);
    if (answer === 'too-large') return answer;
    if (isObjectKind(answer.kind) && idOf(answer.kind, answer.content) === id) {
      return { kind: answer.kind, content: answer.content };
    }
    this.#damaged();
    return null;
  }

  /** Git also says "missing" of an object whose file is there and empty. */
  #missing(id: ObjectId, bytesMax: number): Answer {
    try {
      return readLoose(join(this.#options.gitDir, 'objects'), id, bytesMax);
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      this.#damaged();
      return null;
    }
  }

  #running(): ChildProcessWithoutNullStreams {
    if (this.#child) return this.#child;
    const child = spawn('git', [`--git-dir=${this.#options.gitDir}`, 'cat-file', '--batch'], {
      cwd: this.#options.gitDir,
      env: this.#options.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const answers = new BatchAnswers();
    const ended = () => {
      answers.end();
      if (this.#child === child) this.#child = undefined;
    };
    child.stdout.on('data', (chunk: Buffer) => answers.push(chunk));
    child.stderr.resume();
    child.stdin.on('error', () => undefined);
    child.on('error', ended);
    child.on('close', ended);
    this.#child = child;
    this.#answers = answers;
    return child;
  }
}
