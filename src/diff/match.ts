import type { ExpectedHardware } from '../model/fleet.ts';
import type { Hardware } from '../model/inventory.ts';
import { dealDrives } from './fit-drives.ts';
import { compareVersions } from './version.ts';

/** Does this hardware satisfy its class? Each way in which it does not, for people; empty: it does. Unknown is no miss. */
export function mismatches(expects: ExpectedHardware, hardware: Hardware): readonly string[] {
  const found: string[] = [];
  const exact = (what: string, wanted: string | undefined, seen: string | undefined): void => {
    if (wanted !== undefined && seen !== undefined && wanted !== seen) found.push(`${what} is ${seen}, not ${wanted}`);
  };
  const atLeast = (what: string, wanted: number | undefined, seen: number | undefined): void => {
    if (wanted !== undefined && seen !== undefined && seen < wanted)
      found.push(`${what}: ${seen}, fewer than ${wanted}`);
  };
  exact('manufacturer', expects.manufacturer, hardware.manufacturer);
  exact('model', expects.model, hardware.model);

  const { processors, memory, drives, nics } = hardware;
  atLeast('processors', expects.processors?.count, processors.length);
  for (const processor of processors) {
    exact(`processor ${processor.id}`, expects.processors?.model, processor.model);
    atLeast(`cores of processor ${processor.id}`, expects.processors?.cores, processor.cores);
  }
  atLeast('memory modules', expects.memoryModules, memory.length);
  // The sum is only known when every module tells its size.
  const gib = memory.every((m) => m.mib !== undefined)
    ? memory.reduce((sum, m) => sum + (m.mib ?? 0), 0) / 1024
    : undefined;
  atLeast('memory in GiB', expects.memoryGiB, gib);

  for (const { wanted, found: fitting } of dealDrives(expects.drives ?? [], drives)) {
    const which = [wanted.media, wanted.minGB === undefined ? undefined : `≥ ${wanted.minGB} GB`];
    atLeast(`drives ${which.filter(Boolean).join(' ')}`.trim(), wanted.count, fitting);
  }
  const fast = nics.filter(
    (n) => expects.nics?.minMbps === undefined || n.mbps === undefined || n.mbps >= expects.nics.minMbps,
  );
  atLeast('network interfaces', expects.nics?.count, fast.length);

  floor('BIOS', expects.firmware?.bios, hardware.biosVersion, found);
  floor('BMC firmware', expects.firmware?.bmc, hardware.bmcVersion, found);
  return found;
}

function floor(what: string, wanted: string | undefined, seen: string | undefined, found: string[]): void {
  if (wanted === undefined || seen === undefined) return;
  const order = compareVersions(seen, wanted);
  if (order === 'older') found.push(`${what} ${seen} is older than ${wanted}`);
  if (order === 'incomparable')
    found.push(`${what} ${seen} cannot be compared with ${wanted}; write the floor as this vendor writes its versions`);
}
