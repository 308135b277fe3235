import { placeOf } from '../manifest/bmc-address.ts';
import type { Finding, Listed } from '../model/discovery.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Line } from './line.ts';
import { refusalRemedies } from './tell-enrolled.ts';

/** Of every address that has no manifest and turned out to be no machine. */
export function tellOthers(
  fleet: Fleet,
  findings: readonly Finding[],
  list: ReadonlyMap<string, Listed>,
): readonly Line[] {
  const enrolled = new Set(fleet.machines.map(({ bmc }) => placeOf(bmc.address)));
  return findings.flatMap((finding): readonly Line[] => {
    if (enrolled.has(placeOf(finding.asked))) return [];
    const row = list.get(finding.asked);
    const line = tell(finding);
    if (line === null || row === undefined) return line === null ? [] : [line];
    return [{ ...line, message: `line ${row.line} of the list: ${line.message}` }];
  });
}

function tell(finding: Finding): Line | null {
  const place = finding.asked;
  switch (finding.kind) {
    case 'machines':
      return null;
    case 'silent':
      return {
        kind: 'unreachable',
        place,
        message: 'nobody answers there',
        remedy: 'look at power, cable and address',
      };
    case 'stranger':
      return {
        kind: 'unmatched',
        place,
        message: `no BMC: ${finding.message}`,
        remedy: 'leave it out of the ranges if it is something else',
      };
    case 'refused':
      return { kind: 'refused', place, message: finding.message, remedy: refusalRemedies[finding.why] };
    case 'unreachable':
      return {
        kind: 'unreachable',
        place,
        message: `${finding.reason}: ${finding.message}`,
        remedy: 'look at the BMC, and run discover again',
      };
  }
}
