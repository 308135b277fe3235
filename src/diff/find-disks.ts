import type { Caller, DiskName, DiskSeen, FailureReason, Inside } from '../model/boot.ts';
import type { Drive } from '../model/inventory.ts';
import type { Digest, FacilityName } from '../model/names.ts';
import type { Arguments } from '../model/plan.ts';
import { fail, ok, type Result } from '../model/result.ts';

/**
 * Why a declared disk is not exactly one of those that the BMC lists; null: it is, or nobody can tell before an agent has
 * looked. Many BMCs list no disks, or not all that they could say of them.
 */
export function whyNotOneDrive(disk: DiskName, drives: readonly Drive[], inside: Inside | undefined): string | null {
  if (disk.by === 'volume' || drives.length === 0) return null;
  if (inside?.disks.filter((one) => isNamed(one, disk)).length === 1) return null;
  const namesOf = ({ serial, names }: Drive): readonly string[] | undefined =>
    disk.by === 'serial' ? (serial === undefined ? undefined : [serial]) : names;
  const found = drives.filter((drive) => namesOf(drive)?.some((name) => sameName(disk, name)));
  if (found.length === 1) return null;
  if (found.length === 0 && drives.some((drive) => namesOf(drive) === undefined)) return null;
  const told = drives.map(
    ({ id, serial, model }) =>
      `${id} (${[model, serial && `serial ${serial}`].filter(Boolean).join(', ') || 'no serial'})`,
  );
  const count = found.length === 0 ? 'no disk' : `${found.length} disks`;
  return `${count} of this machine has ${disk.by} ${disk.value}; there are ${told.join(', ')}`;
}

/** What is said of the disks before work is handed out; the agent looks again. */
export interface Unfit {
  readonly reason: FailureReason;
  /** For people, with what is there. */
  readonly message: string;
}

/** Controllers may be slow to show their disks: what is not there so long after the agent's kernel started is missing. */
const shownWithinSeconds = 60;

/** Whether what the work needs may yet show, so that the agent is to ask again; an inventory needs all disks. */
export const mayYetShow = ({ verb }: Arguments, { upSeconds }: Caller, unfit: Unfit | null): boolean =>
  upSeconds !== undefined && upSeconds < shownWithinSeconds && (verb === 'Inspect' || unfit?.reason === 'DiskMissing');

/** The disks that work writes to; what runs from memory writes to none. */
export function disksOf(args: Arguments): readonly DiskName[] {
  if (args.verb === 'Erase') return args.disks;
  return args.verb === 'Install' && args.disk !== undefined ? [args.disk] : [];
}

/** Whether each disk that the work is about is exactly one of the caller's, and may be written to. */
export function checkDisks(
  args: Arguments,
  { disks }: Caller,
  facility: FacilityName,
  grant: Digest,
): Result<readonly DiskSeen[], Unfit> {
  const wanted = disksOf(args);
  const found: DiskSeen[] = [];
  for (const name of wanted) {
    const fitting = disks.filter((disk) => isNamed(disk, name));
    const [disk] = fitting;
    const about = `${name.by} ${name.value}`;
    if (disk === undefined) {
      return fail({ reason: 'DiskMissing', message: `no disk has ${about}; there are ${describe(disks)}` });
    }
    if (fitting.length > 1) {
      return fail({ reason: 'DiskAmbiguous', message: `${fitting.length} disks have ${about}: ${describe(fitting)}` });
    }
    const { marker } = disk;
    if (marker && marker.facility !== facility) {
      return fail({
        reason: 'MarkedByOther',
        message: `disk ${about} was written to by the facility ${marker.facility}`,
      });
    }
    const begun = marker?.grant === grant;
    if (args.verb === 'Install' && !args.overwrite && !begun && disk.holds.length > 0) {
      const message = `disk ${about} holds ${disk.holds.join(', ')}; if that may go, say install.overwrite: true under a new id`;
      return fail({ reason: 'DiskNotBlank', message });
    }
    found.push(disk);
  }
  return ok(found);
}

const isNamed = (disk: DiskSeen, name: DiskName): boolean => {
  // A volume of a RAID controller has its name as model or serial, as the controller tells it.
  const told = name.by === 'volume' ? [disk.serial, disk.model] : [disk[name.by]];
  return told.some((text) => text !== undefined && sameName(name, text));
};

/** Hexadecimal names are written in either case, apart or not, with `naa.`, `eui.` or `0x` before them or without. */
const sameName = ({ by, value }: DiskName, told: string): boolean =>
  by === 'serial' || by === 'volume' ? told.trim() === value.trim() : bareHex(told) === bareHex(value);

const bareHex = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^(?:naa\.|eui\.|nguid\.|uuid\.|0x)/, '')
    .replaceAll(/[:-]/g, '');

const describe = (disks: readonly DiskSeen[]): string =>
  disks
    .map(({ device, serial, wwn, eui, model }) => {
      const name = serial === undefined ? (wwn ?? eui ?? 'no durable name') : `serial ${serial}`;
      return `${device} (${[model, name].filter((word) => word !== undefined).join(', ')})`;
    })
    .join(', ') || 'none';
