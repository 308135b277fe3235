import {
  type Caller,
  type DiskName,
  type DiskSeen,
  diskStates,
  type PortSeen,
  type Receipt,
} from '../../model/boot.ts';
import type { BiosValue, Identity } from '../../model/inventory.ts';
import type { Open } from '../../model/memory.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Arguments, Expect } from '../../model/plan.ts';
import type { Journaled, JournalRecord } from '../../ports/journal.ts';
import {
  type Check,
  either,
  isFlag,
  isNull,
  isNumber,
  isText,
  list,
  literal,
  map,
  optional,
  shape,
  tagged,
} from './shape.ts';

type Args<V extends Arguments['verb']> = Extract<Arguments, { readonly verb: V }>;
type Ended<K extends Outcome['kind']> = Extract<Outcome, { readonly kind: K }>;
type Kept<K extends JournalRecord['kind']> = Extract<JournalRecord, { readonly kind: K }>;

const isBiosValue: Check<BiosValue> = either(either(isText, isNumber), either(isFlag, isNull));

const isDiskName = shape<DiskName>({ by: literal('serial', 'wwn', 'eui', 'volume'), value: isText });

const isArguments = tagged<Arguments, 'verb'>('verb', {
  PowerOn: shape<Args<'PowerOn'>>({ verb: literal('PowerOn') }),
  PowerOff: shape<Args<'PowerOff'>>({ verb: literal('PowerOff'), force: isFlag }),
  Reboot: shape<Args<'Reboot'>>({ verb: literal('Reboot') }),
  PowerCycle: shape<Args<'PowerCycle'>>({ verb: literal('PowerCycle') }),
  Identify: shape<Args<'Identify'>>({ verb: literal('Identify'), indicator: literal('Lit', 'Off') }),
  SetBootOnce: shape<Args<'SetBootOnce'>>({ verb: literal('SetBootOnce'), target: isText }),
  SetBios: shape<Args<'SetBios'>>({ verb: literal('SetBios'), attributes: map(isBiosValue) }),
  ResetBmc: shape<Args<'ResetBmc'>>({ verb: literal('ResetBmc') }),
  ClearTasks: shape<Args<'ClearTasks'>>({ verb: literal('ClearTasks') }),
  RotateCredentials: shape<Args<'RotateCredentials'>>({ verb: literal('RotateCredentials'), username: isText }),
  InsertMedia: shape<Args<'InsertMedia'>>({ verb: literal('InsertMedia') }),
  EjectMedia: shape<Args<'EjectMedia'>>({ verb: literal('EjectMedia') }),
  Inspect: shape<Args<'Inspect'>>({ verb: literal('Inspect') }),
  Install: shape<Args<'Install'>>({
    verb: literal('Install'),
    image: isText,
    sha256: isText,
    disk: optional(isDiskName),
    overwrite: isFlag,
  }),
  Erase: shape<Args<'Erase'>>({ verb: literal('Erase'), disks: list(isDiskName) }),
});

const isIdentity = shape<Identity>({
  uuid: optional(isText),
  serial: optional(isText),
  chassisSerial: optional(isText),
  bmcMac: optional(isText),
});

const isExpect = shape<Expect>({
  identity: isIdentity,
  power: literal('On', 'Off', 'PoweringOn', 'PoweringOff', 'Paused', 'Unknown'),
  lastReset: optional(isText),
  bmcLastReset: optional(isText),
});

const isOpen = shape<Open>({
  grant: isText,
  request: isText,
  spec: isText,
  commit: isText,
  args: isArguments,
  expect: isExpect,
  patienceMs: isNumber,
  sentAt: optional(isNumber),
  flying: optional(isFlag),
  interrupted: optional(isFlag),
  inherited: optional(isFlag),
});

const isReceipt = shape<Receipt>({ disk: isText, method: isText, answer: isText, verified: isText });
const isDiskState = literal(...diskStates);

const isDiskSeen = shape<DiskSeen>({
  device: isText,
  bytes: isNumber,
  serial: optional(isText),
  wwn: optional(isText),
  eui: optional(isText),
  model: optional(isText),
  rotational: isFlag,
  removable: isFlag,
  holds: list(isText),
  marker: optional(
    shape<NonNullable<DiskSeen['marker']>>({
      facility: isText,
      grant: isText,
      state: literal('dirty', 'installed', 'erased'),
    }),
  ),
});

const isCaller = shape<Caller>({
  agent: isText,
  boot: isText,
  upSeconds: optional(isNumber),
  identity: isIdentity,
  ports: list(shape<PortSeen>({ mac: isText, up: isFlag, mbps: optional(isNumber), neighbour: optional(isText) })),
  disks: list(isDiskSeen),
});

const isOutcome = tagged<Outcome, 'kind'>('kind', {
  done: shape<Ended<'done'>>({ kind: literal('done'), evidence: isText, receipts: optional(list(isReceipt)) }),
  failed: shape<Ended<'failed'>>({
    kind: literal('failed'),
    message: isText,
    disk: optional(isDiskState),
    receipts: optional(list(isReceipt)),
  }),
  unfinished: shape<Ended<'unfinished'>>({
    kind: literal('unfinished'),
    message: isText,
    disk: optional(isDiskState),
  }),
  unknown: shape<Ended<'unknown'>>({ kind: literal('unknown'), message: isText }),
  lost: shape<Ended<'lost'>>({ kind: literal('lost'), message: isText }),
  withdrawn: shape<Ended<'withdrawn'>>({ kind: literal('withdrawn'), message: isText }),
});

const isRecord = tagged<JournalRecord, 'kind'>('kind', {
  INTENT: shape<Kept<'INTENT'>>({ kind: literal('INTENT'), machine: isText, open: isOpen }),
  SENT: shape<Kept<'SENT'>>({
    kind: literal('SENT'),
    machine: isText,
    grant: isText,
    attempt: isNumber,
    quirk: optional(isText),
    caller: optional(isCaller),
  }),
  ANSWERED: shape<Kept<'ANSWERED'>>({ kind: literal('ANSWERED'), machine: isText, grant: isText }),
  NOT_SENT: shape<Kept<'NOT_SENT'>>({ kind: literal('NOT_SENT'), machine: isText, grant: isText, message: isText }),
  OUTCOME: shape<Kept<'OUTCOME'>>({ kind: literal('OUTCOME'), machine: isText, grant: isText, outcome: isOutcome }),
  HOME: shape<Kept<'HOME'>>({ kind: literal('HOME'), machine: isText, grant: isText, evidence: isText }),
  ACCEPTED: shape<Kept<'ACCEPTED'>>({ kind: literal('ACCEPTED'), commit: isText }),
  PUBLISHED: shape<Kept<'PUBLISHED'>>({
    kind: literal('PUBLISHED'),
    status: isText,
    accepted: either(isText, isNull),
  }),
});

/** What one line of the journal holds. */
export const isJournaled = shape<Journaled>({ at: isNumber, bootId: isText, record: isRecord });
