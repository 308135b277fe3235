import fc from 'fast-check';
import type { Open } from '../../../src/model/memory.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { Arguments, Expect } from '../../../src/model/plan.ts';
import type { JournalRecord } from '../../../src/ports/journal.ts';

const text = fc.string({ unit: 'binary', maxLength: 20 });
const optional = { requiredKeys: [] };

const anyArguments: fc.Arbitrary<Arguments> = fc.oneof(
  fc.constantFrom<Arguments>(
    { verb: 'PowerOn' },
    { verb: 'Reboot' },
    { verb: 'PowerCycle' },
    { verb: 'ResetBmc' },
    { verb: 'ClearTasks' },
  ),
  fc.record({ verb: fc.constant('PowerOff' as const), force: fc.boolean() }),
  fc.record({ verb: fc.constant('Identify' as const), indicator: fc.constantFrom('Lit' as const, 'Off' as const) }),
  fc.record({ verb: fc.constant('SetBootOnce' as const), target: text }),
  fc.record({
    verb: fc.constant('SetBios' as const),
    attributes: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null))),
  }),
);

const anyExpect: fc.Arbitrary<Expect> = fc.record(
  {
    identity: fc.record({ uuid: text, serial: text, chassisSerial: text, bmcMac: text }, optional),
    power: fc.constantFrom('On' as const, 'Off' as const, 'Unknown' as const),
    lastReset: text,
    bmcLastReset: text,
  },
  { requiredKeys: ['identity', 'power'] },
);

const anyOpen: fc.Arbitrary<Open> = fc.record(
  {
    grant: text,
    request: text,
    spec: text,
    commit: text,
    args: anyArguments,
    expect: anyExpect,
    patienceMs: fc.nat(),
    sentAt: fc.nat(),
    inherited: fc.boolean(),
  },
  { requiredKeys: ['grant', 'request', 'spec', 'commit', 'args', 'expect', 'patienceMs'] },
);

const anyOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({ kind: fc.constant('done' as const), evidence: text }),
  fc.record({
    kind: fc.constantFrom('failed' as const, 'unknown' as const, 'lost' as const, 'withdrawn' as const),
    message: text,
  }),
);

export const anyRecord: fc.Arbitrary<JournalRecord> = fc.oneof(
  fc.record({ kind: fc.constant('INTENT' as const), machine: text, open: anyOpen }),
  fc.record(
    { kind: fc.constant('SENT' as const), machine: text, grant: text, attempt: fc.nat(), quirk: text },
    { requiredKeys: ['kind', 'machine', 'grant', 'attempt'] },
  ),
  fc.record({ kind: fc.constant('NOT_SENT' as const), machine: text, grant: text, message: text }),
  fc.record({ kind: fc.constant('OUTCOME' as const), machine: text, grant: text, outcome: anyOutcome }),
  fc.record({ kind: fc.constant('ACCEPTED' as const), commit: text }),
  fc.record({ kind: fc.constant('PUBLISHED' as const), status: text, accepted: fc.option(text) }),
);
