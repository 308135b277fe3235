import type { Ledger } from '../ledger.ts';

/** Of a grant at most one image is completed on a disk; what a boot attempt was given is for one run of the agent. */
export function repeatedWork(ledger: Ledger): readonly string[] {
  const { evidence } = ledger;
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
  return [...twice, ...shared, ...again, ...repeatedStarts(ledger)];
}

/** What runs from memory may install itself: for each request it is started once at most, whichever host asks for it. */
function repeatedStarts({ evidence, granted }: Ledger): readonly string[] {
  const requestOf = (grant: string | undefined, by: number): string | undefined => granted(grant ?? '', by)?.request;
  return evidence.started.flatMap(({ kind, sha256, grant, station, at, ghost }, index) => {
    const before = evidence.started
      .slice(0, index)
      .filter((one) => one.station === station && one.kind === kind && one.ghost === ghost);
    const request = requestOf(grant, at);
    const isoRequests = evidence.handed.flatMap((one) => {
      const isFor = one.station === station && one.verb === 'Install' && one.at <= at;
      return isFor ? [requestOf(one.grant, one.at)] : [];
    });
    const isAgain =
      kind === 'kernel'
        ? before.some((one) => requestOf(one.grant, one.at) === request)
        : before.filter((one) => one.sha256 === sha256).length >= new Set(isoRequests).size;
    const what = `${request ? `${request}: ` : ''}a ${kind}`;
    return isAgain ? [`${what} was started again at station ${station + 1} at ${at - evidence.began} ms`] : [];
  });
}
