import type { Evidence } from '../evidence.ts';
import { isRecord } from '../ledger.ts';
import type { Law } from './law.ts';

const hourMs = 3600_000;
/**
 * In a row. A new process knows what the one before it was refused; only a host that lost its state folder begins anew.
 */
const refusalsMax = 2;
/** Intents of a pass share a commit, so a minute needs no more commits than there are machines, and a few for restarts. */
const commitsPerMinute = (machines: number): number => Math.max(20, machines);

/** BMCs count by account. */
const accountOf = (body: unknown): string => (isRecord(body) ? String(body.UserName) : '');

/** Nobody ever, also whoever is given wrong passwords. */
function locked({ lockouts }: Evidence): string[] {
  return lockouts.map(({ station, username }) => `the account ${username} at station ${station + 1} was locked`);
}

/** Refused logins and status commits have a limit, whatever happens. */
export const bounded: Law = {
  number: 14,
  name: 'bounded',
  broken: ({ evidence, landed }) => {
    const wrong: string[] = locked(evidence);
    const refusals = evidence.received.filter(
      ({ entry }) => entry.class === 'session' && entry.method === 'POST' && entry.status === 401,
    );
    for (const { station, at, entry } of refusals) {
      const account = accountOf(entry.body);
      const recent = evidence.received.filter(
        (one) =>
          one.station === station &&
          one.entry.class === 'session' &&
          one.entry.method === 'POST' &&
          accountOf(one.entry.body) === account &&
          one.at > at - hourMs &&
          one.at <= at,
      );
      // A BMC counts from zero again once the account let somebody in.
      const letIn = recent.findLastIndex((one) => one.entry.status !== null && one.entry.status < 400);
      const within = recent.slice(letIn + 1).filter((one) => one.entry.status === 401).length;
      const lost = evidence.interventions.filter(
        (one) => (one.kind === 'host-lost' || one.kind === 'amnesia') && one.at > at - hourMs && one.at <= at,
      ).length;
      const strangers = evidence.interventions.filter(
        (one) => one.station === station && (one.kind === 'wrong-machine' || one.kind === 'board') && one.at <= at,
      ).length;
      if (within > refusalsMax * (evidence.scenario.hosts * (1 + lost) + strangers))
        wrong.push(`${within} logins of ${account} refused in a row within an hour at station ${station + 1}`);
    }
    const limit = commitsPerMinute(evidence.scenario.machines);
    for (const [index, { at }] of landed.entries()) {
      const since = landed[index - limit]?.at;
      if (since !== undefined && at - since < 60_000)
        wrong.push(`more than ${limit} status commits within a minute at ${(at - evidence.began) / 1000} s`);
    }
    return wrong;
  },
};
