import type {
  DeclaredOperation,
  DeclaredWindow,
  DiscoveryManifest,
  FacilityManifest,
  MachineManifest,
} from '../model/manifest.gen.ts';
import { isOnLoopback, readBmcAddress } from './bmc-address.ts';
import { type Ip, readIp } from './ip.ts';
import { checkLinks } from './link-rules.ts';
import { didYouMean } from './nearest.ts';
import { isPlaceholder } from './placeholder.ts';
import { shown } from './printable.ts';
import { fault, type RuleFault } from './rule-fault.ts';
import { countOf, readSweepRange, sweepMax } from './sweep-range.ts';
import { isTimezone } from './timezone.ts';
import { checkUserData } from './user-data.ts';

export function checkMachine({ spec }: MachineManifest): RuleFault[] {
  return [
    ...checkIdentity(spec),
    ...checkAddress(spec),
    ...checkRequestIds(spec),
    ...checkReady(spec),
    ...checkInside(spec),
    ...checkLinks(spec.network?.links ?? []),
    ...checkUserData(spec.userData),
  ];
}

type Spec = MachineManifest['spec'];

/** Law 7: no mutation until two of four agree, one of them the system's own; so they must be known beforehand. */
function checkIdentity({ management, identity = {} }: Spec): RuleFault[] {
  const fields = ['serial', 'uuid', 'chassisSerial', 'bmcMac'] as const;
  const shared = fields.flatMap((field): RuleFault[] => {
    const value = identity[field];
    if (value === undefined || !isPlaceholder(value)) return [];
    return [
      {
        code: 'schema',
        pointer: `/spec/identity/${field}`,
        message: `\`${field}\` is a placeholder that many machines have`,
        value: shown(value),
        remedy: 'take another field of the identity',
      },
    ];
  });
  const given = fields.filter((field) => identity[field] !== undefined);
  const own = given.includes('serial') || given.includes('uuid');
  if (management === 'observe' || (given.length >= 2 && own)) return shared;
  return [
    ...shared,
    {
      code: 'schema',
      pointer: '/spec/identity',
      message: `to ${management} a machine, two of ${fields.join(', ')} must be known, one of them serial or uuid`,
      value: given.length === 0 ? 'none' : given.join(', '),
      remedy: 'copy them from the inventory, or use `management: observe` until they are known',
    },
  ];
}

/** Credentials would go over the wire readable. */
function checkAddress({ bmc }: Spec): RuleFault[] {
  const address = readBmcAddress(bmc.address);
  if (address === null || address.scheme === 'https' || isOnLoopback(address) || bmc.tls?.insecure === true) return [];
  return [
    {
      code: 'address-insecure',
      pointer: '/spec/bmc/address',
      message: 'plain http to a BMC outside loopback',
      value: shown(bmc.address),
      remedy: 'use https://, or write `tls: { insecure: true }` if that is what you want',
    },
  ];
}

/** Ids are spent for ever, so that one id must not ask for two things. */
function checkRequestIds({ operations = [], install }: Spec): RuleFault[] {
  const first = new Map<string, string>();
  if (install !== undefined) first.set(install.id, '/spec/install/id');
  return operations.flatMap(({ id }: DeclaredOperation, index): RuleFault[] => {
    const pointer = `/spec/operations/${index}/id`;
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, pointer);
      return [];
    }
    return [
      {
        code: 'operation-duplicate',
        pointer,
        message: `this id is also that of ${earlier.slice(1).replaceAll('/', '.').replace(/\.id$/, '')}`,
        value: shown(id),
        remedy: 'take an id that this machine never had',
      },
    ];
  });
}

/** An agent proves by what it sees from inside that it runs on this machine, and a BMC's own MAC is not among that. */
function checkInside({ identity = {}, install, operations = [], management }: Spec): RuleFault[] {
  const asks = install !== undefined || operations.some(({ verb }) => verb === 'Erase' || verb === 'Inspect');
  const seen = (['serial', 'uuid', 'chassisSerial'] as const).filter((field) => identity[field] !== undefined);
  // What is wrong with fewer than two names at all is told already.
  const { bmcMac } = identity;
  if (!asks || seen.length >= 2 || management === 'observe' || bmcMac === undefined || seen.length === 0) return [];
  return [
    fault(
      '/spec/identity',
      'to install, erase or inspect, two of serial, uuid, chassisSerial must be known: an agent sees no bmcMac',
      seen.join(', '),
      'copy one more from the inventory',
    ),
  ];
}

function checkReady({ install }: Spec): RuleFault[] {
  const port = Number(install?.ready?.startsWith('tcp:') ? install.ready.slice(4) : 1);
  if (port <= 65_535) return [];
  return [{ code: 'schema', pointer: '/spec/install/ready', message: 'there is no such port', value: String(port) }];
}

export function checkFacility({ spec }: FacilityManifest): RuleFault[] {
  return [
    ...checkBoot(spec),
    ...(spec.windows ?? []).flatMap((window, index) => checkWindow(window, `/spec/windows/${index}`)),
  ];
}

function checkBoot({ boot, ranges }: FacilityManifest['spec']): RuleFault[] {
  if (boot === undefined) return [];
  const { address, httpPort = 8080, httpsPort = 8443 } = boot;
  const nobody =
    ranges.provisioning === undefined
      ? [
          fault(
            '/spec/boot',
            'the boot service answers nobody outside `ranges.provisioning`, and there are none',
            'none',
            'add `ranges.provisioning`: where machines are while they are installed',
          ),
        ]
      : [];
  const ip = readIp(address);
  const nowhere =
    ip !== null && !isOneHost(ip)
      ? [
          fault(
            '/spec/boot/address',
            'no machine can connect to this address',
            address,
            'name the address that the reconciler has in the network of the machines',
          ),
        ]
      : [];
  const same = httpPort === httpsPort;
  const pointer = `/spec/boot/${boot.httpsPort === undefined ? 'httpPort' : 'httpsPort'}`;
  const twice = same ? [fault(pointer, '`httpPort` and `httpsPort` are the same', String(httpsPort))] : [];
  return [...nobody, ...nowhere, ...twice];
}

/** Neither "any" nor a group. */
const isOneHost = (ip: Ip): boolean =>
  !ip.every((byte) => byte === 0) && (ip.length === 4 ? (ip[0] ?? 0) < 224 : ip[0] !== 0xff);

function checkWindow({ from, to, timezone }: DeclaredWindow, pointer: string): RuleFault[] {
  const empty: RuleFault = {
    code: 'schema',
    pointer: `${pointer}/to`,
    message: 'the window ends when it begins',
    value: to,
    remedy: 'for a whole day write from "00:00" to "24:00"',
  };
  return [...(from === to ? [empty] : []), ...(isTimezone(timezone) ? [] : [nowhere(timezone, pointer)])];
}

const nowhere = (timezone: string, pointer: string): RuleFault => ({
  code: 'schema',
  pointer: `${pointer}/timezone`,
  message: '`timezone` must be an IANA time zone such as Europe/Amsterdam or UTC',
  value: shown(timezone),
  ...didYouMean(timezone, Intl.supportedValuesOf('timeZone')),
});

/** A slip in a prefix would ask millions of strangers, for days. */
export function checkDiscovery({ spec }: DiscoveryManifest): RuleFault[] {
  let sum = 0n;
  return (spec.ranges ?? []).flatMap((text, index): RuleFault[] => {
    const range = readSweepRange(text);
    const before = sum;
    sum += range === null ? 0n : countOf(range);
    // The first range that goes over is the one that is told.
    if (sum <= sweepMax || before > sweepMax) return [];
    const own = range === null ? 0n : countOf(range);
    const message = own > sweepMax ? `these are ${own} addresses` : `with these it is ${sum} addresses`;
    return [
      {
        code: 'schema',
        pointer: `/spec/ranges/${index}`,
        message: `${message}; at most ${sweepMax} are asked`,
        value: shown(text),
        remedy: 'name the subnets in which the BMCs really are, or list them: --csv FILE',
      },
    ];
  });
}
