import { isPlaceholder } from '../manifest/placeholder.ts';
import type { Caller, DiskSeen, MarkerState, PortSeen } from '../model/boot.ts';
import type { Identity } from '../model/inventory.ts';
import { namePattern } from '../model/names.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { allOf, firstOf, type Lines, readLines, readWords } from './lines.ts';

/** The one version of the protocol that is spoken here. */
export const contract = '1';

const disksMax = 256;
const portsMax = 64;
const textMax = 256;

/** Who an agent says that it runs on (body of `hello` and `claim`). The error is for people. */
export function readCaller(text: string): Result<Caller, string> {
  const read = readLines(text);
  if (!read.ok) return read;
  const lines = read.value;
  const spoken = firstOf(lines, 'contract');
  if (spoken !== contract) return fail(`contract ${spoken ?? 'none'}, here ${contract} is spoken`);
  const boot = firstOf(lines, 'boot');
  if (boot === undefined || !isBoot(boot)) return fail('no boot id');
  const disks = allOf(lines, 'disk');
  const macs = allOf(lines, 'mac');
  if (disks.length > disksMax || macs.length > portsMax) return fail('more disks or ports than any machine has');
  const uptime = firstOf(lines, 'uptime') ?? '';
  return ok({
    agent: (firstOf(lines, 'agent') ?? '').slice(0, textMax),
    boot,
    ...(/^[0-9]{1,9}$/.test(uptime) ? { upSeconds: Number(uptime) } : {}),
    identity: readIdentity(lines),
    ports: macs.flatMap((mac) => readPort(mac, lines)),
    disks: disks.flatMap((disk) => readDisk(disk, lines)),
  });
}

/** /proc/sys/kernel/random/boot_id, or whatever else tells runs of an agent apart. */
export const isBoot = (text: string): boolean => /^[A-Za-z0-9-]{8,64}$/.test(text);

/** What is no name of a machine is left out, so that it never matches. */
function readIdentity(lines: Lines): Identity {
  const told = (key: string): string | undefined => {
    const value = firstOf(lines, key)?.trim().slice(0, textMax);
    return value === undefined || isPlaceholder(value) ? undefined : value;
  };
  const uuid = told('uuid')?.toLowerCase();
  const serial = told('serial');
  const chassisSerial = told('chassis');
  return {
    ...(uuid === undefined ? {} : { uuid }),
    ...(serial === undefined ? {} : { serial }),
    ...(chassisSerial === undefined ? {} : { chassisSerial }),
  };
}

/** `link=52:54:00:ab:cd:01 up 1000 lldp:switch-7/Eth12` */
function readPort(text: string, lines: Lines): readonly PortSeen[] {
  const mac = readMac(text);
  if (mac === null) return [];
  const words = allOf(lines, 'link')
    .map((link) => readWords(link).words)
    .find(([of]) => of !== undefined && readMac(of) === mac);
  const [, state, ...more] = words ?? [];
  const mbps = more.find((word) => /^[1-9][0-9]{0,8}$/.test(word));
  const neighbour = more.find((word) => word.startsWith('lldp:'))?.slice('lldp:'.length, textMax);
  return [
    {
      mac,
      up: state === 'up',
      ...(mbps === undefined ? {} : { mbps: Number(mbps) }),
      ...(neighbour === undefined ? {} : { neighbour }),
    },
  ];
}

/** Lower case with colons; null: it is none. */
export function readMac(text: string): string | null {
  const mac = text.toLowerCase().replaceAll('-', ':');
  return /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/.test(mac) ? mac : null;
}

function readDisk(text: string, lines: Lines): readonly DiskSeen[] {
  const { words, fields } = readWords(text);
  const [device] = words;
  const bytes = fields.get('bytes') ?? '';
  if (device === undefined || !/^[0-9]{1,16}$/.test(bytes) || !Number.isSafeInteger(Number(bytes))) return [];
  const told = (key: 'serial' | 'wwn' | 'eui' | 'model'): Partial<Record<typeof key, string>> => {
    const value = fields.get(key)?.trim().slice(0, textMax);
    return value === undefined || value === '' ? {} : { [key]: value };
  };
  const marker = allOf(lines, 'marker')
    .map((line) => readMarker(line, device))
    .find((found) => found !== null);
  return [
    {
      device,
      bytes: Number(bytes),
      ...told('serial'),
      ...told('wwn'),
      ...told('eui'),
      ...told('model'),
      rotational: fields.get('rotational') === '1',
      removable: fields.get('removable') === '1',
      holds: allOf(lines, 'holds')
        .map((line) => readWords(line).words)
        .flatMap(([of, ...kinds]) => (of === device ? kinds.slice(0, 64) : [])),
      ...(marker === undefined ? {} : { marker }),
    },
  ];
}

const markerStates: readonly MarkerState[] = ['dirty', 'installed', 'erased'];
export const digestPattern = /^sha256:[0-9a-f]{64}$/;

function readMarker(text: string, of: string): NonNullable<DiskSeen['marker']> | null {
  const [device, facility = '', grant = '', word] = readWords(text).words;
  const state = markerStates.find((known) => known === word);
  if (device !== of || state === undefined || !namePattern.test(facility) || !digestPattern.test(grant)) return null;
  return { facility, grant, state };
}
