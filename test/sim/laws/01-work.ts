import { type Ledger, machineIn } from '../ledger.ts';

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
  return [...handed, ...written];
}

type Machine = NonNullable<ReturnType<typeof machineIn>>;

const disksOf = ({ install }: Machine): readonly string[] => (install ? [`serial:${install.disk}`] : []);

/** The disks that a commit names for this request; null: it does not ask for it. */
export function namesOf(machine: Machine, request: string): readonly string[] | null {
  if (request.endsWith(':release')) return machine.decommission ? disksOf(machine) : null;
  if (machine.install?.id === request) return [`serial:${machine.install.disk}`];
  const operation = machine.operations.find(({ id }) => id === request);
  return operation ? (operation.serials ?? []).map((serial) => `serial:${serial}`) : null;
}
