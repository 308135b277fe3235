import { deepEqual, equal, notDeepEqual, ok } from 'node:assert/strict';
import type { BiosValue, Identity, Look, Medium } from '../model/inventory.ts';
import type { Started } from '../model/outcome.ts';
import type { Arguments } from '../model/plan.ts';
import type { BootMedium } from '../ports/agents.ts';
import type { Clock } from '../ports/clock.ts';
import type { Depth, InfrastructureDriver, Subject } from '../ports/driver.ts';
import type { Case } from './suite.ts';

/** What the machine's side was asked, logins and logouts aside. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly mutates: boolean;
}

/** `hang`: takes requests and says nothing. `reset`: breaks the connection. `garbage`: answers what nobody can read. */
export type Trouble = 'none' | 'hang' | 'reset' | 'unavailable' | 'garbage';

/** A driver, and a world of one machine whose side of the story can be read. The machine is On and past POST. */
export interface InfrastructureBench {
  readonly driver: InfrastructureDriver;
  /** With a medium, where the driver has the verb `InsertMedia`. */
  readonly subject: Subject;
  readonly clock: Clock;
  readonly identity: Identity;
  /** Offered as boot source. */
  readonly bootTarget: string;
  /** BIOS attributes that it has, with values that they do not hold. */
  readonly bios: Readonly<Record<string, BiosValue>>;
  /** Must not appear in anything that the driver answers. */
  readonly secrets: readonly string[];
  /** Well above the driver's own limits. */
  readonly patienceMs: number;
  readonly seen: () => readonly Seen[];
  /** How many logins were tried. */
  readonly logins: () => number;
  /** From now on, until called again. */
  trouble(kind: Trouble, on: 'everything' | 'mutations'): void;
  /** Somebody puts a CD of their own, fetched from this URL, into every slot. Not called where `InsertMedia` is no verb. */
  occupy(image: string): void;
  /** Another machine answers at the address. */
  replace(): void;
  /** The machine takes these credentials no longer, and forgets who is logged in. */
  refuseCredentials(): void;
  /** Nobody answers at the address any more. */
  vanish(): Promise<void>;
  close(): Promise<void>;
}

type Check = (bench: InfrastructureBench, use: Use) => Promise<void>;

/** The driver's verbs, each within the bench's patience, and each answer free of secrets. */
interface Use {
  look(depth: Depth, signal?: AbortSignal): Promise<Look>;
  act(args: Arguments, signal?: AbortSignal): Promise<Started>;
}

const never = new AbortController().signal;
const troubles = ['hang', 'reset', 'unavailable', 'garbage'] as const;

/** What every infrastructure driver promises. Each case gets a bench of its own and closes it. */
export const infrastructureCases = (make: () => Promise<InfrastructureBench>): readonly Case[] =>
  Object.entries(promises).map(([name, check]) => ({
    name,
    run: async () => {
      const bench = await make();
      try {
        await check(bench, {
          look: async (depth, signal = never) =>
            tight(bench, await inTime(bench, bench.driver.observe(bench.subject, depth, signal))),
          act: async (args, signal = never) =>
            tight(bench, await inTime(bench, bench.driver.perform(bench.subject, args, undefined, signal))),
        });
      } finally {
        await bench.close();
      }
    },
  }));

const promises: Readonly<Record<string, Check>> = {
  'a look tells who the machine is, and changes nothing': async (bench, { look }) => {
    for (const depth of ['quick', 'full', 'quick'] as const)
      deepEqual(factsOf(await look(depth)).identity, bench.identity);
    deepEqual(mutations(bench), []);
  },

  'a full look brings the hardware, in the order of its ids; a quick one does not': async (_bench, { look }) => {
    equal(factsOf(await look('quick')).hardware, undefined);
    const { hardware } = factsOf(await look('full'));
    ok(hardware !== undefined, 'a full look without hardware');
    for (const parts of [hardware.processors, hardware.memory, hardware.drives, hardware.nics, hardware.firmware]) {
      const ids = parts.map((part) => part.id);
      deepEqual(ids, [...new Set(ids)].sort());
    }
  },

  'two looks at the same machine bring the same facts': async (_bench, { look }) => {
    deepEqual(factsOf(await look('full')), factsOf(await look('full')));
  },

  'each verb is one mutating request': async (bench, { act }) => {
    for (const args of samples(bench).filter(({ verb }) => bench.driver.verbs.includes(verb))) {
      const before = mutations(bench).length;
      const started = await act(args);
      const sent = mutations(bench).length - before;
      if (started.kind === 'accepted') equal(sent, 1, `${args.verb} is ${sent} requests`);
      else deepEqual([started.kind, sent], ['refused', 0], `${args.verb}: ${started.message}`);
    }
    ok(mutations(bench).length > 0, 'not one verb was carried out');
  },

  'a verb that it does not have is refused, and nothing is sent': async (bench, { act }) => {
    for (const args of samples(bench).filter(({ verb }) => !bench.driver.verbs.includes(verb))) {
      equal((await act(args)).kind, 'refused', args.verb);
    }
    deepEqual(mutations(bench), []);
  },

  'what is called off beforehand is not sent': async (bench, { look, act }) => {
    equal((await look('quick', AbortSignal.abort())).kind, 'missed');
    equal((await act({ verb: 'Reboot' }, AbortSignal.abort())).kind, 'unsent');
    deepEqual(mutations(bench), []);
  },

  'what is called off on its way ends at once': async (bench, { look, act }) => {
    equal((await look('quick')).kind, 'seen');
    bench.trouble('hang', 'everything');
    equal((await look('quick', abortOnceSeen(bench))).kind, 'missed');
    bench.trouble('hang', 'mutations');
    equal((await act({ verb: 'Reboot' }, abortOnceSeen(bench, true))).kind, 'ambiguous');
  },

  ...Object.fromEntries(
    troubles.map((kind) => [`a machine in trouble (${kind}) is a miss, and seen again after it`, missed(kind)]),
  ),
  ...Object.fromEntries(
    troubles.map((kind) => [`a mutation that may have arrived (${kind}) is sent once`, ambiguous(kind)]),
  ),

  'where nobody answers, a mutation is unsent': async (bench, { look, act }) => {
    equal((await look('quick')).kind, 'seen');
    await bench.vanish();
    equal((await look('quick')).kind, 'missed');
    equal((await act({ verb: 'Reboot' })).kind, 'unsent');
    deepEqual(mutations(bench), []);
  },

  'our medium is seen as ours once it is in, and no longer once it is out': onlyWithMedia(
    async (bench, medium, { look, act }) => {
      const before = mediaOf(await look('full'));
      ok(before.length > 0, 'a full look without media');
      deepEqual(before.filter(isTaken), []);
      equal((await act({ verb: 'InsertMedia' })).kind, 'accepted');
      const during = mediaOf(await look('quick'));
      const { host } = new URL(medium.iso);
      deepEqual(
        during.filter(isTaken).map((one) => [one.ours, one.host]),
        [[true, host]],
      );
      equal((await act({ verb: 'EjectMedia' })).kind, 'accepted');
      deepEqual(mediaOf(await look('quick')), before);
      equal(mutations(bench).length, 2);
    },
  ),

  'a look that has no medium to compare with calls none ours': onlyWithMedia(async (bench, medium, { act }) => {
    equal((await act({ verb: 'InsertMedia' })).kind, 'accepted');
    const others = { ...medium, iso: medium.iso.replace(/[^/]*$/, 'other.iso') };
    for (const subject of [bare(bench.subject), { ...bench.subject, medium: others }]) {
      const seen = mediaOf(await inTime(bench, bench.driver.observe(subject, 'full', never)));
      deepEqual(
        seen.filter(isTaken).map(({ ours }) => ours),
        [false],
      );
    }
  }),

  'what somebody else inserted stays in, and nothing goes in its place': onlyWithMedia(
    async (bench, medium, { look, act }) => {
      // Of the same host, and with our path inside another one.
      const { host, pathname } = new URL(medium.iso);
      for (const image of [
        `http://${host}/other.iso`,
        `http://other.example${pathname}`,
        `http://${host}/x${pathname}`,
      ]) {
        bench.occupy(image);
        const seen = mediaOf(await look('full'));
        ok(seen.length > 0 && seen.every(isTaken), 'somebody has every slot');
        deepEqual(
          seen.map(({ ours }) => ours),
          seen.map(() => false),
        );
        for (const verb of ['EjectMedia', 'InsertMedia'] as const)
          ok(['unsent', 'refused'].includes((await act({ verb })).kind), `${verb} beside ${image}`);
      }
      deepEqual(mutations(bench), []);
    },
  ),

  'without a medium nothing is inserted, and nothing ejected': onlyWithMedia(async (bench, _medium, { look, act }) => {
    factsOf(await look('quick'));
    const nothing = async (verb: 'InsertMedia' | 'EjectMedia'): Promise<void> => {
      const started = await inTime(bench, bench.driver.perform(bare(bench.subject), { verb }, undefined, never));
      ok(['unsent', 'refused'].includes(started.kind), verb);
    };
    await nothing('InsertMedia');
    deepEqual(mutations(bench), []);
    equal((await act({ verb: 'InsertMedia' })).kind, 'accepted');
    await nothing('EjectMedia');
    equal(mutations(bench).length, 1);
  }),

  'another machine at the address shows in its identity': async (bench, { look }) => {
    factsOf(await look('full'));
    bench.replace();
    const { identity } = factsOf(await look('quick'));
    ok(Object.keys(identity).length > 0, 'it says nothing of itself');
    for (const [name, value] of Object.entries(identity)) {
      notDeepEqual([name, value], [name, Object.entries(bench.identity).find(([known]) => known === name)?.[1]]);
    }
  },

  'a machine that was not looked at gets nothing that was meant for the one before it': async (
    bench,
    { look, act },
  ) => {
    factsOf(await look('quick'));
    bench.replace();
    for (const args of samples(bench)) ok(['unsent', 'refused'].includes((await act(args)).kind), args.verb);
    deepEqual(mutations(bench), []);
  },

  'another machine gets nothing that was meant for the enrolled one, also when it is all that was ever seen there':
    async (bench, { look, act }) => {
      bench.replace();
      for (const args of samples(bench)) ok(['unsent', 'refused'].includes((await act(args)).kind), args.verb);
      factsOf(await look('full'));
      for (const args of samples(bench)) ok(['unsent', 'refused'].includes((await act(args)).kind), args.verb);
      deepEqual(mutations(bench), []);
    },

  'refused credentials are not tried again: accounts lock': async (bench, { look, act }) => {
    bench.refuseCredentials();
    for (const depth of ['quick', 'quick', 'full'] as const) {
      const seen = await look(depth);
      equal(seen.kind === 'missed' && seen.reason, 'CredentialsRefused');
    }
    equal((await act({ verb: 'Reboot' })).kind, 'unsent');
    equal(bench.logins(), 1);
    deepEqual(mutations(bench), []);
  },

  'it closes in time, also when the machine hangs': async (bench, { look }) => {
    await look('quick');
    bench.trouble('hang', 'everything');
    await inTime(bench, bench.driver.close());
    deepEqual(mutations(bench), []);
  },
};

/** For drivers that insert media; the others have nothing to promise. */
function onlyWithMedia(check: (bench: InfrastructureBench, medium: BootMedium, use: Use) => Promise<void>): Check {
  return async (bench, use) => {
    if (!bench.driver.verbs.includes('InsertMedia')) return;
    const { medium } = bench.subject;
    ok(medium !== undefined, 'the bench names no medium');
    await check(bench, medium, use);
  };
}

const bare = ({ medium: _, ...subject }: Subject): Subject => subject;
const mediaOf = (look: Look): readonly Medium[] => factsOf(look).media ?? [];
const isTaken = ({ inserted }: Medium): boolean => inserted;

function missed(kind: Trouble): Check {
  return async (bench, { look, act }) => {
    equal((await look('quick')).kind, 'seen');
    bench.trouble(kind, 'everything');
    for (const depth of ['quick', 'full'] as const) {
      const seen = await look(depth);
      ok(seen.kind === 'missed' && seen.message.length > 0, 'a miss says what happened');
    }
    equal((await act({ verb: 'Reboot' })).kind, 'unsent');
    bench.trouble('none', 'everything');
    equal((await look('quick')).kind, 'seen');
    deepEqual(mutations(bench), []);
  };
}

function ambiguous(kind: Trouble): Check {
  return async (bench, { act }) => {
    bench.trouble(kind, 'mutations');
    const started = await act({ verb: 'Reboot' });
    // A status that says yes may stand above a body that nobody can read.
    const kinds = kind === 'garbage' ? ['ambiguous', 'accepted'] : ['ambiguous'];
    ok(kinds.includes(started.kind), `it says ${started.kind}`);
    equal(mutations(bench).length, 1);
  };
}

const samples = (bench: InfrastructureBench): readonly Arguments[] => [
  { verb: 'SetBootOnce', target: bench.bootTarget },
  { verb: 'InsertMedia' },
  { verb: 'EjectMedia' },
  { verb: 'SetBios', attributes: bench.bios },
  { verb: 'Identify', indicator: 'Lit' },
  { verb: 'Identify', indicator: 'Off' },
  { verb: 'Reboot' },
  { verb: 'PowerCycle' },
  { verb: 'PowerOff', force: false },
  { verb: 'PowerOff', force: true },
  { verb: 'PowerOn' },
  { verb: 'ClearTasks' },
  { verb: 'ResetBmc' },
];

const mutations = (bench: InfrastructureBench): readonly Seen[] => bench.seen().filter((request) => request.mutates);

function factsOf(look: Look) {
  if (look.kind === 'seen') return look.facts;
  throw new Error(`not seen: ${look.reason}, ${look.message}`);
}

function abortOnceSeen(bench: InfrastructureBench, mutating = false): AbortSignal {
  const off = new AbortController();
  const count = (): number => (mutating ? mutations(bench) : bench.seen()).length;
  const before = count();
  const watch = async (): Promise<void> => {
    while (count() === before) await bench.clock.sleep(5);
    off.abort();
  };
  void watch();
  return off.signal;
}

function tight<T>(bench: InfrastructureBench, answer: T): T {
  const text = JSON.stringify(answer);
  const { medium } = bench.subject;
  // Whoever knows the path could fetch it.
  const paths = medium === undefined ? [] : [new URL(medium.iso).pathname];
  for (const secret of [...bench.secrets, ...paths]) ok(!text.includes(secret), 'the answer holds a secret');
  return answer;
}

async function inTime<T>(bench: InfrastructureBench, promise: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = bench.clock.sleep(bench.patienceMs, done.signal).then(() => {
    if (!done.signal.aborted) throw new Error(`no answer after ${bench.patienceMs} ms`);
    return promise;
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    done.abort();
  }
}
