import { compareIdentity } from '../diff/identity.ts';
import { isPlaceholder } from '../manifest/placeholder.ts';
import type { Finding, Found } from '../model/discovery.ts';
import type { Identity } from '../model/inventory.ts';

export type Service = Extract<Finding, { kind: 'machines' }>;

/** A machine as it was seen at one place. */
export interface Sight {
  readonly service: Service;
  readonly found: Found;
  readonly identity: Identity;
  /** For people: the address, and the system where there are several. */
  readonly place: string;
}

/** One piece of hardware, at every place where it was seen: more than one is a proxy, or a BMC with two addresses. */
export interface Hardware {
  readonly sights: readonly [Sight, ...Sight[]];
  readonly identity: Identity;
}

/** The sights of all services, those of one hardware together, in the order of their addresses. */
export function gather(findings: readonly Finding[]): readonly Hardware[] {
  const groups: [Sight, ...Sight[]][] = [];
  const byOwn = new Map<string, [Sight, ...Sight[]][]>();
  for (const sight of findings.flatMap(sightsOf)) {
    const keys = ownKeys(sight.identity);
    const known = keys
      .flatMap((key) => byOwn.get(key) ?? [])
      .find(([first]) => isAlike(first.identity, sight.identity));
    if (known !== undefined) {
      known.push(sight);
      continue;
    }
    const group: [Sight, ...Sight[]] = [sight];
    groups.push(group);
    for (const key of keys) byOwn.set(key, [...(byOwn.get(key) ?? []), group]);
  }
  return groups.map((sights) => ({ sights, identity: sights[0].identity }));
}

function sightsOf(finding: Finding): readonly Sight[] {
  if (finding.kind !== 'machines') return [];
  return finding.machines.map((found) => ({
    service: finding,
    found,
    identity: telling(found.identity),
    place: found.system === undefined ? finding.asked : `${finding.asked} ${found.system}`,
  }));
}

/** Without what many machines have: a manifest would not be taken with it. */
function telling({ uuid, serial, chassisSerial, bmcMac }: Identity): Identity {
  const own = (value: string | undefined): value is string => value !== undefined && !isPlaceholder(value);
  return {
    ...(own(uuid) ? { uuid } : {}),
    ...(own(serial) ? { serial } : {}),
    ...(own(chassisSerial) ? { chassisSerial } : {}),
    ...(own(bmcMac) ? { bmcMac } : {}),
  };
}

/** The system's own word for itself agrees, and nothing differs. */
export function isAlike(a: Identity, b: Identity): boolean {
  const { agreeing, differing } = compareIdentity(a, b);
  return differing.length === 0 && (agreeing.includes('uuid') || agreeing.includes('serial'));
}

export const ownKeys = ({ uuid, serial }: Identity): readonly string[] => [
  ...(uuid === undefined ? [] : [`uuid ${uuid.toLowerCase()}`]),
  ...(serial === undefined ? [] : [`serial ${serial.toLowerCase()}`]),
];

export const allKeys = (identity: Identity): readonly string[] => [
  ...ownKeys(identity),
  ...(identity.chassisSerial === undefined ? [] : [`chassisSerial ${identity.chassisSerial.toLowerCase()}`]),
  ...(identity.bmcMac === undefined ? [] : [`bmcMac ${identity.bmcMac.toLowerCase()}`]),
];
