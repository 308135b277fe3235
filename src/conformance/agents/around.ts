import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import {
  type Answer,
  type Check,
  caller,
  digest,
  expected,
  first,
  lines,
  machine,
  second,
  told,
  uuid,
} from './hands.ts';

/** What is answered beside work: media, scripts, settings, the seed, calls home, and who gets nothing. */
export const aroundPromises: Readonly<Record<string, Check>> = {
  'who is outside the ranges gets 403, whatever the path': async (hands) => {
    const { iso } = hands.agents.mediumOf(expected.attempt);
    for (const url of [iso, iso.replace(/[^/]*$/, 'other'), new URL('/boot/ipxe', iso).href, new URL('/x', iso).href]) {
      equal((await hands.fetch(url, 'elsewhere')).status, 403);
    }
    equal((await hands.fetch(iso, 'provisioning')).status, 200);
    const question = { secure: true, method: 'POST', path: '/agent/v1/claim', body: caller(first) } as const;
    for (const from of ['elsewhere', 'bmc'] as const) {
      const token = await hands.token();
      equal((await hands.patient(hands.bench.ask({ ...question, from, token }))).status, 403);
    }
  },

  'what is no text of the protocol is refused': async (hands) => {
    const token = await hands.token();
    for (const body of ['', 'x', '\0', caller(first).replace('contract=1', 'contract=2'), 'x'.repeat(60_000)]) {
      equal((await hands.patient(hands.post('claim', token, body))).status, 400);
      equal((await hands.patient(hands.post('report', token, body))).status, 400);
    }
    equal((await hands.patient(hands.post('claim', token, 'x'.repeat(70_000)))).status, 413);
  },

  'the seed is for who was given the work': async (hands) => {
    const seed = (token: string, file: string): Promise<Answer> => {
      const path = `/agent/v1/seed/${file}`;
      return hands.patient(hands.bench.ask({ from: 'provisioning', secure: true, method: 'GET', path, token }));
    };
    const token = await hands.token();
    equal((await seed(token, 'user-data')).status, 503);
    await hands.patient(hands.claim(token, first));
    equal((await seed(token, 'user-data')).status, 403);
    await hands.handed(first);
    deepEqual(await seed(token, 'user-data'), { status: 200, text: '#cloud-config\n' });
    deepEqual(await seed(token, 'meta-data'), { status: 200, text: 'instance-id: i-1\n' });
    equal((await seed(token, 'network-config')).status, 404);
    equal((await seed('x'.repeat(43), 'user-data')).status, 401);
  },

  'an agent that was booted without settings gets them, and no other run does': async (hands) => {
    const hello = (boot: string, who = {}): Promise<Answer> =>
      hands.patient(hands.post('hello', '', caller(boot, who)));
    equal(told(await hello(first, { serial: 'OTHER' })), 'disk');
    const settings = lines((await hello(first)).text);
    deepEqual(settings, await hands.settings());
    deepEqual(lines((await hello(first)).text), settings);
    equal((await hello(second)).status, 503);
    equal((await hello(first)).status, 403);
    deepEqual([...hands.agents.contested()], [machine]);
    hands.expect({ attempt: digest('3'), next: 'reboot' });
    equal(told(await hello(first)), 'disk');
  },

  'firmware starts the agent only of a machine with an open attempt': async (hands) => {
    const { iso } = hands.agents.mediumOf(expected.attempt);
    const ipxe = async (query: string): Promise<string> =>
      (await hands.fetch(new URL(`/boot/ipxe?${query}`, iso).href, 'provisioning')).text;
    const port = { kind: 'port', mac: '52:54:00:ab:cd:01' } as const;
    const link = { name: 'eth0', of: port, addresses: [], gateways: [], nameservers: [], search: [], dhcp: true };
    hands.expect({ links: [link] });
    const script = await ipxe('mac=52-54-00-AB-CD-01');
    match(script, /^#!ipxe\nkernel http:.*\/boot\/vmlinuz .*nanometal\.url=https:.* nanometal\.pin=/);
    equal(await ipxe('mac=52:54:00:ab:cd:02'), '#!ipxe\nexit\n');
    equal(await ipxe('mac=52:54:00:ab:cd:02&serial=OTHER'), '#!ipxe\nexit\n');
    equal(await ipxe(`mac=52:54:00:ab:cd:02&uuid=${uuid.toUpperCase()}`), script);
    hands.expect({ links: [link], next: 'reboot' });
    equal(await ipxe('mac=52:54:00:ab:cd:01'), '#!ipxe\nexit\n');
    hands.agents.expect(hands.bench.boot, new Map());
    equal(await ipxe('mac=52:54:00:ab:cd:01'), '#!ipxe\nexit\n');
  },

  'a medium ends with its attempt': async (hands) => {
    const { iso } = hands.agents.mediumOf(expected.attempt);
    equal((await hands.fetch(iso, 'bmc')).status, 200);
    hands.expect({ attempt: digest('3') });
    equal((await hands.fetch(iso, 'bmc')).status, 403);
    notEqual(hands.agents.mediumOf(digest('3')).iso, iso);
  },

  'who calls home is answered once that is remembered': async (hands) => {
    const url = new URL(hands.agents.homeOf(expected.grant));
    const call = (): Promise<Answer> =>
      hands.bench.ask({
        from: 'provisioning',
        secure: false,
        method: 'POST',
        path: url.pathname,
        body: 'pub_key_ed25519=x&instance_id=bootstrap-0c41&hostname=h',
      });
    equal((await hands.patient(call())).status, 403);
    hands.expect({ home: true, next: 'reboot' });
    equal((await hands.patient(call())).status, 503);
    const open = call();
    const home = await hands.patient(hands.agents.home(hands.off.signal));
    equal(home?.machine, machine);
    equal(home?.grant, expected.grant);
    equal(home?.evidence, `${machine}, instance bootstrap-0c41`);
    // It was remembered too late for the one that waits, or just in time: it calls again after a 503.
    home?.heard();
    ok([200, 503].includes((await hands.patient(open)).status));
    equal((await hands.patient(call())).status, 200);
    hands.agents.expect(hands.bench.boot, new Map());
    equal((await hands.patient(call())).status, 200);
    const off = new AbortController();
    const nobody = hands.agents.home(off.signal);
    off.abort();
    equal(await hands.patient(nobody), null);
  },

  'a call that nobody remembered is told again': async (hands) => {
    hands.expect({ home: true, next: 'reboot' });
    const { pathname: path } = new URL(hands.agents.homeOf(expected.grant));
    const call = (): Promise<Answer> =>
      hands.bench.ask({ from: 'provisioning', secure: false, method: 'POST', path, body: '' });
    for (const _ of [1, 2]) {
      const open = call();
      const home = await hands.patient(hands.agents.home(hands.off.signal));
      equal(home?.evidence, machine);
      equal((await hands.patient(open)).status, 503);
    }
  },

  'a facility without a boot service answers nobody': async (hands) => {
    const token = await hands.token();
    const { iso } = hands.agents.mediumOf(expected.attempt);
    hands.agents.expect(null, new Map());
    const refused = async (answer: Promise<Answer>): Promise<void> => {
      // Nobody listens any more, or who still does says no.
      const { status } = await hands.patient(answer.catch(() => ({ status: 403, text: '' })));
      equal(status, 403);
    };
    await refused(hands.claim(token, first));
    await refused(hands.fetch(iso, 'bmc'));
  },
};
