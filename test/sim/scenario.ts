import type { BootMethod } from '../../src/model/boot.ts';
import type { Pipe } from '../../src/rehearsal/calls.ts';
import type { Call } from '../../src/rehearsal/fate.ts';
import { type MachineFault, machineFaults } from '../../src/rehearsal/machine.ts';
import { createDealer, type Dealer, hash } from '../../src/twin/dice.ts';
import type { FaultRule } from '../../src/twin/faults.ts';
import { brokenWays, type Change, type Operation } from './people.ts';

/**
 * One run, as plain data: who does what when, what breaks when, and the seed of everything smaller (latencies, dice).
 * It can be replayed, cut down and kept. Times are milliseconds from the beginning.
 */
export interface Scenario {
  readonly seed: number;
  readonly machines: number;
  /** Hosts that run a reconciler for the facility. */
  readonly hosts: 1 | 2;
  readonly policy: {
    readonly maxConcurrent: number;
    readonly maxPerCommit: number;
    readonly drift: 'hold' | 'correct';
  };
  readonly tls: boolean;
  /** How long POST takes. */
  readonly postMs: number;
  /** Of a hundred moves of main, those that nobody is told of: the next poll sees them. */
  readonly unnoticed: number;
  /** The facility can boot, install and erase its machines, and does it so. */
  readonly boot?: readonly BootMethod[];
  /** Its BMCs have no HttpBootUri, but this BIOS attribute. */
  readonly httpBootAttribute?: string;
  /** What images go through on their way; absent: they take no time. */
  readonly pipe?: Pipe;
  readonly acts: readonly Act[];
  /** From then on nothing breaks any more, and people only mend. */
  readonly healAt: number;
}

export type Act = { readonly at: number } & (
  | { readonly kind: 'commit'; readonly change: Change }
  /** Main by force: `rewind` to a past commit, `orphan`: another history, `delete`; `restore`: as it was before. */
  | { readonly kind: 'main'; readonly how: 'rewind' | 'orphan' | 'delete' | 'restore' }
  | { readonly kind: 'status'; readonly how: 'delete' | 'rewind' | 'foreign' }
  | { readonly kind: 'lease'; readonly how: 'delete' | 'garbage' }
  /** The host's process dies around the nth writing call from now; its kernel may start anew with it. */
  | {
      readonly kind: 'crash';
      readonly host: number;
      readonly calls: number;
      readonly when: 'before' | 'after';
      readonly reboots: boolean;
      readonly downMs: number;
      /** Reading calls are counted too. */
      readonly atReads?: boolean;
      /** Only calls of this port are counted. */
      readonly only?: Call['port'];
      /** And once more, so many calls after it was started again. */
      readonly again?: number;
    }
  /** As by SIGSTOP and SIGCONT. */
  | { readonly kind: 'pause'; readonly host: number; readonly forMs: number }
  /** Everything there takes so much longer. */
  | { readonly kind: 'slow'; readonly port: Call['port']; readonly byMs: number; readonly forMs: number }
  /** `nanometal hold` on the host. */
  | { readonly kind: 'hold'; readonly host: number; readonly what: string; readonly forMs: number }
  | { readonly kind: 'jump'; readonly host: number; readonly byMs: number }
  /** The state folder is gone. */
  | { readonly kind: 'wipe-host'; readonly host: number; readonly downMs: number }
  /** The host becomes what it was so long ago, as by a snapshot of its disk that is restored. */
  | { readonly kind: 'rollback'; readonly host: number; readonly agoMs: number; readonly downMs: number }
  /** Status, lease and all state folders are gone. */
  | { readonly kind: 'amnesia'; readonly downMs: number }
  | {
      readonly kind: 'port';
      readonly port: Call['port'];
      readonly trouble: 'unheard' | 'unanswered' | 'refused';
      readonly odds: number;
      readonly forMs: number;
      /** Calls that only read are spared. */
      readonly onlyWrites?: boolean;
    }
  | {
      readonly kind: 'bmc';
      readonly station: number;
      readonly rule: Pick<FaultRule, 'fault' | 'on' | 'when' | 'probability'>;
      readonly forMs: number;
    }
  /** What goes wrong with the machine, and not with its BMC. */
  | { readonly kind: 'host'; readonly station: number; readonly fault: MachineFault; readonly forMs: number }
  | { readonly kind: 'button'; readonly station: number; readonly power: 'On' | 'Off' }
  | { readonly kind: 'task'; readonly station: number; readonly forMs: number }
  /** Another main board: other serial, other UUID, other BMC. */
  | { readonly kind: 'board'; readonly station: number }
  /** Somebody opens the chassis: a part is gone (until all is mended), or another of its sort sits in its place. */
  | { readonly kind: 'part'; readonly station: number; readonly how: 'lose' | 'replace'; readonly part: string }
  | { readonly kind: 'password'; readonly forMs: number }
);

export type ActKind = Act['kind'];

const minute = 60_000;

/** What exists in the world of one seed, and how often; most seeds have few kinds of trouble, so that each is met alone too. */
export function drawScenario(seed: number): Scenario {
  const dealer = createDealer(seed);
  const machines = 1 + dealer.below(4);
  const hosts = dealer.below(3) === 0 ? 2 : 1;
  const healAt = (15 + dealer.below(30)) * minute;
  const acts: Act[] = [];
  const times = (most: number): number => dealer.below(most + 1);
  const at = (): number => minute + dealer.below(healAt - 2 * minute);
  // Most trouble comes while something is done about a commit: that is where it hurts.
  const near = (): number => {
    const commits = acts.filter(({ kind }) => kind === 'commit');
    const one = commits[dealer.below(commits.length)];
    return one && dealer.below(4) > 0 ? Math.max(minute, one.at - 5_000 + dealer.below(15_000)) : at();
  };
  const add = (many: number, draw: () => Act): void => {
    for (let i = 0; i < many; i++) acts.push(draw());
  };
  const isOn = (oneIn: number): boolean => dealer.below(oneIn) === 0;
  const station = (): number => dealer.below(machines);
  const host = (): number => dealer.below(hosts);
  const down = (): number => 1_000 + dealer.below(isOn(4) ? 15 * minute : 30_000);

  const ids = createIds();
  add(3 + times(9), () => ({ at: at(), kind: 'commit', change: drawChange(dealer, machines, ids) }));
  if (isOn(8)) add(1, () => ({ at: at(), kind: 'main', how: pick(dealer, ['rewind', 'orphan', 'delete']) }));
  if (isOn(8)) add(1, () => ({ at: at(), kind: 'main', how: 'restore' }));
  if (isOn(6))
    add(1 + times(1), () => ({ at: near(), kind: 'status', how: pick(dealer, ['delete', 'rewind', 'foreign']) }));
  if (isOn(12)) add(1, () => ({ at: near(), kind: 'lease', how: pick(dealer, ['delete', 'garbage']) }));
  if (isOn(2)) {
    add(1 + times(4), () => ({
      at: near(),
      kind: 'crash',
      host: host(),
      calls: dealer.below(isOn(2) ? 8 : 30),
      atReads: isOn(4),
      ...(isOn(2) ? { only: pick(dealer, ['http', 'http', 'repo', 'disk']) } : {}),
      ...(isOn(4) ? { again: dealer.below(6) } : {}),
      when: pick(dealer, ['before', 'after']),
      reboots: isOn(3),
      downMs: down(),
    }));
  }
  if (isOn(5))
    add(1 + times(1), () => ({
      at: near(),
      kind: 'pause',
      host: host(),
      forMs: dealer.below(isOn(2) ? 20 * minute : minute),
    }));
  if (isOn(6))
    add(1 + times(1), () => ({
      at: near(),
      kind: 'jump',
      host: host(),
      byMs: (dealer.below(2) * 2 - 1) * dealer.below(isOn(2) ? 400 * minute : minute),
    }));
  if (isOn(4)) {
    const slow = { kind: 'slow', port: pick(dealer, ['disk', 'disk', 'repo', 'http']) } as const;
    const from = near();
    acts.push({
      ...slow,
      at: from,
      byMs: 100 + dealer.below(isOn(3) ? 25_000 : 3_000),
      forMs: dealer.below(20 * minute),
    });
    // What takes long is where a process dies in the middle.
    if (isOn(2)) {
      const when = pick(dealer, ['before', 'after', 'after']);
      acts.push({
        at: from,
        kind: 'crash',
        host: host(),
        calls: dealer.below(3),
        when,
        reboots: isOn(3),
        downMs: down(),
        only: 'http',
      });
    }
  }
  if (isOn(10))
    add(1, () => ({ at: near(), kind: 'hold', host: host(), what: 'all', forMs: dealer.below(20 * minute) }));
  if (isOn(10)) add(1, () => ({ at: near(), kind: 'wipe-host', host: host(), downMs: down() }));
  if (isOn(12)) add(1, () => ({ at: near(), kind: 'amnesia', downMs: down() }));
  if (isOn(3)) {
    add(1 + times(2), () => ({
      at: near(),
      kind: 'port',
      port: pick(dealer, ['repo', 'http', 'http', 'repo', 'disk']),
      trouble: pick(dealer, ['unheard', 'unanswered', 'refused']),
      odds: pick(dealer, [0.05, 0.3, 1]),
      onlyWrites: isOn(2),
      forMs: dealer.below(isOn(3) ? 20 * minute : 2 * minute),
    }));
  }
  if (isOn(2)) {
    add(1 + times(3), () => ({
      at: near(),
      kind: 'bmc',
      station: station(),
      rule: drawRule(dealer),
      forMs: dealer.below(isOn(3) ? 30 * minute : 3 * minute),
    }));
  }
  if (isOn(5))
    add(1 + times(2), () => ({ at: near(), kind: 'button', station: station(), power: pick(dealer, ['On', 'Off']) }));
  if (isOn(6))
    add(1 + times(1), () => ({ at: near(), kind: 'task', station: station(), forMs: dealer.below(10 * minute) }));
  if (isOn(8)) {
    const one = station();
    const first = at();
    acts.push({ at: first, kind: 'board', station: one });
    if (isOn(2))
      acts.push({ at: first + dealer.below(10 * minute), kind: 'commit', change: { kind: 'enrol', station: one } });
  }
  if (isOn(10)) {
    add(1, () => ({
      at: near(),
      kind: 'rollback',
      host: host(),
      agoMs: dealer.below(isOn(2) ? 10_000 : 5 * minute),
      downMs: down(),
    }));
  }
  if (isOn(12)) add(1, () => ({ at: near(), kind: 'password', forMs: dealer.below(20 * minute) }));
  const policy = {
    maxConcurrent: 1 + dealer.below(3),
    maxPerCommit: pick(dealer, [1, 2, 10]),
    drift: pick(dealer, ['hold', 'hold', 'correct']),
  } as const;
  const tls = isOn(2);
  const postMs = pick(dealer, [4_000, 30_000, 90_000]);
  const unnoticed = pick(dealer, [0, 20, 100]);
  if (isOn(3)) acts.push(...drawAccounts(dealer, machines, healAt, near));
  acts.push(...drawHands(seed, machines, healAt));
  acts.push(...drawRollOut(seed, healAt));
  acts.push(...drawStarts(seed, acts));
  acts.push(...drawUnwritten(seed, machines, hosts, healAt));
  const drawn = drawInstalls(seed, machines, hosts, healAt);
  const installs = drawn.boot ? drawReady(seed, hosts, drawn) : drawSecondThoughts(seed, machines, healAt);
  acts.push(...installs.acts);
  acts.push(...drawClaimed(seed, hosts, installs.acts));
  acts.push(...drawMissedIso(seed, installs));
  acts.push(...drawGuess(seed, healAt, installs));
  const httpBoot = drawHttpBoot(seed, healAt, installs);
  acts.push(...httpBoot.acts);
  return {
    seed,
    machines,
    hosts,
    policy,
    tls,
    postMs: installs.slowly ? 90_000 : postMs,
    unnoticed: installs.slowly ? 100 : unnoticed,
    ...(installs.boot ? { boot: installs.boot } : {}),
    ...(httpBoot.attribute ? { httpBootAttribute: httpBoot.attribute } : {}),
    acts: acts.filter((act) => act.at < healAt).sort((a, b) => a.at - b.at),
    healAt,
  };
}

/** Accounts of the facility's own: declared, and their passwords changed, early and again. */
function drawAccounts(dealer: Dealer, machines: number, healAt: number, near: () => number): readonly Act[] {
  const rotate = pick(dealer, [undefined, '10m', '1h']);
  const account = { username: 'nanometal', ...(rotate === undefined ? {} : { rotate }) };
  const at = minute + dealer.below(healAt / 2);
  const station = dealer.below(2) === 0 ? ('all' as const) : dealer.below(machines);
  const acts: Act[] = [{ at, kind: 'commit', change: { kind: 'account', station, account } }];
  for (let count = dealer.below(3); count > 0; count--) {
    const change = { kind: 'rotate-all', id: `rotate-${count}` } as const;
    acts.push({ at: at + 10_000 + dealer.below(healAt / 2), kind: 'commit', change });
  }
  if (dealer.below(2) === 0) {
    const crash = {
      kind: 'crash',
      host: 0,
      when: pick(dealer, ['before', 'after']),
      reboots: dealer.below(3) === 0,
    } as const;
    acts.push({
      ...crash,
      at: near(),
      calls: dealer.below(12),
      downMs: 20_000,
      only: pick(dealer, ['http', 'repo', 'disk']),
    });
  }
  return acts;
}

/** Of a stream of its own, so that a world stays otherwise what it was. */
function drawHands(seed: number, machines: number, healAt: number): readonly Act[] {
  const dealer = createDealer(hash(`hands ${seed}`));
  if (dealer.below(4) > 0) return [];
  return Array.from({ length: 1 + dealer.below(2) }, (): Act => {
    const [how, part] = pick<readonly ['lose' | 'replace', string]>(dealer, [
      ['lose', 'DIMM03'],
      ['replace', 'DIMM01'],
      ['replace', 'Drive02'],
      ['replace', 'NIC01'],
    ]);
    return { at: minute + dealer.below(healAt - 2 * minute), kind: 'part', station: dealer.below(machines), how, part };
  });
}

/** All machines are to start from the network, by one commit, and some are slow: each waits for its reboot beside the others. */
function drawRollOut(seed: number, healAt: number): readonly Act[] {
  const dealer = createDealer(hash(`roll-out ${seed}`));
  if (dealer.below(6) > 0) return [];
  const at = minute + dealer.below(healAt - 2 * minute);
  const change = { kind: 'all-operation', id: 'roll-out', verb: 'Reboot', boot: 'Pxe' } as const;
  const acts: Act[] = [{ at, kind: 'commit', change }];
  if (dealer.below(3) > 0)
    acts.push({ at, kind: 'slow', port: 'http', byMs: 500 + dealer.below(4_000), forMs: dealer.below(20 * minute) });
  return acts;
}

/** A process that dies again and again while it is given a wrong password; of a stream of its own too. */
function drawStarts(seed: number, acts: readonly Act[]): readonly Act[] {
  const dealer = createDealer(hash(`starts ${seed}`));
  const wrong = acts.find((act) => act.kind === 'password');
  if (wrong?.kind !== 'password') return [];
  const starts = 4 + dealer.below(3);
  return Array.from({ length: starts }, (_, index): Act => {
    const at = wrong.at + Math.floor(((index + 1) * wrong.forMs) / (starts + 1));
    const when = pick(dealer, ['before', 'after']);
    return { at, kind: 'crash', host: 0, calls: 0, atReads: true, when, reboots: index % 3 === 0, downMs: 1_000 };
  });
}

/** The process dies right after a request left, and its host's disk is so slow that what should be on it by then may not be. */
function drawUnwritten(seed: number, machines: number, hosts: number, healAt: number): readonly Act[] {
  const dealer = createDealer(hash(`unwritten ${seed}`));
  if (dealer.below(10) > 0) return [];
  const at = minute + dealer.below(healAt - 2 * minute);
  const station = dealer.below(machines);
  const verb = pick(dealer, ['Reboot', 'PowerCycle', 'Identify']);
  const forMs = (1 + dealer.below(5)) * minute;
  const death = { when: 'after', reboots: false, downMs: 1_000 + dealer.below(10_000), only: 'http' } as const;
  return [
    { at, kind: 'slow', port: 'disk', byMs: 300 + dealer.below(2_000), forMs },
    { at, kind: 'commit', change: { kind: 'operation', station, id: 'unwritten', verb } },
    { at, kind: 'crash', host: dealer.below(hosts), calls: dealer.below(2), ...death },
  ];
}

interface Installs {
  readonly acts: readonly Act[];
  readonly boot?: readonly BootMethod[];
  readonly slowly?: true;
}

/** An install is taken back while its agent already runs and is not heard, and nobody is told of that. */
function drawSecondThoughts(seed: number, machines: number, healAt: number): Installs {
  const dealer = createDealer(hash(`second thoughts ${seed}`));
  if (dealer.below(8) > 0 || healAt < 20 * minute) return { acts: [] };
  const station = dealer.below(machines);
  const install = { id: 'install-1', image: 'debian', place: 0, overwrite: true, ready: 'powerOn' } as const;
  // Whoever reads the head every ten minutes only does so from the beginning on, and takes this in at once.
  const at = 10 * minute - dealer.below(30_000);
  const change = pick<Change>(dealer, [{ kind: 'pause' }, { kind: 'restrain', station, how: 'parked' }]);
  const backAt = 12.5 * minute + dealer.below(minute);
  const forMs = backAt - at + minute + dealer.below(2 * minute);
  const acts: readonly Act[] = [
    { at, kind: 'commit', change: { kind: 'install', station, ...install } },
    { at, kind: 'port', port: 'agents', trouble: 'unheard', odds: 1, onlyWrites: true, forMs },
    { at: backAt, kind: 'commit', change },
  ];
  return { acts, boot: ['VirtualMedia'], slowly: true };
}

/** Machines are installed, erased and inspected, and what goes wrong with that. */
function drawInstalls(seed: number, machines: number, hosts: number, healAt: number): Installs {
  const dealer = createDealer(hash(`install ${seed}`));
  // Of a stream of its own, so that all else is as it was.
  const memory = createDealer(hash(`memory ${seed}`));
  if (dealer.below(3) > 0) return { acts: [] };
  const boot = pick<readonly BootMethod[]>(dealer, [['VirtualMedia'], ['VirtualMedia'], ['UefiHttp'], ['Pxe']]);
  const isOn = (oneIn: number): boolean => dealer.below(oneIn) === 0;
  const first = minute + dealer.below(healAt / 3);
  const acts: Act[] = [];
  let ids = 0;
  const wishes = 1 + dealer.below(3);
  for (let index = 0; index < wishes; index++) {
    const at = first + (index === 0 ? 0 : dealer.below(healAt / 2));
    const station = dealer.below(machines);
    if (index === 0 || !isOn(3)) ids += 1;
    acts.push({ at, kind: 'commit', change: fromMemory(memory, drawPulled(dealer, station, ids)) });
  }
  const after = (most: number): number => first + dealer.below(most);
  // Machines that are renamed, swapped, taken back and let go while it is done.
  if (isOn(2)) {
    const station = dealer.below(machines);
    const change = pick<Change>(dealer, [
      { kind: 'rename', station },
      { kind: 'revert', back: 1 },
      { kind: 'delete', station },
      { kind: 'restrain', station, how: 'parked' },
      { kind: 'restrain', station, how: 'protected' },
      { kind: 'withdraw', station },
    ]);
    const at = after(6 * minute);
    acts.push({ at, kind: 'commit', change });
    if (isOn(2)) acts.push({ at: at + dealer.below(5 * minute), kind: 'commit', change: { kind: 'revert', back: 1 } });
  }
  if (isOn(8)) acts.push({ at: after(6 * minute), kind: 'board', station: dealer.below(machines) });
  if (isOn(2)) {
    acts.push({
      at: after(5 * minute),
      kind: 'crash',
      host: dealer.below(hosts),
      calls: dealer.below(12),
      when: pick(dealer, ['before', 'after']),
      reboots: isOn(3),
      downMs: 1_000 + dealer.below(isOn(4) ? 15 * minute : 30_000),
      ...(isOn(3) ? {} : { only: pick(dealer, ['agents', 'agents', 'http', 'repo', 'disk']) }),
    });
  }
  if (isOn(2)) {
    const count = 1 + dealer.below(2);
    for (let index = 0; index < count; index++) {
      acts.push({
        at: first - dealer.below(30_000),
        kind: 'host',
        station: dealer.below(machines),
        fault: pick(dealer, machineFaults),
        forMs: dealer.below(isOn(3) ? 40 * minute : 6 * minute),
      });
    }
  }
  if (isOn(4)) {
    const rule = { fault: pick(dealer, ['missed-boot', 'insert-lost']), on: 'all', when: 'before' } as const;
    const probability = pick(dealer, [0.5, 1]);
    const forMs = dealer.below(20 * minute);
    acts.push({ at: first, kind: 'bmc', station: dealer.below(machines), rule: { ...rule, probability }, forMs });
  }
  if (isOn(4)) {
    acts.push({
      at: after(4 * minute),
      kind: 'port',
      port: 'agents',
      trouble: pick(dealer, ['unheard', 'unanswered', 'refused']),
      odds: pick(dealer, [0.1, 0.5, 1]),
      forMs: dealer.below(isOn(3) ? 20 * minute : 2 * minute),
    });
  }
  if (isOn(8)) acts.push({ at: after(6 * minute), kind: 'status', how: pick(dealer, ['delete', 'rewind']) });
  if (isOn(12)) acts.push({ at: after(6 * minute), kind: 'amnesia', downMs: 5_000 });
  if (isOn(8)) acts.push({ at: after(6 * minute), kind: 'button', station: dealer.below(machines), power: 'Off' });
  if (!isOn(4)) return { acts, boot };
  // Second thoughts, of which nobody is told, while a machine takes its time to boot.
  const change = pick<Change>(dealer, [
    { kind: 'pause' },
    { kind: 'revert', back: 1 },
    { kind: 'restrain', station: dealer.below(machines), how: 'parked' },
  ]);
  acts.push({ at: after(7 * minute), kind: 'commit', change });
  const unheard = { kind: 'port', port: 'agents', trouble: 'unheard', odds: pick(dealer, [0.5, 0.9]) } as const;
  acts.push({ ...unheard, at: first, forMs: dealer.below(10 * minute) });
  return { acts, boot, slowly: true };
}

/** Some of what is installed runs from memory: an ISO has no seed, so that nothing of it calls home. */
function fromMemory(dealer: Dealer, change: Change): Change {
  if (change.kind !== 'install' || dealer.below(3) > 0) return change;
  return dealer.below(2) === 0 ? { ...change, image: 'ramdisk' } : { ...change, image: 'rescue', ready: 'powerOn' };
}

/**
 * Some installs are ready when they take a connection; of a stream of its own. The manifest names a port for that, which by PXE is
 * how the machine is known: somebody would have to see to it whenever that is replaced.
 */
function drawReady(seed: number, hosts: number, installs: Installs): Installs {
  const dealer = createDealer(hash(`ready ${seed}`));
  if (installs.boot?.[0] === 'Pxe' || dealer.below(2) > 0) return installs;
  const ready = pick(dealer, ['tcp:22', 'tcp:22', 'tcp:22', 'tcp:2222']);
  const acts: Act[] = installs.acts.map((act) =>
    act.kind === 'commit' && act.change.kind === 'install' && act.change.image !== 'rescue' && dealer.below(3) > 0
      ? { ...act, change: { ...act.change, ready } }
      : act,
  );
  // Nobody is connected to before something is installed: both wait for that.
  const first = Math.min(...acts.flatMap(({ at, kind }) => (kind === 'commit' ? [at] : [])));
  if (dealer.below(3) === 0) {
    const trouble = pick(dealer, ['unheard', 'unanswered', 'refused']);
    const odds = pick(dealer, [0.3, 0.9, 1]);
    acts.push({ at: first, kind: 'port', port: 'reach', trouble, odds, forMs: dealer.below(40 * minute) });
  }
  if (dealer.below(3) === 0) {
    const death = { when: pick(dealer, ['before', 'after']), reboots: false, only: 'reach', atReads: true } as const;
    const downMs = 1_000 + dealer.below(10_000);
    acts.push({ at: first, kind: 'crash', host: dealer.below(hosts), calls: dealer.below(8), downMs, ...death });
  }
  return { ...installs, acts };
}

/** The process dies when an agent asks for its work, of a stream of its own: who is given it may never hear so. */
function drawClaimed(seed: number, hosts: number, installs: readonly Act[]): readonly Act[] {
  const dealer = createDealer(hash(`claimed ${seed}`));
  const asked = installs.filter(({ kind }) => kind === 'commit');
  const first = asked[dealer.below(asked.length)];
  if (!first || dealer.below(3) > 0) return [];
  const death = { when: 'after', reboots: false, downMs: 1_000 + dealer.below(10_000), only: 'agents' } as const;
  return [{ at: first.at, kind: 'crash', host: dealer.below(hosts), calls: dealer.below(3), ...death }];
}

/** Firmware passes over an ISO after its agent was booted from its own medium; of a stream of its own. */
function drawMissedIso(seed: number, { acts }: Installs): readonly Act[] {
  const dealer = createDealer(hash(`missed ISO ${seed}`));
  return acts.flatMap((act): readonly Act[] => {
    if (act.kind !== 'commit' || act.change.kind !== 'install' || act.change.image !== 'rescue') return [];
    const { station } = act.change;
    if (station === 'all' || dealer.below(2) > 0) return [];
    const at = act.at + 15_000 + dealer.below(3 * minute);
    const rule = { fault: 'missed-boot', on: 'all', when: 'before', probability: 1 } as const;
    return [{ at, kind: 'bmc', station, rule, forMs: 15 * minute }];
  });
}

/** Beside a machine that is installed another one says that it is this one, with a token that nobody gave it. */
function drawGuess(seed: number, healAt: number, { boot, acts }: Installs): readonly Act[] {
  const dealer = createDealer(hash(`guess ${seed}`));
  // Only what is booted from a medium, inserted or fetched, has a token to begin with.
  if (!boot || boot[0] === 'Pxe' || dealer.below(3) > 0) return [];
  const installs = acts.flatMap((act) => (act.kind === 'commit' && act.change.kind === 'install' ? [act.change] : []));
  const { station = 'all' } = installs[dealer.below(installs.length)] ?? {};
  return [{ at: minute, kind: 'host', station: station === 'all' ? 0 : station, fault: 'guessed', forMs: healAt }];
}

/** BMCs without HttpBootUri, whose class says by a commit of its own where firmware is told instead: before the installs, or late. */
function drawHttpBoot(
  seed: number,
  healAt: number,
  { boot, acts }: Installs,
): { readonly acts: readonly Act[]; readonly attribute?: string } {
  const dealer = createDealer(hash(`http boot ${seed}`));
  if (boot?.[0] !== 'UefiHttp' || dealer.below(2) > 0) return { acts: [] };
  const attribute = 'HttpDev1Uri';
  const first = Math.min(...acts.map(({ at }) => at));
  const at = dealer.below(3) > 0 ? first - dealer.below(30_000) : minute + dealer.below(healAt / 2);
  return { acts: [{ at: Math.max(1_000, at), kind: 'commit', change: { kind: 'http-boot', attribute } }], attribute };
}

function drawPulled(dealer: Dealer, station: number, id: number): Change {
  switch (dealer.below(6)) {
    case 0:
      return {
        kind: 'operation',
        station,
        id: `erase-${id}`,
        verb: 'Erase',
        disks: pick<readonly number[]>(dealer, [[0], [1], [0, 1]]),
      };
    case 1:
      return { kind: 'operation', station, id: `inspect-${id}`, verb: 'Inspect' };
    default:
      return {
        kind: 'install',
        station: dealer.below(4) === 0 ? 'all' : station,
        id: `install-${id}`,
        image: pick(dealer, ['debian', 'fedora']),
        place: dealer.below(5) === 0 ? 1 : 0,
        overwrite: dealer.below(6) > 0,
        ready: pick(dealer, ['phoneHome', 'phoneHome', 'powerOn']),
      };
  }
}

const pick = <const T>(dealer: Dealer, from: readonly [T, ...T[]]): T => from[dealer.below(from.length)] ?? from[0];

/** Ids of operations: mostly new, now and then one that was used before. */
function createIds(): (dealer: Dealer) => string {
  let count = 0;
  return (dealer) => {
    if (count > 0 && dealer.below(6) === 0) return `op-${1 + dealer.below(count)}`;
    count += 1;
    return `op-${count}`;
  };
}

function drawChange(dealer: Dealer, machines: number, ids: (dealer: Dealer) => string): Change {
  const station = dealer.below(machines);
  // Half of what people do asks for something that acts.
  if (dealer.below(2) === 0) {
    switch (dealer.below(3)) {
      case 0:
        return { kind: 'power', station, to: pick(dealer, ['On', 'Off', 'Off']) };
      case 1: {
        const [key, values] = pick<readonly [string, readonly [string, ...string[]]]>(dealer, [
          ['LogicalProc', ['Enabled', 'Disabled']],
          ['SystemProfile', ['PerfPerWatt', 'Performance', 'DenseCompute']],
        ]);
        return { kind: 'bios', station, key, value: pick(dealer, values) };
      }
      default:
        return { kind: 'operation', station, ...drawOperation(dealer, ids(dealer)) };
    }
  }
  switch (dealer.below(12)) {
    case 0:
      return { kind: 'withdraw', station };
    case 1:
      return { kind: 'restrain', station, how: pick(dealer, ['parked', 'protected', 'observe', 'adopt']) };
    case 2:
    case 3:
      return { kind: 'release', station };
    case 4:
      return { kind: pick(dealer, ['pause', 'unpause', 'unpause', 'unpause']) };
    case 5:
      return pick<Change>(dealer, [
        { kind: 'delete', station },
        { kind: 'enrol', station },
        { kind: 'enrol', station },
      ]);
    case 6:
      return pick<Change>(dealer, [
        { kind: 'rename', station },
        { kind: 'move', station },
      ]);
    case 7:
    case 8:
      return { kind: 'all-power', to: pick(dealer, ['On', 'Off']) };
    case 9:
      return { kind: 'break', how: pick(dealer, brokenWays) };
    case 10:
      return { kind: 'power', station, to: 'unsaid' };
    default:
      return { kind: 'revert', back: 1 + dealer.below(3) };
  }
}

function drawOperation(dealer: Dealer, id: string): Operation {
  const verb = pick(dealer, ['Reboot', 'Reboot', 'PowerCycle', 'Identify', 'ResetBmc']);
  return verb === 'Reboot' && dealer.below(3) === 0 ? { id, verb, boot: 'Pxe' } : { id, verb };
}

function drawRule(dealer: Dealer): Pick<FaultRule, 'fault' | 'on' | 'when' | 'probability'> {
  const fault = pick(dealer, ['hang', 'reset', 'unavailable', 'garbage', 'nothing', 'wrong-machine']);
  // Another machine at an address is there for every request.
  if (fault === 'wrong-machine') return { fault, on: 'all', when: 'before', probability: 1 };
  return {
    fault,
    on: pick(dealer, ['all', 'mutating']),
    when: pick(dealer, ['before', 'after']),
    probability: pick(dealer, [0.1, 0.5, 1]),
  };
}
