import type { Heard } from '../model/boot.ts';
import type { Facts, Sighting } from '../model/inventory.ts';
import type { Open } from '../model/memory.ts';
import type { Ticks } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Outcome } from '../model/outcome.ts';
import { isPulled } from '../model/verb.ts';
import { matches } from './identity.ts';

/**
 * What came of a request that was, or may have been, sent: only a look that began after it counts. `null`: not yet known.
 *
 * Times are of the monotonic clock. `since` is when it was sent at the latest: for an intent that was left behind by an
 * earlier process, when this one began.
 */
export function resolve(open: Open, since: Ticks, seen: Sighting | undefined, now: Ticks): Outcome | null {
  if (isPulled(open.args.verb)) return resolvePulled(open, since, seen?.agent, now);
  // Whoever else answers at the address proves nothing about this machine.
  const last = seen?.last && matches(open.expect.identity, seen.last.facts.identity) ? seen.last : undefined;
  const found = last && last.at > since ? evidenceOf(open, last.facts) : null;
  if (found?.kind === 'effect') return { kind: 'done', evidence: found.text };
  if (open.flying) return null;
  const noticedMs = last ? noticedWithinMs(open, last.facts) : open.patienceMs;
  if (
    open.interrupted &&
    found?.kind === 'none' &&
    last &&
    last.at >= since + noticedMs &&
    isUntouched(open, last.facts)
  ) {
    return { kind: 'lost', message: `${found.text} ${minutes(noticedMs)} after the crash: it never arrived` };
  }
  if (now - since < open.patienceMs) return null;
  // That nothing happened is only proved by a look from after all patience.
  if (!last || !found || last.at < since + provedWithinMs(open, last.facts)) {
    // Silence proves nothing. It is waited for much longer, because a BMC that comes back may still tell.
    const limitMs = silenceMsOf(open);
    if (now - since < limitMs) return null;
    // The silence of the machine, that is: who was stopped himself, and has not looked again yet, has heard nothing.
    const heard = seen?.miss ?? seen?.last;
    if (heard && heard.at < since + limitMs) return null;
    return { kind: 'unknown', message: `the machine was not seen for ${minutes(limitMs)} after ${open.args.verb}` };
  }
  if (found.kind === 'late') return { kind: 'done', evidence: found.text };
  if (found.kind === 'blind') return { kind: 'unknown', message: found.text };
  // Whoever left this intent behind may still be about to send it; only a new request may ask again.
  if (open.inherited) return { kind: 'unknown', message: `${found.text}, but another host may yet have sent it` };
  return { kind: 'failed', message: `${found.text} ${minutes(open.patienceMs)} after it was sent` };
}

/**
 * What an agent says of its work is the only evidence. One that is silent may have died, or lost its network: the machine
 * is booted again, and what it finds on the disk tells it how far it was.
 */
function resolvePulled(open: Open, since: Ticks, heard: Heard | undefined, now: Ticks): Outcome | null {
  const report = heard?.report.grant === open.grant ? heard.report : undefined;
  const receipts = report && report.receipts.length > 0 ? { receipts: report.receipts } : {};
  const disk = report?.disk === undefined ? {} : { disk: report.disk };
  if (report?.state === 'done') {
    return { kind: 'done', evidence: report.evidence ?? 'the agent says that it is done', ...receipts };
  }
  if (report?.state === 'failed') {
    const words = [report.reason, report.message].filter((word) => word !== undefined);
    return { kind: 'failed', message: words.join(': ') || 'the agent says that it failed', ...disk, ...receipts };
  }
  const last = Math.max(since, report && heard ? heard.at : since);
  if (now - last < open.patienceMs) return null;
  return { kind: 'unfinished', message: `the agent was not heard for ${minutes(open.patienceMs)}`, ...disk };
}

/**
 * How long silence is borne. Of two passwords that a BMC may have refused no other is shown within the hour, so that a
 * changed one may only be seen to work after it.
 */
const silenceMsOf = ({ args, patienceMs }: Open): number =>
  args.verb === 'RotateCredentials' ? Math.max(patienceMs * 4, 75 * 60_000) : patienceMs * 4;

/** Of a new password nothing is proved before it was shown, which waits where too many were refused within the hour. */
const provedWithinMs = (open: Open, facts: Facts): number =>
  open.args.verb === 'RotateCredentials' && !wasShown(open, facts) ? silenceMsOf(open) : open.patienceMs;

/** The old one, of the same account, let us in, or the new one did not. */
const wasShown = ({ grant }: Open, { login, refusedLogins = [] }: Facts): boolean =>
  login !== undefined || refusedLogins.includes(grant);

/**
 * That a machine is off proves nothing about a power-on, since somebody may have turned it off again, with his hands in the
 * chassis. Only when it was not started since can it be said that the request never arrived.
 */
function isUntouched({ args, expect }: Open, facts: Facts): boolean {
  // Whoever restarted the machine meanwhile may have used it up.
  if (args.verb === 'SetBootOnce') return facts.lastReset === expect.lastReset;
  if (args.verb !== 'PowerOn' && args.verb !== 'PowerOff') return true;
  return facts.lastReset !== undefined && facts.lastReset === expect.lastReset;
}

/**
 * How long after a crash the first sign of a request that did leave may take. The bytes were with the kernel, and reach
 * the BMC at once; the slowest ones known answer after some sixty seconds (notes of Ironic on read time-outs).
 */
const noticeMs = 90_000;

/** Where nothing shows before the end, all patience is needed: who concludes too early sends a second time. */
function noticedWithinMs(open: Open, facts: Facts): number {
  const { args, patienceMs } = open;
  switch (args.verb) {
    case 'PowerOff':
      return args.force ? noticeMs : patienceMs;
    case 'Reboot':
    case 'PowerCycle':
      // A reset that is told of only when the host is up again shows meanwhile in its POST, where that is told.
      return facts.pastPost === undefined ? patienceMs : noticeMs;
    case 'ResetBmc':
      return patienceMs;
    case 'PowerOn':
    case 'Identify':
    case 'SetBootOnce':
    case 'SetBios':
    case 'ClearTasks':
    case 'EjectMedia':
      return noticeMs;
    case 'RotateCredentials':
      return wasShown(open, facts) ? noticeMs : silenceMsOf(open);
    case 'InsertMedia':
    case 'Inspect':
    case 'Install':
    case 'Erase':
      return patienceMs;
    default:
      return never(args);
  }
}

type Evidence =
  | { readonly kind: 'effect'; readonly text: string }
  /** Enough, once patience is over: the reset is seen, the machine is not through POST. */
  | { readonly kind: 'late'; readonly text: string }
  | { readonly kind: 'none'; readonly text: string }
  /** This hardware shows nothing from which it could be told. */
  | { readonly kind: 'blind'; readonly text: string };

function evidenceOf({ args, expect, grant }: Open, facts: Facts): Evidence {
  switch (args.verb) {
    case 'PowerOn':
      return facts.power === 'On' ? effect('power is On') : none(`power is still ${facts.power}`);
    case 'PowerOff':
      return facts.power === 'Off' ? effect('power is Off') : none(`power is still ${facts.power}`);
    case 'Reboot':
    case 'PowerCycle': {
      if (facts.lastReset === undefined || expect.lastReset === undefined) {
        return { kind: 'blind', text: 'this BMC does not tell when the machine was last reset' };
      }
      if (facts.lastReset === expect.lastReset) {
        // Some tell of a reset only when the host is up again; whatever stirs may be ours.
        const stirs = facts.power !== expect.power || facts.pastPost === false;
        return stirs
          ? { kind: 'blind', text: 'it starts, and does not tell of a reset' }
          : none('the machine has not been reset');
      }
      const text = `last reset ${facts.lastReset}`;
      return facts.power === 'On' && facts.pastPost !== false ? effect(text) : { kind: 'late', text };
    }
    case 'Identify':
      return facts.indicator === args.indicator
        ? effect(`indicator is ${args.indicator}`)
        : none('the indicator did not change');
    case 'SetBootOnce':
      return facts.boot.target === args.target && facts.boot.enabled === 'Once'
        ? effect(`boots once from ${args.target}`)
        : none(`boot source is ${facts.boot.target}`);
    case 'SetBios': {
      const { attributes, pending } = facts.bios;
      const open = Object.entries(args.attributes).filter(
        ([key, value]) => attributes[key] !== value && pending[key] !== value,
      );
      return open.length === 0
        ? effect(`written: ${Object.keys(args.attributes).sort().join(', ')}`)
        : none(`not written: ${open.map(([key]) => key).join(', ')}`);
    }
    case 'ResetBmc':
      if (facts.bmcLastReset === undefined || expect.bmcLastReset === undefined) {
        return { kind: 'blind', text: 'this BMC does not tell when it was last reset' };
      }
      return facts.bmcLastReset === expect.bmcLastReset
        ? none('the BMC has not been reset')
        : effect(`BMC was reset ${facts.bmcLastReset}`);
    case 'ClearTasks':
      return facts.tasks.length === 0 ? effect('no task is open') : none(`${facts.tasks.length} tasks are open`);
    case 'RotateCredentials':
      return facts.login === grant
        ? effect(`${args.username} logs in with the new password`)
        : none('the BMC does not take the new password');
    case 'InsertMedia':
      return facts.media?.some(({ inserted, ours }) => inserted && ours)
        ? effect('our medium is inserted')
        : none('our medium is not inserted');
    case 'EjectMedia':
      if (facts.media === undefined) return none('what is inserted was not told');
      return facts.media.some(({ inserted, ours }) => inserted && ours)
        ? none('our medium is still inserted')
        : effect('no medium of ours is inserted');
    case 'Inspect':
    case 'Install':
    case 'Erase':
      return none('no agent has reported');
    default:
      return never(args);
  }
}

const effect = (text: string): Evidence => ({ kind: 'effect', text });
const none = (text: string): Evidence => ({ kind: 'none', text });
const minutes = (ms: number): string =>
  ms < 120_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
