import type { Facts } from '../../../src/model/inventory.ts';
import type { Action, Hold, HoldReason, Plan } from '../../../src/model/plan.ts';
import type { Event } from '../../../src/ports/events.ts';

export const commit = '3f2a1c9e5d'.padEnd(40, '0');

export const action: Action = {
  kind: 'action',
  machine: 'ams1-r03-u12',
  rack: 'r03',
  request: 'reboot-1',
  args: { verb: 'SetBios', attributes: { SetupPassword: 'hunter2' } },
  grant: `sha256:${'0c'.repeat(32)}`,
  spec: `sha256:${'77'.repeat(32)}`,
  commit,
  expect: { identity: { serial: '7XK2M93' }, power: 'On' },
  because: 'bios was declared by 3f2a1c9',
  patienceMs: 900_000,
};

export const hold = (reason: HoldReason): Hold => ({
  kind: 'hold',
  machine: 'ams1-r03-u13',
  rack: 'r03',
  verb: 'Reboot',
  request: 'reboot-2',
  reason,
  message: 'held',
});

export const plan: Plan = {
  commit,
  actions: [action],
  holds: [hold('Window'), hold('Parked'), hold('Window')],
  differences: [],
  later: [],
};

const facts: Facts = {
  identity: {},
  power: 'On',
  boot: { target: 'None', enabled: 'Disabled' },
  indicator: 'Off',
  bios: { complete: true, attributes: { SetupPassword: 'hunter2' }, pending: {} },
  tasks: [],
  capabilities: {
    resetTypes: [],
    bootTargets: [],
    bios: 'none',
    indicator: false,
    bmcReset: false,
    virtualMedia: 'none',
    httpBootUri: false,
  },
};

const machine = 'ams1-r03-u12';

/** Every kind of event, and every form in which it comes. */
export const everyEvent: readonly Event[] = [
  { kind: 'started', facility: 'ams1', holder: 'host-1' },
  { kind: 'accepted', commit, machines: 12 },
  {
    kind: 'rejected',
    rejection: {
      commit,
      reason: 'Invalid',
      message: 'a manifest is wrong',
      problems: [{ code: 'schema', file: 'fleet.yaml', line: 3, column: 5, message: 'not a number', value: 'hunter2' }],
    },
  },
  { kind: 'rejected', rejection: { commit: null, reason: 'Missing', message: 'no branch', problems: [] } },
  { kind: 'memory', message: 'memory comes from the status branch' },
  { kind: 'looked', machine, look: { kind: 'seen', at: 1, facts } },
  { kind: 'looked', machine, look: { kind: 'missed', at: 1, reason: 'Timeout', message: 'nothing came' } },
  { kind: 'planned', plan },
  { kind: 'intended', actions: [action], status: 'a'.repeat(40) },
  { kind: 'sent', machine, action, attempt: 1 },
  { kind: 'answered', machine, action, started: { kind: 'accepted', status: 202 } },
  { kind: 'answered', machine, action, started: { kind: 'refused', status: 412, message: 'no ETag' } },
  { kind: 'answered', machine, action, started: { kind: 'unsent', message: 'refused' } },
  { kind: 'answered', machine, action, started: { kind: 'ambiguous', message: 'reset' } },
  { kind: 'ended', machine, verb: 'SetBios', request: 'r', outcome: { kind: 'done', evidence: 'seen' } },
  { kind: 'ended', machine, verb: 'PowerOff/force', request: 'r', outcome: { kind: 'failed', message: 'still on' } },
  { kind: 'ended', machine, verb: 'Reboot', request: 'r', outcome: { kind: 'unknown', message: 'no evidence' } },
  { kind: 'ended', machine, verb: 'Tomorrow', request: 'r', outcome: { kind: 'withdrawn', message: 'revoked' } },
  { kind: 'called-home', machine, evidence: 'instance bootstrap-0c41' },
  { kind: 'reached', machine, address: '10.1.2.7', port: 22, reached: { kind: 'taken' } },
  {
    kind: 'reached',
    machine,
    address: '10.1.2.7',
    port: 22,
    reached: { kind: 'failed', reason: 'refused', message: '10.1.2.7 port 22 refuses connections' },
  },
  { kind: 'published', status: 'b'.repeat(40), subject: 'ams1: reboot' },
  { kind: 'standby', holder: 'host-2', since: '2026-11-22T00:00:00Z', epoch: 4 },
  { kind: 'leased', holder: 'host-1', epoch: 5 },
  { kind: 'repo-failed', message: 'cannot reach https://bot:hunter2@git.example.org/fleet.git' },
  { kind: 'halted', message: 'the journal is damaged' },
  { kind: 'passed', ms: 120, open: 3, holds: 2 },
  { kind: 'stopped' },
];
