import type { Act, Scenario } from './scenario.ts';
import type { Story } from './stories.ts';

/** The ways in which machines are installed, erased and let go; each as small as it gets. */

const second = 1_000;
const begin = 90 * second;
/** From the wish until an installed system has called home, with some to spare. */
const whole = 300 * second;

const story = (name: string, acts: readonly Act[], more: Partial<Scenario> = {}): Story => ({
  name,
  scenario: {
    seed: 1,
    machines: 1,
    hosts: 1,
    policy: { maxConcurrent: 2, maxPerCommit: 10, drift: 'hold' },
    tls: true,
    postMs: 4 * second,
    unnoticed: 0,
    boot: ['VirtualMedia'],
    healAt: Math.max(0, ...acts.map(({ at }) => at)) + whole,
    acts,
    ...more,
  },
});

const install = {
  kind: 'install',
  station: 0,
  id: 'install-1',
  image: 'debian',
  place: 0,
  overwrite: true,
  ready: 'phoneHome',
} as const;
const iso = { ...install, image: 'rescue', ready: 'powerOn' } as const;
const erase = { kind: 'operation', station: 0, id: 'erase-1', verb: 'Erase', disks: [1] } as const;
const attribute = 'HttpDev1Uri';
const at = (seconds: number): number => begin + seconds * second;

export const installStories: readonly Story[] = [
  story('install', [{ at: begin, kind: 'commit', change: install }]),
  story('installed, and ready when it takes a connection', [
    { at: begin, kind: 'commit', change: { ...install, ready: 'tcp:22' } },
  ]),
  story('installed, and ready by a port on which nobody listens', [
    { at: begin, kind: 'commit', change: { ...install, ready: 'tcp:2222' } },
  ]),
  story('installed again by a new id', [
    { at: begin, kind: 'commit', change: install },
    { at: begin + whole, kind: 'commit', change: { ...install, id: 'install-2', image: 'fedora' } },
  ]),
  story('erase', [{ at: begin, kind: 'commit', change: erase }]),
  story('inspect', [
    { at: begin, kind: 'commit', change: { kind: 'operation', station: 0, id: 'inspect-1', verb: 'Inspect' } },
  ]),
  story('installed, and taken out of use', [
    { at: begin, kind: 'commit', change: install },
    { at: begin + whole, kind: 'commit', change: { kind: 'decommission', station: 0 } },
  ]),
  story('install taken back mid-way', [
    { at: begin, kind: 'commit', change: install },
    { at: at(25), kind: 'commit', change: { kind: 'revert', back: 1 } },
  ]),
  story('renamed while it is installed', [
    { at: begin, kind: 'commit', change: install },
    { at: at(25), kind: 'commit', change: { kind: 'rename', station: 0 } },
  ]),
  story('another board while it is installed', [
    { at: begin, kind: 'commit', change: install },
    { at: at(30), kind: 'board', station: 0 },
    { at: at(60), kind: 'commit', change: { kind: 'enrol', station: 0 } },
  ]),
  story('deleted and put back while it is installed', [
    { at: begin, kind: 'commit', change: install },
    { at: at(20), kind: 'commit', change: { kind: 'delete', station: 0 } },
    { at: at(40), kind: 'commit', change: { kind: 'revert', back: 1 } },
  ]),
  story('status lost and main rewound while it is installed', [
    { at: begin, kind: 'commit', change: install },
    { at: at(20), kind: 'status', how: 'delete' },
    { at: at(25), kind: 'main', how: 'rewind' },
    { at: at(60), kind: 'main', how: 'restore' },
  ]),
  story('run from memory', [{ at: begin, kind: 'commit', change: { ...install, image: 'ramdisk' } }]),
  story('booted from an ISO, and then installed', [
    { at: begin, kind: 'commit', change: iso },
    { at: begin + whole, kind: 'commit', change: { ...install, id: 'install-2' } },
  ]),
  story('booted from an ISO, and taken out of use', [
    { at: begin, kind: 'commit', change: iso },
    { at: begin + whole, kind: 'commit', change: { kind: 'decommission', station: 0 } },
  ]),
  story('ISO taken back after its agent', [
    { at: begin, kind: 'commit', change: iso },
    { at: at(32), kind: 'commit', change: { kind: 'revert', back: 1 } },
  ]),
  story('booted from an ISO over HTTP', [{ at: begin, kind: 'commit', change: iso }], { boot: ['UefiHttp'] }),
  // What stood in the class before memory began would be taken as done: the attribute comes by a commit of its own.
  story(
    'installed over HTTP by BIOS attribute',
    [
      { at: begin, kind: 'commit', change: { kind: 'http-boot', attribute } },
      { at: at(5), kind: 'commit', change: install },
    ],
    { boot: ['UefiHttp'], httpBootAttribute: attribute },
  ),
];

/** What goes wrong beside them that only booting and installing know. */
export const installCompanions: readonly { readonly name: string; readonly act: Act }[] = [
  ...(['unheard', 'unanswered', 'refused'] as const).map((trouble) => ({
    name: `agent's calls ${trouble}`,
    act: { at: begin, kind: 'port', port: 'agents', trouble, odds: 0.3, forMs: 400 * second } as const,
  })),
  ...(['silent', 'impostor', 'corrupt', 'outage', 'lies', 'twice', 'slow-disks'] as const).map((fault) => ({
    name: `machine: ${fault}`,
    act: { at: begin, kind: 'host', station: 0, fault, forMs: 200 * second } as const,
  })),
  ...(['missed-boot', 'insert-lost'] as const).map((fault) => ({
    name: `BMC: ${fault}`,
    act: {
      at: begin,
      kind: 'bmc',
      station: 0,
      rule: { fault, on: 'all', when: 'before', probability: 1 },
      forMs: 100 * second,
    } as const,
  })),
];
