import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const isThere = (path: string, mode: number): boolean => {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
};

/** What of these is not here: a program on the PATH, or a file by its path; by the package that brings it. */
export function missing(tools: Readonly<Record<string, string>>): readonly string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const has = (what: string): boolean =>
    what.startsWith('/')
      ? isThere(what, constants.R_OK)
      : folders.some((folder) => isThere(join(folder, what), constants.X_OK));
  return Object.keys(tools).filter((name) => !has(tools[name] ?? ''));
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Around {
  readonly cwd?: string;
  /** In place of everything else. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Runs a program to its end. */
export function tool(file: string, args: readonly string[], { cwd, env, input = '' }: Around = {}): Promise<Ran> {
  const options = {
    ...(cwd === undefined ? {} : { cwd }),
    env: env ?? process.env,
    timeout: 600_000,
    maxBuffer: 64 * 1024 * 1024,
  };
  return new Promise((resolve, reject) => {
    const child = execFile(file, args, options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
    // Who reads nothing may be gone already.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
