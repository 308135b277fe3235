import type { Ledger } from '../ledger.ts';

/** Of a grant at most one image is completed on a disk; what a boot attempt was given is for one run of the agent. */
export function repeatedWork({ evidence }: Ledger): readonly string[] {
  const completed = new Set<string>();
  const twice = evidence.written.flatMap(({ write, grant, disk, ghost, torn, at }) => {
    if (write.place !== 'marker' || write.marker.state === 'dirty' || torn) return [];
    // A machine that says that it is this one has a disk of its own, whatever that calls itself.
    const key = `${grant} ${disk}${ghost ? ' elsewhere' : ''}`;
    if (completed.has(key))
      return [`${disk} was ${write.marker.state} twice under ${grant} at ${at - evidence.began} ms`];
    completed.add(key);
    return [];
  });
  const users = new Map<string, string>();
  const shared = evidence.handed.flatMap(({ token, boot, station }) => {
    const first = users.get(token) ?? boot;
    users.set(token, first);
    return first === boot ? [] : [`the token of station ${station + 1} was good for ${first} and for ${boot}`];
  });
  // Within an attempt the agent is given its work once: what became of an answer that got lost nobody knows.
  const given = new Set<string>();
  const again = evidence.handed.flatMap(({ grant, token, verb, station }) => {
    const key = `${grant} ${token}`;
    if (given.has(key)) return [`${verb} was handed out to station ${station + 1} twice in one boot attempt`];
    given.add(key);
    return [];
  });
  // What runs from memory may install itself: of each grant it is started once at most.
  const grants = (station: number, by: number): number =>
    new Set(evidence.handed.flatMap((one) => (one.station === station && one.at <= by ? [one.grant] : []))).size;
  const starts = evidence.started.flatMap(({ kind, grant, station, at, ghost }, index) => {
    const before = evidence.started.slice(0, index).filter((one) => one.station === station && one.kind === kind);
    const isAgain =
      kind === 'kernel'
        ? before.some((one) => one.grant === grant && one.ghost === ghost)
        : before.length >= grants(station, at);
    return isAgain ? [`a ${kind} was started again at station ${station + 1} at ${at - evidence.began} ms`] : [];
  });
  return [...twice, ...shared, ...again, ...starts];
}
