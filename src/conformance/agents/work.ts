import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { firstOf } from '../../boot/lines.ts';
import { type Check, caller, digest, expected, first, identity, image, lines, machine, second, told } from './hands.ts';

/** Above what any answer is held back. */
const longMs = 40_000;

/** Claims, work items, reports, and whose they are. */
export const workPromises: Readonly<Record<string, Check>> = {
  'an agent that asks is offered, and gets what is handed to it, signed': async (hands) => {
    const settings = await hands.settings();
    const { open, claim } = await hands.offered(firstOf(settings, 'token') ?? '', first);
    deepEqual(claim.caller.identity, identity);
    equal(claim.caller.disks[0]?.serial, 'S4X0 NA0R');
    const started = claim.hand(hands.item());
    const answer = await hands.patient(open);
    equal(told(answer), 'work');
    deepEqual(await hands.patient(started), { kind: 'accepted', status: 200 });
    const item = Buffer.from(firstOf(lines(answer.text), 'item') ?? '', 'base64');
    const signature = Buffer.from(firstOf(lines(answer.text), 'signature') ?? '', 'base64');
    const spki = Buffer.from(firstOf(settings, 'key') ?? '', 'base64');
    ok(verify(null, item, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature));
    const said = lines(item.toString('utf8'));
    const server = firstOf(settings, 'url');
    deepEqual(Object.fromEntries(said), {
      contract: '1',
      facility: hands.bench.facility,
      machine,
      verb: 'Install',
      grant: expected.grant,
      epoch: '4',
      seconds: '600',
      ...identity,
      disk: 'serial:S4X0 NA0R',
      overwrite: 'no',
      image: `${server}/images/${image.sha256}`,
      format: 'raw',
      sha256: image.sha256,
      seed: 'user-data meta-data',
    });
  },

  'whoever waits first is given the agent that comes later, and the other way round': async (hands) => {
    const token = await hands.token();
    const open = hands.claim(token, first);
    await hands.bench.pass(0);
    const claim = await hands.patient(hands.agents.claim(machine, hands.off.signal));
    claim?.refuse();
    // It may have been put off before anybody wanted it, and asks again.
    equal(told(await hands.patient(open)), 'wait');
  },

  'where there is no work it is told to wait': async (hands) => {
    const answer = await hands.patient(hands.claim(await hands.token(), first));
    equal(told(answer), 'wait');
    match(firstOf(lines(answer.text), 'seconds') ?? '', /^[0-9]+$/);
  },

  'a claim that is called off is null, and nothing is lost by it': async (hands) => {
    const off = new AbortController();
    const wanted = hands.agents.claim(machine, off.signal);
    off.abort();
    equal(await hands.patient(wanted), null);
    equal(await hands.patient(hands.agents.claim(machine, AbortSignal.abort())), null);
    const { open, claim } = await hands.offered(await hands.token(), first);
    claim.refuse();
    await hands.patient(open);
  },

  'who is refused is told to wait, and offered again': async (hands) => {
    const token = await hands.token();
    const one = await hands.offered(token, first);
    one.claim.refuse();
    equal(told(await hands.patient(one.open)), 'wait');
    equal((await hands.patient(one.claim.hand(hands.item()))).kind, 'unsent');
    const other = await hands.offered(token, first);
    other.claim.refuse();
    await hands.patient(other.open);
  },

  'who asks again after its work is offered again, because the answer may have got lost': async (hands) => {
    const token = await hands.handed(first);
    const { open, claim } = await hands.offered(token, first);
    const started = claim.hand(hands.item());
    equal(told(await hands.patient(open)), 'work');
    equal((await hands.patient(started)).kind, 'accepted');
  },

  'one claim hands out once': async (hands) => {
    const { open, claim } = await hands.offered(await hands.token(), first);
    const [one, two] = [claim.hand(hands.item()), claim.hand(hands.item())];
    await hands.patient(open);
    const kinds = [(await hands.patient(one)).kind, (await hands.patient(two)).kind];
    deepEqual(kinds.sort(), ['accepted', 'unsent']);
  },

  'work waits a while for an agent that went away, then it was not sent': async (hands) => {
    const token = await hands.token();
    const wanted = hands.agents.claim(machine, hands.off.signal);
    const away = new AbortController();
    const open = hands.post('claim', token, caller(first), away.signal).catch(() => null);
    const claim = await hands.patient(wanted);
    away.abort();
    await open;
    await hands.bench.pass(longMs);
    const started = claim?.hand(hands.item());
    ok(started);
    equal((await hands.patient(started)).kind, 'unsent');
  },

  'what was offered to one run of an agent does not go to another': async (hands) => {
    const token = await hands.token();
    const { open, claim } = await hands.offered(token, first);
    hands.expect({ attempt: digest('3') });
    equal(told(await hands.patient(open)), 'wait');
    equal((await hands.patient(claim.hand(hands.item()))).kind, 'unsent');
  },

  'a token that nobody was given, or that has ended, is of no use': async (hands) => {
    equal((await hands.patient(hands.claim('', first))).status, 401);
    equal((await hands.patient(hands.claim('x'.repeat(43), first))).status, 401);
    const token = await hands.token();
    hands.expect({ attempt: digest('3') });
    equal((await hands.patient(hands.claim(token, first))).status, 401);
    notEqual(await hands.token(digest('3')), token);
    hands.agents.expect(hands.bench.boot, new Map());
    equal((await hands.patient(hands.claim(token, first))).status, 401);
  },

  'another machine gets nothing with a token that is not its own': async (hands) => {
    const token = await hands.token();
    for (const who of [{ serial: 'OTHER' }, { uuid: 'ffffffff-ffff-ffff-ffff-ffffffffffff', serial: '' }]) {
      equal((await hands.patient(hands.claim(token, first, who))).status, 403);
    }
  },

  'the bytes of a UUID may come in the order of older firmware': async (hands) => {
    const wanted = hands.agents.claim(machine, hands.off.signal);
    const open = hands.claim(await hands.token(), first, { uuid: '44454c4c-5800-104b-8032-b7c04f4d3933' });
    (await hands.patient(wanted))?.refuse();
    equal(told(await hands.patient(open)), 'wait');
  },

  'a machine that starts anew before it had work is heard, once its first run is silent for a minute': async (
    hands,
  ) => {
    const token = await hands.token();
    await hands.patient(hands.claim(token, first));
    equal(told(await hands.patient(hands.claim(token, second))), 'wait');
    await hands.bench.pass(61_000);
    const { open, claim } = await hands.offered(token, second);
    claim.refuse();
    await hands.patient(open);
    equal(hands.agents.contested().size, 0);
  },

  'two that are alive with one token get nothing': async (hands) => {
    const token = await hands.token();
    await hands.patient(hands.claim(token, first));
    await hands.patient(hands.claim(token, second));
    equal((await hands.patient(hands.claim(token, first))).status, 403);
    equal((await hands.patient(hands.claim(token, second))).status, 403);
    deepEqual([...hands.agents.contested()], [machine]);
    // Until the attempt ends, however long that is.
    await hands.bench.pass(600_000);
    hands.expect({});
    deepEqual([...hands.agents.contested()], [machine]);
    hands.expect({ attempt: digest('3') });
    equal(hands.agents.contested().size, 0);
  },

  'another run, once work was handed out, is contested at once': async (hands) => {
    const token = await hands.handed(first);
    await hands.bench.pass(600_000);
    equal((await hands.patient(hands.claim(token, second))).status, 403);
    deepEqual([...hands.agents.contested()], [machine]);
    equal((await hands.report(token, first)).status, 403);
  },

  'reports are kept, the newest of each machine, under its grant': async (hands) => {
    const token = await hands.handed(first);
    equal(hands.agents.reports().size, 0);
    equal(told(await hands.report(token, first, { step: 'write', percent: '42' })), 'wait');
    equal(told(await hands.report(token, first, { grant: digest('9') })), 'wait');
    const { report } = hands.agents.reports().get(machine) ?? {};
    equal(report?.grant, expected.grant);
    deepEqual([report?.state, report?.step, report?.percent], ['working', 'write', 42]);
    equal(told(await hands.report(token, first, { state: 'done', disk: 'installed' })), 'wait');
    equal(hands.agents.reports().get(machine)?.report.disk, 'installed');
    hands.expect({ grant: digest('9') });
    equal(hands.agents.reports().size, 0);
  },

  'who has ended is told what to do, and who still works is not': async (hands) => {
    const token = await hands.handed(first);
    hands.expect({ next: 'reboot' });
    equal(told(await hands.report(token, first)), 'wait');
    equal(told(await hands.report(token, first, { state: 'done' })), 'reboot');
    equal(told(await hands.patient(hands.claim(token, first))), 'disk');
    // It boots into the agent once more: that is nobody's attack.
    equal(told(await hands.patient(hands.claim(token, second))), 'disk');
    hands.expect({ next: 'halt' });
    equal(told(await hands.report(token, first, { state: 'failed', reason: 'WriteFailed' })), 'halt');
    equal(told(await hands.patient(hands.claim(token, first))), 'halt');
    equal(hands.agents.contested().size, 0);
  },

  'an agent that reports to us for the first time had its work from who was here before': async (hands) => {
    const token = await hands.token();
    equal(told(await hands.report(token, first)), 'wait');
    equal(hands.agents.reports().size, 1);
    equal((await hands.patient(hands.claim(token, second))).status, 403);
  },
};
