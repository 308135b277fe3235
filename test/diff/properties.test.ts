import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeIn } from '../../src/diff/take-in.ts';
import { canonical } from '../../src/model/canonical.ts';
import type { Fleet, Machine } from '../../src/model/fleet.ts';
import type { Facts, PowerState } from '../../src/model/inventory.ts';
import type { MachineName } from '../../src/model/names.ts';
import type { Plan } from '../../src/model/plan.ts';
import { isDisruptive } from '../../src/model/verb.ts';
import { bios, fleet, machine, minute, operation, policy } from './sample.ts';
import { Story } from './story.ts';

/** Laws that hold whatever people commit and whatever hardware says, over random walks through both. */

const names: readonly MachineName[] = ['ams1-1', 'ams1-2', 'ams1-3', 'ams1-4'];
const chassis = { driver: 'redfish', address: 'https://chassis', credentials: 'bmc', insecure: false };
const verbs = ['Reboot', 'PowerCycle', 'Identify', 'ResetBmc', 'ClearTasks', 'Inspect', 'Erase'] as const;

const anyOperation = fc
  .record({ id: fc.integer({ min: 1, max: 6 }), verb: fc.constantFrom(...verbs), boot: fc.boolean() })
  .map(({ id, verb, boot }) => operation(`op-${id}`, verb, boot && verb === 'Reboot' ? { boot: 'Pxe' } : {}));
const anyOperations = fc.uniqueArray(anyOperation, { maxLength: 3, selector: ({ id }) => id });

const anyMachine = (name: MachineName): fc.Arbitrary<Machine> =>
  fc
    .record(
      {
        management: fc.constantFrom('manage', 'manage', 'manage', 'adopt', 'observe'),
        power: fc.constantFrom('On', 'Off'),
        bios: fc.constantFrom({}, { LogicalProc: 'Disabled' }, { LogicalProc: 'Enabled', BootMode: 'Uefi' }),
        operations: anyOperations,
        parked: fc.constant({ reason: 'CHG-1' }),
        protected: fc.boolean(),
      },
      { requiredKeys: ['management', 'bios', 'operations'] },
    )
    .map((said) => machine(name, { ...said, ...(name > 'ams1-2' ? { bmc: { ...chassis, system: name } } : {}) }));

const rules = { ...policy, maxConcurrent: 2, maxPerCommit: 3 };
const anyFleet: fc.Arbitrary<Fleet> = fc
  .tuple(
    fc.tuple(...names.map((name) => fc.option(anyMachine(name), { nil: null, freq: 8 }))),
    fc.integer({ max: 9, min: 0 }),
  )
  .map(([machines, odd]) =>
    fleet(
      machines.flatMap((one) => one ?? []),
      {
        policy: { ...rules, drift: odd % 2 === 0 ? 'hold' : 'correct' },
        ...(odd === 9 ? { paused: { reason: 'audit' } } : {}),
      },
    ),
  );

const powers: readonly PowerState[] = ['On', 'On', 'On', 'Off', 'Off', 'PoweringOn', 'Unknown'];
const anyFacts: fc.Arbitrary<Partial<Facts>> = fc.record(
  {
    power: fc.constantFrom(...powers),
    lastReset: fc.constantFrom('2026-11-22T01:00:00Z', '2026-11-22T02:00:00Z', '2026-11-22T03:00:00Z'),
    indicator: fc.constantFrom('Lit', 'Off'),
    pastPost: fc.boolean(),
    boot: fc.constantFrom({ target: 'Pxe', enabled: 'Once' }, { target: 'None', enabled: 'Disabled' }),
    bios: fc.constantFrom(
      bios({ LogicalProc: 'Enabled', BootMode: 'Uefi' }),
      bios({ LogicalProc: 'Enabled', BootMode: 'Uefi' }, { LogicalProc: 'Disabled' }),
      bios({ LogicalProc: 'Disabled', BootMode: 'Uefi' }),
    ),
    tasks: fc.constantFrom([], [], [], [{ id: '1', name: 'task', state: 'Running' }]),
  },
  { requiredKeys: [] },
);

type Step =
  | { readonly kind: 'accept' | 'begin'; readonly fleet: Fleet }
  | { readonly kind: 'see'; readonly name: MachineName; readonly facts: Partial<Facts> }
  | { readonly kind: 'miss'; readonly name: MachineName }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'send' };
const anyName = fc.constantFrom(...names);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('accept' as const), fleet: anyFleet }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('begin' as const), fleet: anyFleet }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('see' as const), name: anyName, facts: anyFacts }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('miss' as const), name: anyName }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.constantFrom(1_000, minute, 6 * minute, 60 * minute),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('send' as const) }) },
);
const anyWalk = fc.tuple(anyFleet, fc.array(anyStep, { minLength: 4, maxLength: 40 }));

/** Walks, and hands every plan on the way to `check`, before it is sent. */
function walk([begin, steps]: readonly [Fleet, readonly Step[]], check: (plan: Plan, story: Story) => void): void {
  const story = new Story().begin(begin, commitOf(0));
  for (const name of names) story.see(name);
  for (const [i, step] of steps.entries()) {
    if (step.kind === 'accept') story.accept(step.fleet, commitOf(i + 1));
    else if (step.kind === 'begin') story.begin(step.fleet, commitOf(i + 1));
    else if (step.kind === 'see') story.see(step.name, step.facts);
    else if (step.kind === 'miss') story.miss(step.name);
    else if (step.kind === 'pass') story.pass(step.ms);
    const plan = story.plan();
    check(plan, story);
    if (step.kind === 'send') story.send(plan);
  }
}

const commitOf = (i: number): string => i.toString(16).padStart(40, 'c');
const manifest = (story: Story, name: MachineName): Machine | undefined =>
  story.fleet.machines.find((one) => one.name === name);

describe('a plan, over random walks', () => {
  it('is pure: the same frozen input gives the same bytes', () => {
    fc.assert(
      fc.property(anyWalk, (way) =>
        walk(way, (plan, story) => {
          freeze(story.memory);
          freeze(story.fleet);
          expect(JSON.stringify(story.plan())).toBe(JSON.stringify(plan));
        }),
      ),
    );
  });

  it('has at most one action for a machine and for a BMC, counting what is under way', () => {
    fc.assert(
      fc.property(anyWalk, (way) =>
        walk(way, (plan, story) => {
          const busy = [...story.memory.machines].flatMap(([name, known]) => (known.open ? [name] : []));
          const machines = [...plan.actions.map((action) => action.machine), ...busy];
          expect(new Set(machines).size).toBe(machines.length);
          const bmcs = machines.map((name) => manifest(story, name)?.bmc.address ?? name);
          // The walk may leave two open behind one BMC only where a commit made two BMCs one, which it never does.
          expect(new Set(bmcs).size).toBe(bmcs.length);
        }),
      ),
    );
  });

  it('starts no more disruptions than policy allows at one time', () => {
    fc.assert(
      fc.property(anyWalk, (way) =>
        walk(way, (plan, story) => {
          const known = [...story.memory.machines.values()];
          const running = known.filter(({ open }) => open && isDisruptive(open.args.verb)).length;
          const begun = (action: Plan['actions'][number]): boolean =>
            Object.keys(story.memory.machines.get(action.machine)?.requests[action.request]?.steps ?? {}).length > 0;
          const fresh = plan.actions.filter((action) => isDisruptive(action.args.verb) && !begun(action)).length;
          if (fresh > 0) expect(running + fresh).toBeLessThanOrEqual(rules.maxConcurrent);
        }),
      ),
    );
  });

  it('leaves alone what is observed, adopted, parked, paused or, where it disrupts, protected', () => {
    fc.assert(
      fc.property(anyWalk, (way) =>
        walk(way, (plan, story) => {
          if (story.fleet.paused) expect(plan.actions).toEqual([]);
          for (const action of plan.actions) {
            const wanted = manifest(story, action.machine);
            expect(wanted?.management).toBe('manage');
            expect(wanted?.parked).toBeUndefined();
            expect(wanted?.protected && isDisruptive(action.args.verb)).toBeFalsy();
          }
        }),
      ),
    );
  });

  it('never has the same grant twice, and every action belongs to a request that is asked for now', () => {
    fc.assert(
      fc.property(anyWalk, (way) => {
        const granted = new Set<string>();
        const [, steps] = way;
        let at = 0;
        walk(way, (plan, story) => {
          for (const action of plan.actions) {
            const wanted = manifest(story, action.machine);
            const isOperation = wanted?.operations.some(
              ({ id, spec }) => id === action.request && spec === action.spec,
            );
            expect(isOperation || action.request.includes(':')).toBe(true);
            expect(granted.has(action.grant), `${action.request} ${action.args.verb}`).toBe(false);
            if (steps[at]?.kind === 'send') granted.add(action.grant);
          }
          at += 1;
        });
      }),
      { numRuns: 300 },
    );
  });

  it('of an empty facility, or of one never seen, has no action', () => {
    fc.assert(
      fc.property(anyWalk, anyFleet, (way, unseen) => {
        walk(way, (_, story) => {
          const memory = story.memory;
          const alone = new Story();
          alone.memory = memory;
          expect(alone.accept(fleet([]), commitOf(99)).plan().actions).toEqual([]);
        });
        expect(new Story().begin(unseen, commitOf(0)).plan().actions).toEqual([]);
        const changed = new Story().begin(fleet([]), commitOf(0)).accept(unseen, commitOf(1));
        expect(changed.plan().actions).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('takeIn, over random walks', () => {
  it('with a prior that is the commit itself leaves nothing to do', () => {
    fc.assert(
      fc.property(anyWalk, anyFleet, (way, next) =>
        walk(way, (_, story) => {
          const memory = takeIn(story.memory, next, commitOf(99), { fleet: next, ever: new Map() });
          for (const { requests } of memory.machines.values()) {
            expect(Object.values(requests).filter((request) => request.state === 'pending')).toEqual([]);
          }
        }),
      ),
      { numRuns: 30 },
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(anyWalk, anyFleet, (way, next) =>
        walk(way, (_, story) => {
          const once = takeIn(story.memory, next, commitOf(99), null);
          expect(canonical(plain(takeIn(once, next, commitOf(99), null)))).toBe(canonical(plain(once)));
        }),
      ),
      { numRuns: 30 },
    );
  });

  it('forgets no id that was spent', () => {
    fc.assert(
      fc.property(anyWalk, anyFleet, (way, next) =>
        walk(way, (_, story) => {
          const after = takeIn(story.memory, next, commitOf(99), null);
          for (const [name, { requests }] of story.memory.machines) {
            for (const [id, { state, steps }] of Object.entries(requests)) {
              if (id.includes(':') || (state === 'pending' && Object.keys(steps).length === 0)) continue;
              expect(after.machines.get(name)?.requests[id]).toBeDefined();
            }
          }
        }),
      ),
      { numRuns: 30 },
    );
  });
});

const plain = (memory: Story['memory']) => ({ ...memory, machines: Object.fromEntries(memory.machines) });

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of value instanceof Map ? value.values() : Object.values(value)) freeze(inner);
}
