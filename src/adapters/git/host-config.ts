import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { readIfThere } from './store/files.ts';

/** A repository's own configuration, as far as it decides what we may do: `section[.subsection].key` → last value. */
export function readHostConfig(gitDir: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let section = '';
  for (const raw of readIfThere(join(gitDir, 'config'))?.toString('utf8').split('\n') ?? []) {
    let line = raw.trim();
    const head = /^\[\s*([\w.-]+)(?:\s+"([^"]*)")?\s*\]/.exec(line);
    if (head?.[1]) {
      section = head[2] === undefined ? head[1].toLowerCase() : `${head[1].toLowerCase()}.${head[2]}`;
      // Git takes a first value on the same line.
      line = line.slice(head[0].length).trim();
    }
    const pair = /^([\w-]+)\s*(?:=\s*"?([^"#;]*)"?)?/.exec(line);
    if (pair?.[1] && section !== '') values.set(`${section}.${pair[1].toLowerCase()}`, pair[2]?.trim() ?? 'true');
  }
  return values;
}

/** Hooks by which a repository may refuse a push. */
const deciding = ['pre-receive', 'update', 'proc-receive', 'reference-transaction'] as const;

/**
 * The name of a hook that Git would ask before it let a push in; `null`: there is none. Only Git runs hooks, so where
 * there is one this adapter does not push past it.
 */
export function findDecidingHook(gitDir: string, config: ReadonlyMap<string, string>): string | null {
  const set = config.get('core.hookspath');
  const folder = set === undefined ? join(gitDir, 'hooks') : isAbsolute(set) ? set : resolve(gitDir, set);
  for (const name of deciding) {
    const path = join(folder, name);
    if (existsSync(path) && (statSync(path).mode & 0o111) !== 0) return name;
  }
  return null;
}

/** The branch that somebody has checked out; Git does not let a push move it under them. `null`: no work tree. */
export function findCheckedOut(gitDir: string, config: ReadonlyMap<string, string>): string | null {
  if (config.get('core.bare') === 'true' || !gitDir.endsWith('/.git')) return null;
  return /^ref: (\S+)/.exec(readIfThere(join(gitDir, 'HEAD'))?.toString('utf8') ?? '')?.[1] ?? null;
}
