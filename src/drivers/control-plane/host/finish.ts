import type { Release } from '../../../model/component.ts';
import { placedBefore, recordLines } from './bring.ts';
import { undoFiles, undoFolders } from './files.ts';
import type { Placed } from './ground.ts';
import { dropManifests, gatherManifests, inlineOf } from './manifests.ts';
import { dropPackages, packagesMs, returnReplaced } from './packages.ts';
import type { Reading } from './reading.ts';
import { type HostRecord, printRecord } from './record.ts';
import { digestOfContent } from './stage.ts';
import type { Step } from './step.ts';
import type { Work } from './work.ts';

export type Removed = { readonly kind: 'done' } | { readonly kind: 'stuck'; readonly message: string };

const outcome = (step: Step): Removed =>
  step.kind === 'done' ? { kind: 'done' } : { kind: 'stuck', message: step.message };

/** The exact versions of its packages, as they were read. */
export const versionsOf = ({ packages }: Release, reading: Reading): HostRecord['versions'] =>
  Object.fromEntries(
    packages.flatMap(({ name }, k) => {
      const there = reading.packages[k];
      return there ? [[name, there] as const] : [];
    }),
  );

/** `healthy` is what this host remembers from now on; what only others needed goes. */
export async function finish(
  work: Work,
  healthy: Release,
  record: HostRecord,
  versions: HostRecord['versions'],
): Promise<Removed> {
  const settled: HostRecord = { healthy, versions, attempts: [] };
  const stay = [...healthy.packages.map(({ name }) => name), ...work.foreign];
  const manifests = goneManifests(placedBefore(work, record), healthy);
  const cleared = outcome(
    await work.steps.run(
      ['mkdir -p "$dir/staged"', ...(work.ground.apt ? dropPackages(stay, false) : []), ...manifests.lines],
      manifests.input,
      packagesMs,
    ),
  );
  if (cleared.kind !== 'done') return cleared;
  const kept = (healthy.manifests ?? []).flatMap((c) => (c.kind === 'url' ? [c.sha256] : []));
  return outcome(
    await work.steps.run(
      [
        ...recordLines(settled),
        'rm -rf "$dir/staged" "$dir/kept"',
        `for m in "$dir/manifests"/*; do case \${m##*/} in ${kept.join('|') || '""'}) ;; *) rm -f "$m";; esac; done`,
      ],
      printRecord(settled),
    ),
  );
}

/** Takes back everything that any release of it brought here, and forgets it. Cut off, it may be begun again. */
export async function remove(work: Work, record: HostRecord): Promise<Removed> {
  const { ground, steps } = work;
  const before = placedBefore(work, record);
  const manifests = goneManifests(before, null);
  const paths = [...new Set(before.flatMap(({ files }) => files.map(({ path }) => path)))];
  const takings: readonly (() => Promise<Step>)[] = [
    () =>
      steps.run(['mkdir -p "$dir/staged" "$dir/units" "$dir/before"', ...manifests.lines], manifests.input, packagesMs),
    () => ground.services.retire(steps, before, null),
    () => steps.run(undoFiles(paths)),
    () => steps.run(ground.apt ? [...dropPackages(work.foreign, true), ...returnReplaced] : [], '', packagesMs),
    () => ground.services.settle(steps),
    () => steps.run([...undoFolders, 'rm -rf "$dir"']),
  ];
  for (const taking of takings) {
    const step = await taking();
    if (step.kind !== 'done') return { kind: 'stuck', message: step.message };
  }
  return { kind: 'done' };
}

/** What of the manifests of earlier releases is in none of `stays`. */
function goneManifests(
  before: readonly Placed[],
  stays: Release | null,
): { readonly lines: readonly string[]; readonly input: string } {
  const old = { manifests: before.flatMap(({ manifests = [] }) => manifests) };
  const kept = { manifests: stays?.manifests ?? [] };
  const known = new Set(kept.manifests.map(digestOfContent));
  if (old.manifests.every((content) => known.has(digestOfContent(content)))) return { lines: [], input: '' };
  const lines = [
    ...gatherManifests(old, 'staged/old'),
    ...gatherManifests(kept, 'staged/stays'),
    ...dropManifests('staged/old', 'staged/stays'),
  ];
  return { lines, input: inlineOf(old) + inlineOf(kept) };
}
