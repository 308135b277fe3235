import { placeOf } from '../manifest/bmc-address.ts';
import type { Finding } from '../model/discovery.ts';
import type { Fleet, Machine } from '../model/fleet.ts';
import type { Line } from './line.ts';

/** Of each machine that has a manifest and was not met: what was at its address, where that was asked at all. */
export function tellEnrolled(fleet: Fleet, findings: readonly Finding[], met: ReadonlySet<Machine>): readonly Line[] {
  const byPlace = new Map(findings.map((finding) => [placeOf(finding.asked), finding]));
  return fleet.machines.flatMap((machine): readonly Line[] => {
    const finding = met.has(machine) ? undefined : byPlace.get(placeOf(machine.bmc.address));
    // What was not asked has not vanished.
    return finding === undefined ? [] : [tell(machine, finding)];
  });
}

const lookFor = 'look for it: power, cable, address; if it is gone for good, delete its manifest';

function tell({ name: machine, file }: Machine, finding: Finding): Line {
  const place = finding.asked;
  const vanished = (message: string): Line => ({ kind: 'vanished', place, machine, message, remedy: lookFor });
  switch (finding.kind) {
    case 'silent':
      return vanished('nobody answers there');
    case 'stranger':
      return vanished(`what answers there is no BMC: ${finding.message}`);
    case 'machines':
      return vanished('another machine answers there');
    case 'refused':
      return { kind: 'refused', place, machine, message: finding.message, remedy: refusalRemedies[finding.why] };
    case 'unreachable':
      return {
        kind: 'unreachable',
        place,
        machine,
        message: `${finding.reason}: ${finding.message}`,
        remedy: `look at its BMC; ${file} stays as it is`,
      };
  }
}

export const refusalRemedies: Readonly<Record<Extract<Finding, { kind: 'refused' }>['why'], string>> = {
  password:
    'name other credentials in discovery.yaml, or set its password anew; the account is not tried within the hour',
  'password-change': 'give the account a password of your own at the BMC, and name it in discovery.yaml',
  'lock-out': 'wait until the BMC lets the account in again; nothing more is tried there',
  waiting: 'run discover again when the hour is over',
  'no-credentials': 'put the credentials that discovery.yaml names into --secrets DIR or secrets/<name>.age',
};
