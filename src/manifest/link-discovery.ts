import type { Discovery } from '../model/discovery.ts';
import type { DiscoveryManifest } from '../model/manifest.gen.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { readDurationMs } from './duration.ts';
import type { Range } from './ip.ts';
import { nearest } from './nearest.ts';
import type { ParsedFile } from './parse.ts';
import { placeIn } from './place-in.ts';
import { shown } from './printable.ts';
import { isWithin, readSweepRange } from './sweep-range.ts';

/** A facility's discovery with its defaults filled in. `bmcRanges` null: the facility's manifest is not there. */
export function linkDiscovery(
  file: ParsedFile,
  { spec }: DiscoveryManifest,
  around: { readonly classes: ReadonlySet<string>; readonly bmcRanges: readonly Range[] | null },
): Result<Discovery, Problem[]> {
  const problems = [...checkRanges(file, spec, around.bmcRanges), ...checkClasses(file, spec, around.classes)];
  if (problems.length > 0) return fail(problems);
  const { propose = {}, limits = {}, interval } = spec;
  const intervalMs = interval === undefined ? null : readDurationMs(interval);
  return ok({
    file: file.path,
    ranges: spec.ranges ?? [],
    driver: spec.driver ?? 'redfish',
    credentials: spec.credentials,
    names: propose.name ?? '{facility}-{rack}-u{unit}',
    rack: propose.rack ?? 'unplaced',
    ...(propose.classes === undefined ? {} : { classes: propose.classes }),
    ...(intervalMs === null ? {} : { intervalMs }),
    concurrency: limits.concurrency ?? 32,
    loginsPerHour: limits.loginsPerHour ?? 1,
  });
}

type Spec = DiscoveryManifest['spec'];

function checkRanges(file: ParsedFile, { ranges = [] }: Spec, bmcRanges: readonly Range[] | null): Problem[] {
  if (bmcRanges === null) return [];
  return ranges.flatMap((text, index): Problem[] => {
    const range = readSweepRange(text);
    if (range === null || isWithin(range, bmcRanges)) return [];
    return [
      {
        code: 'address-out-of-range',
        ...placeIn(file, `/spec/ranges/${index}`),
        message: 'some of these addresses are outside the BMC ranges of the facility',
        value: shown(text),
        remedy: 'ask fewer, or add them to `ranges.bmc` in facility.yaml',
      },
    ];
  });
}

function checkClasses(file: ParsedFile, { propose }: Spec, known: ReadonlySet<string>): Problem[] {
  return (propose?.classes ?? []).flatMap((name, index): Problem[] => {
    if (known.has(name)) return [];
    const near = nearest(name, known);
    return [
      {
        code: 'reference-unknown',
        ...placeIn(file, `/spec/propose/classes/${index}`),
        message: 'there is no class of this name',
        value: shown(name),
        remedy: near === undefined ? `add classes/${name}.yaml` : `did you mean \`${near}\`?`,
      },
    ];
  });
}
