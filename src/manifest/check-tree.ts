import type { FacilityName } from '../model/names.ts';
import { namePattern } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
import { bounded } from './bounded.ts';
import { limits } from './limits.ts';
import { didYouMean } from './nearest.ts';
import { homeOf, readPath } from './path.ts';
import { printablePath, shown } from './printable.ts';
import { facilitiesOf, scopeOf } from './scope.ts';

/** A file of a commit's tree, or a folder (040000), submodule (160000) or symlink (120000) in it. */
export interface TreeFile {
  /** From the root, with `/` between names. */
  readonly path: string;
  /** Six octal digits as Git has them. */
  readonly mode: string;
  /** Where known. */
  readonly bytes?: number;
}

/** What is wrong with the names, modes and places of one facility's files, before any of them is opened. */
export function checkTree(facility: FacilityName, entries: readonly TreeFile[]): Problem[] {
  const belonging = scopeOf(facility);
  const inside = entries.filter(({ path, mode }) => mode !== folderMode && belonging(path) === 'inside');
  const machines = inside.filter(({ path }) => readPath(path)?.kind === 'Machine').length;
  const bytes = inside.reduce((sum, entry) => sum + (entry.bytes ?? 0), 0);
  const tooLarge = explainSize(facility, machines, inside.length - machines, bytes);
  if (tooLarge !== null) return [tooLarge];
  const present = inside.some(({ path }) => path.startsWith(`facilities/${facility}/`));
  const missing = present ? [] : [explainMissing(facility, entries, inside.length)];
  return bounded([...missing, ...inside.flatMap((entry) => checkEntry(facility, entry) ?? [])]);
}

const folderMode = '040000';

/** One entry by itself, so that a caller who knows what changed need not look at the whole tree again. */
export function checkEntry(facility: FacilityName, { path, mode }: TreeFile): Problem | null {
  if (mode === folderMode || scopeOf(facility)(path) !== 'inside') return null;
  const file = printablePath(path);
  if (mode !== '100644') {
    const what = modes[mode] ?? `of mode ${printablePath(mode)}`;
    return {
      code: 'file-mode',
      file,
      message: `this is ${what}; only regular files are taken`,
      value: printablePath(mode),
      ...(mode === '100755' ? { remedy: 'git update-index --chmod=-x <file>' } : {}),
    };
  }
  if (readPath(path) !== null) return null;
  return explainHostileName(file, path) ?? explainLaterKind(facility, file, path) ?? explainPlace(facility, file, path);
}

const modes: Readonly<Record<string, string | undefined>> = {
  '100755': 'an executable file',
  '100664': 'a file that its group may write',
  '120000': 'a symbolic link',
  '160000': 'a submodule',
};

function explainHostileName(file: string, path: string): Problem | null {
  const segments = path.split('/');
  const strange = segments.find(
    (name) => name === '' || name === '.' || name === '..' || !/^[A-Za-z0-9._-]+$/.test(name),
  );
  const upper = segments.find((name) => /[A-Z]/.test(name));
  const name = strange ?? upper;
  if (name === undefined) return null;
  return {
    code: 'file-name',
    file,
    message: 'a name holds something else than lower-case letters, digits and hyphens',
    ...(name === '' ? {} : { value: shown(printablePath(name)) }),
    ...(strange === undefined ? { remedy: `rename it to \`${name.toLowerCase()}\`` } : {}),
  };
}

/** What the design names and this version cannot read must not look as if it were heeded. */
function explainLaterKind(facility: FacilityName, file: string, path: string): Problem | null {
  const own = `facilities/${facility}/`;
  const kind = /^approvals\//.test(path) ? 'Approval' : path.startsWith(`${own}pools/`) ? 'MachinePool' : undefined;
  if (kind === undefined) return null;
  return {
    code: 'kind-unknown',
    file,
    message: `this version of nanometal does not know objects of kind ${kind}`,
    remedy: 'remove the file, or take a version that knows them',
  };
}

function explainPlace(facility: FacilityName, file: string, path: string): Problem {
  const misplaced = { code: 'file-misplaced', file, message: 'nothing has its place here' } as const;
  if (path.endsWith('.yml')) return { ...misplaced, remedy: 'manifests end in `.yaml`' };
  if (/^facilities\/[^/]+\/machines\/[^/]+\.yaml$/.test(path)) {
    return { ...misplaced, remedy: 'a machine lies in the folder of its rack, or in `machines/unplaced/`' };
  }
  if (/^facilities\/[^/]+\/secrets\//.test(path)) {
    return { ...misplaced, remedy: 'a secret is encrypted and lies at `secrets/<name>.age`; was this one readable?' };
  }
  const name =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.(?:yaml|age)$/, '') ?? '';
  if (!namePattern.test(name)) {
    return {
      ...misplaced,
      code: 'file-name',
      message: 'a name has 1 to 63 letters, digits and hyphens, no hyphen at an end',
    };
  }
  const places = Object.values(homeOf).map((home) => home.replace('<facility>', facility));
  return { ...misplaced, remedy: `manifests lie at ${places.join(', ')}` };
}

function explainMissing(facility: FacilityName, entries: readonly TreeFile[], insideCount: number): Problem {
  const file = `facilities/${facility}/facility.yaml`;
  if (entries.length === 0 || insideCount === 0) {
    const message = entries.length === 0 ? 'the tree is empty' : 'the tree holds nothing of a fleet';
    return { code: 'tree-empty', file, message, remedy: 'nothing is done because files are gone: restore them' };
  }
  const others = facilitiesOf(entries.map(({ path }) => path));
  return {
    code: 'tree-empty',
    file,
    message: `there is no facility \`${facility}\` in this tree`,
    remedy: `its folder is facilities/${facility}/; there ${others.length === 1 ? 'is' : 'are'}: ${others.slice(0, 10).join(', ') || 'none'}`,
    ...didYouMean(facility, others),
  };
}

function explainSize(facility: FacilityName, machines: number, others: number, bytes: number): Problem | null {
  const over = (what: string, count: number, max: number): string | null =>
    count > max ? `${count} ${what}, at most ${max} are taken` : null;
  const message =
    over('machines', machines, limits.machineFiles) ??
    over('files beside the machines', others, limits.otherFiles) ??
    over('bytes in all files together', bytes, limits.treeBytes);
  return message === null ? null : { code: 'tree-too-large', file: `facilities/${facility}`, message };
}
