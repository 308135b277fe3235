import type { Result } from '../model/result.ts';

/** Programs that run beside us for as long as we do. */
export interface Processes {
  /** Ends what runs under this name, and starts this instead; it is started again whenever it ends. */
  start(name: string, spec: ProcessSpec): Promise<Result<void, string>>;
  /** Tells it to read its files again. False: there is none. */
  reload(name: string): boolean;
  /** Ends it with all that it started; returns when it has ended. */
  stop(name: string): Promise<void>;
  find(name: string): ProcessState | null;
  /** Ends all of them. They also end when we die without a word. */
  close(): Promise<void>;
}

export interface ProcessSpec {
  readonly command: readonly string[];
  /** All of it: nothing of ours is handed on but PATH. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where it starts; created. */
  readonly folder: string;
  /** What it says goes here. */
  readonly log: string;
}

export interface ProcessState {
  readonly spec: ProcessSpec;
  readonly running: boolean;
  /** Changes with every start. */
  readonly run: number;
  /** How often it has ended and was started again since `start`. */
  readonly restarts: number;
  /** Since its present start. */
  readonly seconds: number;
  /** How it ended last; empty: it has not. */
  readonly ended: string;
}
