import type { CommitId } from '../../../model/names.ts';
import type { PushOutcome, RefName } from '../../../ports/repo.ts';
import { Damage } from '../object/damage.ts';
import { type NamedObject, zeroId } from '../object/id.ts';
import { objectsToSend, senderOf } from '../objects-to-send.ts';
import { unhurried } from '../store/breathe.ts';
import { buildPack } from '../store/pack-build.ts';
import { flush, packet, splittingBands } from './pkt-line.ts';
import type { StoredObjects } from './stored-objects.ts';
import { type Advertised, Conversation, type WireOptions } from './wire.ts';

/**
 * One ref, moved only from where the caller saw it: the server is told the old id and compares it again under its own
 * lock. Once something was sent, anything but the server's own report is ambiguous.
 */
export async function pushOverHttp(
  wire: WireOptions,
  objects: StoredObjects,
  ref: RefName,
  expected: CommitId | null,
  next: CommitId,
): Promise<PushOutcome> {
  const begun = await Conversation.begin(wire, 'git-receive-pack');
  if (!begun.ok) return { kind: 'refused', message: begun.error.message };
  const advertised = await begun.value.discover();
  if (!advertised.ok) {
    return advertised.error.reason === 'credentials'
      ? { kind: 'refused', message: advertised.error.message }
      : { kind: 'ambiguous', failure: advertised.error };
  }
  const actual = advertised.value.refs.get(ref) ?? null;
  if (actual !== expected) return { kind: 'stale', actual };
  if (!advertised.value.capabilities.has('report-status')) {
    return { kind: 'refused', message: 'the server does not report what came of a push' };
  }
  if (expected === next) return { kind: 'pushed' };
  const fresh = await collect(next, advertised.value, objects);
  if (fresh === null) {
    const message = 'an object of the commit to be pushed is missing or torn in the clone';
    return { kind: 'ambiguous', failure: { reason: 'corrupt', message } };
  }
  const answer = await begun.value.send(await askToMove(ref, expected, next, fresh, advertised.value));
  if (!answer.ok) {
    return answer.error.reason === 'credentials'
      ? { kind: 'refused', message: answer.error.message }
      : { kind: 'ambiguous', failure: answer.error };
  }
  return readReport(answer.value, wire, begun.value, ref, expected, advertised.value);
}

async function askToMove(
  ref: RefName,
  expected: CommitId | null,
  next: CommitId,
  objects: readonly NamedObject[],
  advertised: Advertised,
): Promise<Buffer> {
  const wished = ['report-status', 'side-band-64k'].filter((name) => advertised.capabilities.has(name));
  const command = packet(`${expected ?? zeroId} ${next} ${ref}\0 ${wished.join(' ')} agent=nanometal\n`);
  return Buffer.concat([command, flush, (await buildPack(objects)).pack]);
}

/** `unpack ok`, then `ok <ref>` or `ng <ref> <reason>` (gitprotocol-pack, report-status). */
async function readReport(
  answer: Buffer,
  wire: WireOptions,
  conversation: Conversation,
  ref: RefName,
  expected: CommitId | null,
  advertised: Advertised,
): Promise<PushOutcome> {
  let lines: string[];
  let words = '';
  try {
    const outer = await unhurried(splittingBands(answer));
    words = [outer.words, outer.fatal ?? ''].join(' ');
    const isBanded = advertised.capabilities.has('side-band-64k');
    lines = [...(isBanded ? await unhurried(splittingBands(outer.data)) : outer).lines];
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return { kind: 'ambiguous', failure: { reason: 'corrupt', message: error.message } };
  }
  if (lines.includes(`ok ${ref}`) && lines.includes('unpack ok')) return { kind: 'pushed' };
  const no = lines.find((line) => line === `ng ${ref}` || line.startsWith(`ng ${ref} `));
  if (no === undefined) {
    const message = conversation.quoted(`the server did not report on ${ref} ${words}`);
    return { kind: 'ambiguous', failure: { reason: 'refused', message } };
  }
  const message = conversation.quoted(`${no.slice(`ng ${ref}`.length)} ${words}`);
  // A server says no in one way for many reasons; where the ref stands now tells whether somebody was faster.
  const again = await Conversation.begin(wire, 'git-receive-pack');
  const listed = again.ok ? await again.value.discover() : again;
  const actual = listed.ok ? (listed.value.refs.get(ref) ?? null) : expected;
  return actual === expected ? { kind: 'refused', message } : { kind: 'stale', actual };
}

/** `null`: an object is missing or torn in our own clone. */
async function collect(next: CommitId, advertised: Advertised, objects: StoredObjects): Promise<NamedObject[] | null> {
  try {
    return await objectsToSend(next, new Set(advertised.refs.values()), senderOf(objects));
  } catch (error) {
    if (error instanceof Damage) return null;
    throw error;
  }
}
