import { bootableOf, holdsOf, isTrap } from '../../../src/twin/host/disk.ts';
import type { Ledger } from '../ledger.ts';
import { formatOf, imageDigest } from '../people.ts';

/** Done is said of a disk only that is done; and none is ever left that firmware boots although only half of it is there. */
export function untrueDisks({ evidence }: Ledger): readonly string[] {
  // Whoever runs the agent can lie about what it did; nobody but the installed system itself shows otherwise.
  const liesAt = (station: number): boolean =>
    evidence.scenario.acts.some((act) => act.kind === 'host' && act.fault === 'lies' && act.station === station);
  // Law 7 sees to who got it.
  const wasElsewhere = (station: number, by: number): boolean =>
    evidence.handed.findLast((one) => one.station === station && one.at <= by)?.ghost === true;
  const claimed = evidence.finished.flatMap(({ at, verb, request, station, disks }) => {
    if (liesAt(station) || wasElsewhere(station, at)) return [];
    const wishes = [...evidence.commits.values()].map(({ wish }) =>
      wish.machines.find((one) => one.station === station),
    );
    // Nothing keeps people from another wish under an id that is not spent yet.
    const installs = wishes.flatMap((machine) => (machine?.install?.id === request ? [machine.install] : []));
    const erases = wishes
      .flatMap((machine) => machine?.operations ?? [])
      .flatMap(({ id, serials }) => (id === request && serials ? [serials] : []));
    if (verb === 'Install' && installs.length > 0) {
      const isThere = installs.some((install) => {
        // What runs from memory is on no disk, and begins when its agent ends (law 6).
        if (formatOf[install.image] !== 'raw') return true;
        const disk = disks.find(({ serial }) => serial === install.disk);
        const system = disk ? bootableOf(disk) : null;
        return system?.kind === 'image' && system.sha256 === imageDigest(install.image);
      });
      const named = [...new Set(installs.map(({ disk }) => disk))].join(' or ');
      return isThere ? [] : [`${request} is done, and ${named} in station ${station + 1} is not installed`];
    }
    if (verb !== 'Erase' || erases.length === 0) return [];
    const isBlank = (serial: string): boolean => {
      const disk = disks.find((one) => one.serial === serial);
      return disk !== undefined && holdsOf(disk).length === 0 && disk.body.kind === 'blank';
    };
    if (erases.some((serials) => serials.every(isBlank))) return [];
    const named = erases.map((serials) => serials.join(' and ')).join(', or ');
    return [`${request} is done, and ${named} in station ${station + 1} is not blank`];
  });
  const traps = evidence.finally.flatMap(({ disks }, station) =>
    disks.filter(isTrap).map(({ serial }) => `${serial} in station ${station + 1} boots, and is not whole`),
  );
  return [...claimed, ...traps];
}
