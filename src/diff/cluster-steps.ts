import type { Cluster, ClusterMemory, Duty, Membership } from '../model/cluster.ts';
import type { ClusterPlan, ClusterStep, ClusterVerb, WaitReason } from '../model/cluster-plan.ts';
import type { Fleet, Machine } from '../model/fleet.ts';
import type { Instant, MachineName } from '../model/names.ts';
import { latched } from './cluster-memory.ts';
import { isUnderWay, type Move, movesOf } from './cluster-moves.ts';
import { type Etcd, joinRefused, leaveRefused, quorumOf } from './quorum.ts';

/**
 * What brings a cluster from what is known of it to what is declared: the first member, the others of the control plane
 * one at a time, then workers. Pure; nothing of it is carried out by this version.
 */
export function planCluster(cluster: Cluster, memory: ClusterMemory, fleet: Fleet, now: Instant): ClusterPlan {
  const known = latched(memory);
  const machines = new Map(fleet.machines.map((machine) => [machine.name, machine]));
  const around: Around = { cluster, memory: known, fleet, machines, now, etcd: etcdOf(known) };
  const unseen = Object.entries(known.members).filter(([, { state }]) => state === 'unknown');
  const plan = {
    cluster: cluster.name,
    controlPlane: cluster.controlPlane.machines.length,
    workers: cluster.workers.machines.length,
    unseen: unseen.map(([name]) => name),
  };
  const steps = known.initialized === 'yes' ? growAndShrink(around) : begin(around);
  // Where a member of the control plane may be there or not, no quorum can be reckoned with.
  const blind = unseen.some(([, { duty }]) => duty === 'control-plane');
  if (known.initialized === 'assumed' || blind) return { ...plan, steps: steps.map((step) => wait(step, assumed)) };
  const silent = Object.entries(known.members).find(
    ([, member]) => member.duty === 'control-plane' && voting.has(member.state) && member.healthy === undefined,
  );
  if (silent === undefined) return { ...plan, steps };
  // Not known is not down: nobody is removed, and nobody is added, on that account.
  const unknown = waiting('NotSeen', `whether ${silent[0]} answers is not known`);
  return { ...plan, steps: steps.map((step) => (step.duty === 'control-plane' ? wait(step, unknown) : step)) };
}

interface Around {
  readonly cluster: Cluster;
  readonly memory: ClusterMemory;
  readonly fleet: Fleet;
  readonly machines: ReadonlyMap<MachineName, Machine>;
  readonly now: Instant;
  readonly etcd: Etcd;
}

type Waits = NonNullable<ClusterStep['waits']>;

const waiting = (reason: WaitReason, message: string): Waits => ({ reason, message });
const wait = (step: ClusterStep, waits: Waits): ClusterStep => ({ ...step, waits });

const assumed = waiting(
  'Assumed',
  'the cluster stood here before memory began: whether it runs must be seen before anything joins, leaves or begins',
);

/** Until it has left, it counts. */
const voting: ReadonlySet<Membership> = new Set(['joined', 'draining', 'drained', 'leaving']);

function etcdOf({ members }: ClusterMemory): Etcd {
  const voters = Object.values(members).filter(({ duty, state }) => duty === 'control-plane' && voting.has(state));
  return { voters: voters.length, answering: voters.filter(({ healthy }) => healthy).length };
}

/** Nothing is there: the first member, and all others after it. Who has begun it stays the first, whatever the list says. */
function begin(around: Around): readonly ClusterStep[] {
  const { cluster, memory } = around;
  const control = movesOf(cluster, memory, 'control-plane');
  const begun = control.find(({ state }) => state === 'joining');
  const first =
    begun ?? control.find(({ kind, machine }) => kind === 'join' && machine === cluster.controlPlane.machines[0]?.name);
  const others = [...control, ...movesOf(cluster, memory, 'worker')].filter(
    (move) => move !== first && move.kind === 'join',
  );
  const name = first?.machine ?? 'the first member';
  const after = waiting('FirstMember', `${name} begins the cluster; until it answers there is nothing to join`);
  return [
    ...(first === undefined ? [] : [initOf(first, around)]),
    ...others.map((move): ClusterStep => {
      const { machine, duty } = move;
      return { machine, verb: 'join', duty, because: joinBecause(move), waits: after };
    }),
  ];
}

function initOf(first: Move, around: Around): ClusterStep {
  const { machine, duty, state } = first;
  const because = 'the cluster has no member yet, and this is the first of the list';
  const step: ClusterStep = { machine, verb: 'init', duty, because };
  if (state === 'joining') return wait(step, waiting('UnderWay', 'it begins the cluster'));
  const held = heldBy(first, around);
  return held ? wait(step, held) : step;
}

function growAndShrink(around: Around): readonly ClusterStep[] {
  const { cluster, memory } = around;
  const control = movesOf(cluster, memory, 'control-plane');
  const work = movesOf(cluster, memory, 'worker');
  const controlFirst =
    control.length > 0 ? waiting('ControlPlaneFirst', 'the control plane is not complete yet') : null;
  // A worker that the control plane waits for must not wait for the control plane.
  const isPromoted = ({ machine }: Move): boolean => control.some((move) => move.otherwise && move.machine === machine);
  return [
    ...ration(control, around, 1, (move) => etcdRefuses(move, around.etcd) ?? staysFor(move, control, around)),
    ...ration(work, around, cluster.workers.maxConcurrent, (move) =>
      isPromoted(move) ? null : (controlFirst ?? joinFirst(move, work)),
    ),
  ];
}

/** Lets as many begin as there is room for, in order; each further one waits for that. */
function ration(
  moves: readonly Move[],
  around: Around,
  room: number,
  refused: (move: Move) => Waits | null,
): readonly ClusterStep[] {
  const busy = moves.filter(({ state }) => isUnderWay(state));
  let left = room - busy.length;
  return moves.flatMap((move) => {
    if (isUnderWay(move.state)) return stepsOf(move, around, finishing(move, around));
    const held = heldBy(move, around) ?? refused(move);
    if (held) return stepsOf(move, around, held);
    if (left-- > 0) return stepsOf(move, around, null);
    const message = `${room === 1 ? 'one member' : `${room} workers`} at a time${busy[0] ? `: ${busy[0].machine} is under way` : ''}`;
    return stepsOf(move, around, waiting(move.duty === 'worker' ? 'Budget' : 'OneAtATime', message));
  });
}

/** What was begun goes on, unless etcd could not bear the loss any more that was looked at when it began. */
function finishing(move: Move, around: Around): Waits | null {
  return heldBy(move, around) ?? (move.duty === 'control-plane' ? etcdRefuses(move, around.etcd) : null);
}

function etcdRefuses(move: Move, etcd: Etcd): Waits | null {
  return move.kind === 'join' ? joinRefused(etcd) : leaveRefused(etcd, move.answers);
}

/** Who answers goes only when the control plane is as large without it, whatever keeps the one that comes for it. */
function staysFor(move: Move, moves: readonly Move[], { cluster, etcd }: Around): Waits | null {
  if (move.kind === 'join' || !move.answers || etcd.voters > cluster.controlPlane.machines.length) return null;
  const coming = moves.find(({ kind }) => kind === 'join');
  return coming ? waiting('JoinFirst', `${coming.machine} joins before this one goes`) : null;
}

/** A worker that does its work is missed less when the one that comes for it is there. */
function joinFirst(move: Move, moves: readonly Move[]): Waits | null {
  if (move.kind === 'join' || !move.answers) return null;
  const coming = moves.find(({ kind, otherwise }) => kind === 'join' && !otherwise);
  return coming ? waiting('JoinFirst', `${coming.machine} joins before this one goes`) : null;
}

/** What holds back anything that is done to this machine, whatever the cluster wants. */
function heldBy(move: Move, { fleet, machines, now }: Around): Waits | null {
  const machine = machines.get(move.machine);
  if (fleet.paused && (fleet.paused.until ?? Number.POSITIVE_INFINITY) > now)
    return waiting('Paused', fleet.paused.reason);
  if (machine === undefined) {
    return waiting(
      'NotManaged',
      'its manifest is gone, and nothing is done because of that: bring it back to have it leave',
    );
  }
  if (machine.management !== 'manage') return waiting('NotManaged', `it has management: ${machine.management}`);
  if (machine.parked && (machine.parked.until ?? Number.POSITIVE_INFINITY) > now)
    return waiting('Parked', machine.parked.reason);
  return machine.protected ? waiting('Protected', 'spec.protected is true') : null;
}

function stepsOf(move: Move, around: Around, held: Waits | null): readonly ClusterStep[] {
  const { machine, duty, state } = move;
  const step = (verb: ClusterVerb, because: string, waits: Waits | null): ClusterStep => ({
    machine,
    verb,
    duty,
    because,
    ...(waits === null ? {} : { waits }),
  });
  if (move.kind === 'join') {
    if (move.otherwise)
      return [step('join', joinBecause(move), waiting('DrainFirst', 'it leaves as what it is first'))];
    return [step('join', joinBecause(move), state === 'joining' ? waiting('UnderWay', 'it is joining') : held)];
  }
  const because = exitBecause(move, around);
  const gone = duty === 'worker' ? 'its Node is removed' : 'its etcd member and its Node are removed';
  if (state === 'leaving') return [step('leave', gone, waiting('UnderWay', 'it is leaving'))];
  if (state === 'drained') return [step('leave', gone, held)];
  if (state === 'joining')
    return [step('leave', because, waiting('UnderWay', 'it is joining, and can leave when that has ended'))];
  const drain = step('drain', because, state === 'draining' ? waiting('UnderWay', 'it is being drained') : held);
  return [drain, step('leave', gone, waiting('DrainFirst', 'its pods go elsewhere first'))];
}

const dutyWords: Readonly<Record<Duty, string>> = { 'control-plane': 'the control plane', worker: 'the workers' };

const joinBecause = ({ duty }: Move): string => `the manifest names it among ${dutyWords[duty]}, and it has not joined`;

function exitBecause(move: Move, { cluster, memory, etcd }: Around): string {
  const named = `the manifest names it among ${dutyWords[move.duty]} no longer`;
  const replaced = movesOf(cluster, memory, move.duty).some(({ kind }) => kind === 'join');
  if (move.duty === 'worker') return named;
  if (!move.answers) {
    const next = etcd.voters + 1;
    return `${named}; it does not answer, so it goes before anybody comes: a join would raise the quorum to ${quorumOf(next)} of ${next}`;
  }
  return replaced ? `${named}; it answers, so it stays until who comes for it has joined` : named;
}
