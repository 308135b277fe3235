import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bmc } from '../../src/twin/bmc.ts';
import { type Effect, isMutation } from '../../src/twin/effect.ts';
import type { FaultRule } from '../../src/twin/faults.ts';
import { faults, mishaps } from '../../src/twin/faults.ts';
import { resetTypes } from '../../src/twin/power.ts';
import { receive } from '../../src/twin/receive.ts';
import { tick } from '../../src/twin/tick.ts';
import { createBench, reset, settings, start, system } from './bench.ts';

const sessions = '/redfish/v1/SessionService/Sessions';
const managerReset = '/redfish/v1/Managers/1/Actions/Manager.Reset';
const media = '/redfish/v1/Managers/1/VirtualMedia/Cd';
const images = ['http://10.1.2.1:8080/media/0123456789abcdef/boot.iso', 'https://10.9.9.9/rescue.iso', 'rescue.iso'];
const body = fc.oneof(
  fc.constantFrom(...resetTypes, 'Nmi').map((ResetType) => JSON.stringify({ ResetType })),
  fc.constantFrom('Enabled', 'Disabled', 7).map((LogicalProc) => JSON.stringify({ Attributes: { LogicalProc } })),
  fc
    .record({
      BootSourceOverrideEnabled: fc.constantFrom('Once', 'Continuous', 'Disabled'),
      BootSourceOverrideTarget: fc.constantFrom('None', 'Pxe', 'Cd', 'UefiHttp', 'Hdd', 'Toaster'),
    })
    .map((Boot) => JSON.stringify({ Boot })),
  fc.boolean().map((LocationIndicatorActive) => JSON.stringify({ LocationIndicatorActive })),
  fc.constant(JSON.stringify({ UserName: 'admin', Password: 'password' })),
  fc.json(),
  fc.string(),
);
const login = { authorization: `Basic ${btoa('admin:password')}` };
/** Requests that make sense, and a few of every other sort. */
const request = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      method: fc.constant('POST'),
      target: fc.constant(reset),
      headers: fc.constant(login),
      body: fc.constantFrom(...resetTypes).map((ResetType) => JSON.stringify({ ResetType })),
      waitMs: fc.nat({ max: 4_000 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      method: fc.constant('PATCH'),
      target: fc.constantFrom(settings, system),
      headers: fc.constant(login),
      body,
      waitMs: fc.nat({ max: 1_000 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      method: fc.constant('POST'),
      target: fc.constantFrom('Insert', 'Eject').map((verb) => `${media}/Actions/VirtualMedia.${verb}Media`),
      headers: fc.constant(login),
      body: fc.oneof(
        fc.constant('{}'),
        fc.constantFrom(...images).map((Image) => JSON.stringify({ Image })),
      ),
      waitMs: fc.nat({ max: 1_000 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      method: fc.constantFrom('GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS', 'BREW'),
      target: fc.oneof(
        fc.constantFrom(reset, settings, system, sessions, `${sessions}/1`, managerReset),
        fc.constantFrom('/redfish/v1/TaskService/Tasks/1', `${system}/Bios`, '/redfish/v1/', '/', '', '*'),
        fc.string().map((text) => `/redfish/v1/${text}`),
      ),
      headers: fc.oneof(fc.constant(login), fc.record({ authorization: fc.string(), 'if-match': fc.string() })),
      body,
      waitMs: fc.nat({ max: 4_000 }),
    }),
  },
);
const faultRule: fc.Arbitrary<FaultRule> = fc.record({
  fault: fc.constantFrom(...faults, ...mishaps),
  on: fc.constantFrom('all', 'mutating'),
  when: fc.constantFrom('before', 'after'),
  probability: fc.constantFrom(0.1, 0.5),
  from: fc.constant(start),
});

/** All of the hardware that a request can change, and what it has set going. */
const hardwareOf = ({ host, agenda, boot, media, locatorLit, bios, controller, tasks }: Bmc): string =>
  JSON.stringify([host, agenda, boot, media, locatorLit, bios, controller, tasks]);

/** Where the host will be once it has settled, after these effects. */
const powerAfter = (effects: readonly (Effect | null)[], before: string): string =>
  effects.reduce<string>((power, effect) => {
    const change = effect?.power;
    return typeof change === 'string' ? (change.split('→')[1] ?? power) : power;
  }, before);

describe('any sequence of requests', () => {
  it('never throws, and the log tells exactly what changed', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(fc.array(request, { maxLength: 30 }), fc.array(faultRule, { maxLength: 3 }), (requests, rules) => {
        const bench = createBench();
        let bmc: Bmc = { ...bench.bmc, faults: rules };
        let now = start;
        const effects: (Effect | null)[] = [];
        for (const { waitMs, ...sent } of requests) {
          now += waitMs;
          const before = tick(bmc, now);
          const received = receive(bmc, sent, now);
          bmc = received.bmc;
          expect(received.effects).toHaveLength(isMutation(sent.method) ? 1 : 0);
          const [entry] = received.effects;
          if (entry?.machine === 'm1') effects.push(entry.effect);
          const effect = entry?.machine === 'm1' ? entry.effect : null;
          expect(hardwareOf(bmc) !== hardwareOf(before)).toBe(effect !== null);
          if (effect !== null) met.add(Object.keys(effect).join());
          expect(JSON.stringify(entry ?? null)).not.toMatch(/"password"|0123456789abcdef/);
        }
        expect(tick(bmc, Number.MAX_SAFE_INTEGER).host.power).toBe(powerAfter(effects, 'On'));
      }),
      { numRuns: 300 },
    );
    // Every sort of effect came up, so that the property says something.
    for (const effect of ['power', 'power,reset', 'boot', 'bios', 'indicator', 'media']) expect(met).toContain(effect);
  });

  it('ends the same when it is run again', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 15 }), fc.array(faultRule, { maxLength: 2 }), (requests, rules) => {
        const run = (): string => {
          let bmc: Bmc = { ...createBench().bmc, faults: rules };
          const answers = requests.map(({ waitMs, ...sent }) => {
            const received = receive(bmc, sent, start + waitMs);
            bmc = received.bmc;
            return received.answer;
          });
          return JSON.stringify([bmc, answers]);
        };
        expect(run()).toBe(run());
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on how often time is looked at', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 10 }), fc.nat({ max: 500 }), (requests, stepMs) => {
        const run = (watch: boolean): string => {
          let { bmc } = createBench();
          let now = start;
          for (const { waitMs, ...sent } of requests) {
            if (watch) for (let at = now; at < now + waitMs; at += stepMs + 50) bmc = tick(bmc, at);
            now += waitMs;
            ({ bmc } = receive(bmc, sent, now));
          }
          return JSON.stringify(tick(bmc, now));
        };
        expect(run(true)).toBe(run(false));
      }),
      { numRuns: 100 },
    );
  });
});
