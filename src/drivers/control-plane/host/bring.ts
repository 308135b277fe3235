import type { Package } from '../../../model/component.ts';
import { awaitHealth } from './await-health.ts';
import { type Differences, differencesOf, illness, telling } from './compare.ts';
import { keepFetched, undoFiles, writeFiles } from './files.ts';
import type { Placed } from './ground.ts';
import { applyManifests, gatherManifests, inlineOf } from './manifests.ts';
import { installPackages, packagesMs, stagePackages } from './packages.ts';
import type { Reading } from './reading.ts';
import { type HostRecord, printRecord } from './record.ts';
import { stageInput, stageLines, stageMs } from './stage.ts';
import type { Step, StopReason } from './step.ts';
import type { Work } from './work.ts';

export type Brought =
  | { readonly kind: 'healthy'; readonly reading: Reading }
  /** Nothing live was changed. */
  | { readonly kind: 'unfit'; readonly reason: StopReason; readonly message: string }
  /** Something was changed, and it will not do. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'cut'; readonly changed: boolean; readonly message: string };

/**
 * The host's record written, so that it survives a power cut. What is laid ready lies beside it, so nothing else is needed
 * to begin again.
 */
export function recordLines(record: HostRecord): readonly string[] {
  const bytes = Buffer.byteLength(printRecord(record));
  const whole = `[ "$(stat -c %s "$dir/record.new")" = ${bytes} ]`;
  return [
    `head -c ${bytes} >"$dir/record.new" && ${whole} && sync "$dir/record.new" &&`,
    '  mv -f "$dir/record.new" "$dir/record.json" && sync "$dir" || stop full "nothing can be written in $dir: make room there"',
  ];
}

/** Everything that was ever begun here and is not taken back, as it lies on the host. */
export function placedBefore(work: Work, record: HostRecord): readonly Placed[] {
  return [...(record.healthy ? [record.healthy] : []), ...record.attempts].flatMap((release) => {
    const placed = work.ground.place(release);
    return placed.ok ? [placed.value] : [];
  });
}

/** From what was read to healthy. Every step may be cut off and begun again. */
export async function bring(
  work: Work,
  target: Placed,
  record: HostRecord,
  reading: Reading,
  way: 'forward' | 'back',
): Promise<Brought> {
  const { ground, steps } = work;
  const differ = differencesOf(ground, target, reading);
  const packages = differ.packages.flatMap((k) => target.packages[k] ?? []);

  const staged = await stage(work, target, differ.files, packages);
  if (staged.kind === 'cut') return { kind: 'cut', changed: staged.began, message: staged.message };
  if (staged.kind === 'stop') {
    // What was laid ready is of no more use, and a host that never had the component keeps no trace of it.
    await steps.run(['rm -rf "$dir/staged"; [ -e "$dir/record.json" ] || rm -rf "$dir"']);
    return { kind: 'unfit', reason: staged.reason, message: staged.message };
  }

  const before = placedBefore(work, record);
  // What is gone back to is no new attempt.
  const { origin } = target;
  const others = record.attempts.filter(({ digest }) => digest !== origin.digest);
  const begun: HostRecord = way === 'back' ? record : { ...record, attempts: [...others, origin] };
  const paths = new Set(target.files.map(({ path }) => path));
  const dropped = [...new Set(before.flatMap(({ files }) => files.map(({ path }) => path)))].filter(
    (p) => !paths.has(p),
  );

  const changes: readonly (() => Promise<Step>)[] = [
    () =>
      steps.run(
        [...keepFetched(record.healthy ? (before[0] ?? null) : null), ...recordLines(begun)],
        printRecord(begun),
      ),
    () => ground.services.remember(steps, target),
    () => (packages.length > 0 ? steps.run(installPackages(packages, target), '', packagesMs) : nothing()),
    () => ground.services.retire(steps, before, target),
    () => steps.run([...undoFiles(dropped), ...writeFiles(target, differ.files)]),
    () => (dropped.length > 0 ? ground.services.settle(steps) : nothing()),
    () => start(work, target, record, reading, differ, way),
    () => manifests(work, target),
  ];
  for (const change of changes) {
    const step = await change();
    if (step.kind === 'stop') return { kind: 'failed', message: step.message };
    if (step.kind === 'cut') return { kind: 'cut', changed: true, message: step.message };
  }
  return awaitHealth(work, target);
}

const nothing = async (): Promise<Step> => ({ kind: 'done', lines: [] });

function stage(work: Work, placed: Placed, files: readonly number[], packages: readonly Package[]): Promise<Step> {
  const lines = [...stageLines({ placed, files }), ...(work.ground.apt ? stagePackages(packages) : [])];
  return work.steps.run(lines, stageInput({ placed, files }), stageMs);
}

/** A service is told of what changed, and is left alone where nothing did. */
function start(
  work: Work,
  target: Placed,
  record: HostRecord,
  reading: Reading,
  differ: Differences,
  way: 'forward' | 'back',
): Promise<Step> {
  if (target.service === undefined) return nothing();
  const { services } = work.ground;
  const ill = illness(target, reading) !== '';
  // What was cut off may have changed files without the service being told.
  const unsure = way === 'back' || record.attempts.length > 0;
  return services.start(work.steps, target, telling(target, differ, ill || unsure));
}

function manifests(work: Work, target: Placed): Promise<Step> {
  if ((target.manifests ?? []).length === 0) return nothing();
  const lines = [...gatherManifests(target, 'staged/manifests'), ...applyManifests('staged/manifests')];
  return work.steps.run(lines, inlineOf(target), 120_000);
}
