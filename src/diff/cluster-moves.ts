import type { Cluster, ClusterMemory, Duty, MemberMemory, Membership } from '../model/cluster.ts';
import { membersOf, own } from '../model/cluster.ts';
import type { MachineName } from '../model/names.ts';

/** One machine that is to come into the cluster, or to go out of it. */
export interface Move {
  readonly kind: 'join' | 'exit';
  readonly machine: MachineName;
  readonly duty: Duty;
  readonly state: Membership;
  /** Known to answer. */
  readonly answers: boolean;
  /** It is in the cluster as something else, and must leave as that first. */
  readonly otherwise: boolean;
}

/**
 * Who comes and who goes, in the order in which it is safe. What is under way is ended first. Then a member that does not
 * answer goes before anybody comes: while it counts as a voter, one more voter would raise the quorum above those that
 * answer. Then they come and go in turn, and who comes is first: so there is never a member less than there need be, a
 * cluster of three survives the loss of one throughout, and it is never more than one larger than it should be.
 */
export function movesOf(cluster: Cluster, memory: ClusterMemory, duty: Duty): readonly Move[] {
  const wanted = membersOf(cluster);
  const joins = [...wanted].flatMap(([machine, as]): readonly Move[] => {
    const member = own(memory.members, machine);
    if (as !== duty || member?.state === 'unknown') return [];
    const otherwise = isIn(member) && member?.duty !== as;
    if (isIn(member) && !otherwise && member?.state !== 'joining') return leavingAgain(machine, as, member);
    return [
      {
        kind: 'join',
        machine,
        duty: as,
        state: otherwise ? 'absent' : (member?.state ?? 'absent'),
        answers: false,
        otherwise,
      },
    ];
  });
  const exits = Object.entries(memory.members).flatMap(([machine, member]): readonly Move[] => {
    if (member.duty !== duty || !isIn(member) || wanted.get(machine) === duty) return [];
    const { state, healthy = false } = member;
    return [{ kind: 'exit', machine, duty, state, answers: healthy, otherwise: false }];
  });
  const all = [...joins, ...exits];
  const busy = all.filter(({ state }) => isUnderWay(state));
  const resting = all.filter(({ state }) => !isUnderWay(state));
  const failed = resting.filter(({ kind, answers }) => kind === 'exit' && !answers);
  const coming = resting.filter(({ kind }) => kind === 'join');
  const going = resting.filter(({ kind, answers }) => kind === 'exit' && answers);
  if (duty === 'worker') return [...busy, ...failed, ...coming, ...going];
  const size = cluster.controlPlane.machines.length;
  const staying = size - joins.length;
  return [...busy, ...failed, ...inTurn(coming, going, size, staying + going.length)];
}

/** Comes and goes in turn, so that there is at most one more than `size`; `present` is how many answer before the first. */
function inTurn(coming: readonly Move[], going: readonly Move[], size: number, present: number): readonly Move[] {
  const [come, go] = [[...coming], [...going]];
  const order: Move[] = [];
  let count = present;
  while (come.length + go.length > 0) {
    const next = count > size ? (go.shift() ?? come.shift()) : (come.shift() ?? go.shift());
    if (next === undefined) break;
    count += next.kind === 'join' ? 1 : -1;
    order.push(next);
  }
  return order;
}

/** It was on its way out when people wanted it back: it goes out, and comes in anew. */
function leavingAgain(machine: MachineName, duty: Duty, member: MemberMemory | undefined): readonly Move[] {
  if (member === undefined || member.state === 'joined') return [];
  return [{ kind: 'exit', machine, duty, state: member.state, answers: member.healthy ?? false, otherwise: false }];
}

const isIn = (member: MemberMemory | undefined): boolean =>
  member !== undefined && member.state !== 'absent' && member.state !== 'unknown';

const underWay: ReadonlySet<Membership> = new Set(['joining', 'draining', 'drained', 'leaving']);
export const isUnderWay = (state: Membership): boolean => underWay.has(state);
