import type { Act, Scenario } from './scenario.ts';

/** The twelve ways in which a facility is used, each small enough that a process can die at every single call of it. */
export interface Story {
  readonly name: string;
  readonly scenario: Scenario;
}

const second = 1_000;
/** After the first status commit, also when the process died on the way to it: a first commit is no command. */
const begin = 90 * second;

const story = (name: string, acts: readonly Act[], said: Partial<Scenario> = {}): Story => ({
  name,
  scenario: {
    seed: 1,
    machines: 1,
    hosts: 1,
    policy: { maxConcurrent: 2, maxPerCommit: 10, drift: 'hold' },
    tls: true,
    postMs: 4 * second,
    unnoticed: 0,
    healAt: Math.max(0, ...acts.map(({ at }) => at)) + 150 * second,
    acts,
    ...said,
  },
});

const reboot = { kind: 'operation', station: 0, id: 'op-1', verb: 'Reboot' } as const;
const off = { kind: 'power', station: 0, to: 'Off' } as const;
const bios = { kind: 'bios', station: 0, key: 'LogicalProc', value: 'Disabled' } as const;

export const stories: readonly Story[] = [
  story('first enrol', [], { healAt: 60 * second, machines: 2 }),
  story('power', [
    { at: begin, kind: 'commit', change: off },
    { at: begin + 30 * second, kind: 'commit', change: { ...off, to: 'On' } },
  ]),
  story('BIOS and reboot', [{ at: begin, kind: 'commit', change: bios }]),
  story('operation', [{ at: begin, kind: 'commit', change: { ...reboot, boot: 'Pxe' } }]),
  story('revert mid-way', [
    { at: begin, kind: 'commit', change: bios },
    { at: begin + 1.5 * second, kind: 'commit', change: { kind: 'revert', back: 1 } },
  ]),
  story('lost status and rewind', [
    { at: begin, kind: 'commit', change: reboot },
    { at: begin + 2 * second, kind: 'status', how: 'delete' },
    { at: begin + 4 * second, kind: 'main', how: 'rewind' },
    { at: begin + 60 * second, kind: 'main', how: 'restore' },
  ]),
  story(
    'takeover',
    [
      { at: begin, kind: 'commit', change: off },
      { at: begin + 0.9 * second, kind: 'pause', host: 0, forMs: 600 * second },
    ],
    { hosts: 2 },
  ),
  story('rejected commit', [
    { at: begin, kind: 'commit', change: { kind: 'break', how: 'no-class' } },
    { at: begin + 20 * second, kind: 'commit', change: off },
  ]),
  story('rename', [
    { at: begin, kind: 'commit', change: reboot },
    { at: begin + 1.5 * second, kind: 'commit', change: { kind: 'rename', station: 0 } },
    { at: begin + 60 * second, kind: 'commit', change: { ...reboot, id: 'op-2' } },
  ]),
  story('account of its own', [
    { at: begin, kind: 'commit', change: { kind: 'account', station: 0, account: { username: 'nanometal' } } },
    { at: begin + 40 * second, kind: 'commit', change: { kind: 'rotate-all', id: 'rotate-1' } },
  ]),
  story('password of the only account', [
    { at: begin, kind: 'commit', change: { kind: 'account', station: 0, account: { username: 'admin' } } },
    { at: begin + 40 * second, kind: 'commit', change: { kind: 'rotate-all', id: 'rotate-1' } },
  ]),
  story('hold', [
    { at: begin, kind: 'hold', host: 0, what: 'all', forMs: 90 * second },
    { at: begin + second, kind: 'commit', change: off },
  ]),
];

/** One trouble that goes on beside a story, from its first change to its end. */
export const companions: readonly { readonly name: string; readonly act: Act }[] = [
  ...(['unheard', 'unanswered', 'refused'] as const).flatMap((trouble) =>
    (['repo', 'http'] as const).map((port) => ({
      name: `${port} ${trouble}`,
      act: { at: begin, kind: 'port', port, trouble, odds: 0.2, forMs: 400 * second } as const,
    })),
  ),
  ...(['hang', 'reset', 'unavailable', 'garbage', 'nothing'] as const).map((fault) => ({
    name: `BMC ${fault}`,
    act: {
      at: begin,
      kind: 'bmc',
      station: 0,
      rule: { fault, on: 'mutating', when: 'after', probability: 0.5 },
      forMs: 300 * second,
    } as const,
  })),
  { name: 'slow disk', act: { at: begin, kind: 'slow', port: 'disk', byMs: 1_500, forMs: 400 * second } },
  { name: 'slow BMC', act: { at: begin, kind: 'slow', port: 'http', byMs: 8_000, forMs: 400 * second } },
  {
    name: 'wrong machine',
    act: {
      at: begin + 60 * second,
      kind: 'bmc',
      station: 0,
      rule: { fault: 'wrong-machine', on: 'all', when: 'before', probability: 1 },
      forMs: 90 * second,
    },
  },
  { name: 'clock an hour ahead', act: { at: begin + 60 * second, kind: 'jump', host: 0, byMs: 3600 * second } },
  { name: 'clock an hour back', act: { at: begin + 60 * second, kind: 'jump', host: 0, byMs: -3600 * second } },
];

export interface CrashPoint {
  readonly calls: number;
  readonly when: 'before' | 'after';
  readonly host: 'stays' | 'restarts' | 'lost';
}

/** The story with a death at the nth call, and perhaps a companion; of a host that is lost another one takes over. */
export function withCrash(
  { scenario }: Story,
  { calls, when, host }: CrashPoint,
  atReads: boolean,
  beside: readonly Act[] = [],
): Scenario {
  const isLost = host === 'lost';
  const crash: Act = {
    at: 0,
    kind: 'crash',
    host: 0,
    calls,
    when,
    reboots: host !== 'stays',
    downMs: isLost ? 1_200 * second : 20 * second,
    atReads,
  };
  return { ...scenario, ...(isLost ? { hosts: 2 } : {}), acts: [crash, ...beside, ...scenario.acts] };
}
