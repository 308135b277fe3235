/** How many of `voters` etcd members must answer for anything to be written. */
export const quorumOf = (voters: number): number => Math.floor(voters / 2) + 1;

/** The voting members of etcd, and how many of them are known to answer. */
export interface Etcd {
  readonly voters: number;
  readonly answering: number;
}

/** Why no member may join now; null: it may. A member that joins counts as a voter before it has ever answered. */
export function joinRefused({
  voters,
  answering,
}: Etcd): { readonly reason: 'Quorum' | 'Unhealthy'; readonly message: string } | null {
  if (answering < quorumOf(voters)) return lost({ voters, answering });
  if (answering === voters) return null;
  const message =
    `${answering} of ${voters} members answer: one more would raise the quorum to ${quorumOf(voters + 1)} of ${voters + 1} ` +
    'before it answers itself; heal or remove the one that does not';
  return { reason: 'Unhealthy', message };
}

/** Why this member may not leave now; null: it may. `answers`: whether it is one of those that do. */
export function leaveRefused(
  { voters, answering }: Etcd,
  answers: boolean,
): { readonly reason: 'Quorum'; readonly message: string } | null {
  if (answering < quorumOf(voters)) return lost({ voters, answering });
  const left = { voters: voters - 1, answering: answering - (answers ? 1 : 0) };
  if (left.voters >= 1 && left.answering >= quorumOf(left.voters)) return null;
  const message = `without it ${left.answering} of ${left.voters} members would answer, and etcd needs ${quorumOf(Math.max(1, left.voters))}`;
  return { reason: 'Quorum', message };
}

const lost = ({ voters, answering }: Etcd) => ({
  reason: 'Quorum' as const,
  message: `etcd has lost its quorum: ${answering} of ${voters} members answer; no member can come or go until people restore it`,
});
