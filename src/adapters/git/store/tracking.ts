import { readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommitId } from '../../../model/names.ts';
import type { RefName } from '../../../ports/repo.ts';
import { Damage } from '../object/damage.ts';
import { existsAt, isAbsent, writeDurably } from './files.ts';
import { trackingRef } from './ref-name.ts';
import { RefFiles } from './refs.ts';

/**
 * Where the remote's refs were last seen, as refs of our own clone: every object behind one of them is here. They only
 * save work; what a ref is, the remote says each time.
 */
export const readTracked = (gitDir: string, ref: RefName): CommitId | null => readOrDrop(gitDir, trackingRef(ref));

export const writeTracked = (gitDir: string, ref: RefName, id: CommitId): Promise<void> =>
  writeDurably(join(gitDir, trackingRef(ref)), Buffer.from(`${id}\n`));

export function listTracked(gitDir: string): CommitId[] {
  const folder = 'refs/nanometal/remote';
  const names = readdirSync(join(gitDir, folder)).filter((name) => !name.endsWith('.lock') && !name.startsWith('tmp_'));
  return names.map((name) => readOrDrop(gitDir, `${folder}/${name}`)).filter((id) => id !== null);
}

/** A torn one is as good as none, and would be in Git's way. */
function readOrDrop(gitDir: string, ref: string): CommitId | null {
  try {
    return new RefFiles(gitDir).read(ref);
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    unlinkSync(join(gitDir, ref));
    return null;
  }
}

const mark = (gitDir: string): string => join(gitDir, 'nanometal-damaged');

/** The clone holds a torn object. Kept on disk, so that a restart does not have to find it again. */
export const isMarkedDamaged = (gitDir: string): boolean => existsAt(mark(gitDir));

export function markDamaged(gitDir: string, message: string): void {
  try {
    writeFileSync(mark(gitDir), `${message}\n`);
  } catch (error) {
    // The clone was just put aside.
    if (!isAbsent(error)) throw error;
  }
}
