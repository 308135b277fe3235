import { placeOf } from '../manifest/bmc-address.ts';
import { digestOf } from '../manifest/digest.ts';
import { addressesIn, readSweepRange } from '../manifest/sweep-range.ts';
import type { Discovery, Finding, Findings, Target } from '../model/discovery.ts';
import type { Bmc, Fleet } from '../model/fleet.ts';
import type { Clock } from '../ports/clock.ts';
import type { Disk } from '../ports/disk.ts';
import type { InfrastructureDriver } from '../ports/driver.ts';
import type { LoginBook } from '../ports/login-book.ts';
import { Canary } from './canary.ts';
import { openProgress, type Progress } from './progress.ts';
import { type Round, visit } from './visit.ts';

export interface SweepPorts {
  readonly driver: InfrastructureDriver;
  readonly clock: Clock;
  readonly disk: Disk;
  readonly loginBook: LoginBook;
}

export interface Tally {
  readonly asked: number;
  readonly of: number;
  readonly machines: number;
}

/** One visit, with every machine behind the service; what takes longer is a BMC in trouble. */
const visitMsMax = 180_000;

/**
 * Asks every address of the list, or of the declared ranges, once. Null: it was called off; what it had learnt is kept,
 * and the next sweep of the same addresses goes on from there.
 */
export async function sweep(
  ports: SweepPorts,
  fleet: Fleet,
  discovery: Discovery,
  list: readonly Target[] | null,
  tell: (tally: Tally) => void,
  signal: AbortSignal,
): Promise<Findings | null> {
  const { survey } = ports.driver;
  if (survey === undefined) throw new Error(`the driver ${ports.driver.name} finds no machines`);
  const targets = list ?? rangeTargets(discovery);
  const progress = await openProgress(ports.disk, ports.clock, digestOf({ discovery, targets, fleet: fleet.ranges }));
  const round: Round = {
    discovery,
    within: fleet.ranges.bmc,
    driver: ports.driver,
    survey,
    loginBook: ports.loginBook,
    canary: new Canary(),
  };
  await visitAll(ports, round, enrolledBmcs(fleet), targets, progress, tell, signal);
  if (signal.aborted) {
    await progress.keep();
    return null;
  }
  await progress.end();
  return {
    facility: fleet.facility,
    ranges: list === null ? discovery.ranges : [],
    addresses: targets.length,
    findings: [...progress.findings.values()].sort((a, b) => compareAddresses(a.asked, b.asked)),
  };
}

async function visitAll(
  { clock }: SweepPorts,
  round: Round,
  enrolled: ReadonlyMap<string, Bmc>,
  targets: readonly Target[],
  progress: Progress,
  tell: (tally: Tally) => void,
  signal: AbortSignal,
): Promise<void> {
  let machines = 0;
  const count = (finding: Finding | null): void => {
    if (finding?.kind === 'machines') machines += finding.machines.length;
    tell({ asked: progress.asked.size, of: targets.length, machines });
  };
  for (const finding of progress.findings.values()) count(finding);
  const open = targets.filter(({ address }) => !progress.asked.has(address));
  let next = 0;
  const work = async (): Promise<void> => {
    for (let target = open[next++]; target !== undefined && !signal.aborted; target = open[next++]) {
      const bmc = enrolled.get(placeOf(target.address));
      const finding = await inTime(clock, signal, (limited) => visit(round, target, bmc, limited));
      // What was called off half-way was not learnt.
      if (signal.aborted) return;
      const isNews = finding.kind !== 'silent' || bmc !== undefined || target.listed !== undefined;
      await progress.note(target.address, isNews ? finding : null);
      count(isNews ? finding : null);
    }
  };
  await Promise.all(Array.from({ length: Math.min(round.discovery.concurrency, open.length) }, work));
}

async function inTime<T>(clock: Clock, outer: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const limit = new AbortController();
  const done = new AbortController();
  void clock.sleep(visitMsMax, done.signal).then(() => limit.abort());
  const result = await work(AbortSignal.any([outer, limit.signal]));
  done.abort(null);
  return result;
}

function rangeTargets({ ranges }: Discovery): readonly Target[] {
  const read = ranges.flatMap((text) => readSweepRange(text) ?? []);
  return [...addressesIn(read)].map((address) => ({ address }));
}

/** By place; machines behind one service share it. */
function enrolledBmcs(fleet: Fleet): ReadonlyMap<string, Bmc> {
  return new Map(fleet.machines.map(({ bmc }) => [placeOf(bmc.address), bmc]));
}

/** Numbers in them by their size: 10.0.0.9 comes before 10.0.0.10. */
export function compareAddresses(a: string, b: string): number {
  const padded = (text: string): string => text.replace(/\d+/g, (digits) => digits.padStart(5, '0'));
  const [left, right] = [padded(a), padded(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
