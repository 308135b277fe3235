import { type Ledger, machineIn } from '../ledger.ts';
import { disksOf, imageDigest } from '../people.ts';

/** No work leaves, and no disk is written to, without a pushed intent whose commit names that machine and that disk. */
export function unauthorisedWork({ evidence, granted, wishAt }: Ledger): readonly string[] {
  const told = (at: number): string => `${((at - evidence.began) / 1000).toFixed(3)} s`;
  const handed = evidence.handed.flatMap((one) => {
    const what = `${told(one.at)}: ${one.verb} handed out to station ${one.station + 1}`;
    const intent = granted(one.grant, one.at);
    if (!intent) return [`no pushed intent before ${what}`];
    const machine = machineIn(wishAt(intent.commit), one);
    const names = machine?.management === 'manage' ? namesOf(machine, intent.request) : null;
    if (names === null) return [`its commit does not ask for ${what}`];
    const foreign = one.disks.filter((disk) => !names.includes(disk));
    return foreign.length > 0 ? [`its commit does not name ${foreign.join(', ')}: ${what}`] : [];
  });
  const written = evidence.written.flatMap((one) => {
    const what = `${told(one.at)}: ${one.write.place} of ${one.disk} in station ${one.station + 1}`;
    const intent = granted(one.grant, one.at);
    if (!intent) return [`no pushed intent before ${what}`];
    return intent.disks.includes(`serial:${one.disk}`) ? [] : [`${intent.request} does not name the disk: ${what}`];
  });
  // What runs after an agent was handed out to one, on that machine, for the sake of a commit that names it.
  const started = evidence.started.flatMap(({ at, station, kind, sha256, grant }) => {
    const isNamed = evidence.handed.some((one) => {
      if (one.station !== station || one.verb !== 'Install' || one.at > at) return false;
      if (grant !== undefined && grant !== one.grant) return false;
      const intent = granted(one.grant, one.at);
      const install = machineIn(wishAt(intent?.commit ?? null), one)?.install;
      return install !== undefined && install.id === intent?.request && imageDigest(install.image) === sha256;
    });
    return isNamed ? [] : [`${told(at)}: a ${kind} was started at station ${station + 1}, and nobody asked for it`];
  });
  return [...handed, ...written, ...started];
}

type Machine = NonNullable<ReturnType<typeof machineIn>>;

const serialsOf = ({ install }: Machine): readonly string[] =>
  install ? disksOf(install).map((disk) => `serial:${disk}`) : [];

/** The disks that a commit names for this request; null: it does not ask for it. */
export function namesOf(machine: Machine, request: string): readonly string[] | null {
  if (request.endsWith(':release')) return machine.decommission ? serialsOf(machine) : null;
  if (machine.install?.id === request) return serialsOf(machine);
  const operation = machine.operations.find(({ id }) => id === request);
  return operation ? (operation.serials ?? []).map((serial) => `serial:${serial}`) : null;
}
