import { join } from 'node:path';
import { openRepo } from '../../src/adapters/git/choose.ts';
import { readFleetAt } from '../../src/cli/fleet-at.ts';
import { takeIn } from '../../src/diff/take-in.ts';
import type { Fleet } from '../../src/model/fleet.ts';
import type { MachineMemory, Memory } from '../../src/model/memory.ts';
import type { Condition, MachineStatus, Status } from '../../src/model/status.ts';
import { type CommitKind, grantTrailer, renderMessage } from '../../src/status/commit-message.ts';
import { renderFiles } from '../../src/status/files.ts';
import { commitAll, commitTo, git, makeFolder, writeFiles } from './git.ts';

const machine = (unit: number, more = ''): string => `apiVersion: nanometal/v1alpha1
kind: Machine
metadata: { name: ams1-r01-u0${unit} }
spec:
  class: small
  location: { rack: r01, unit: ${unit} }
  management: manage
  bmc: { driver: redfish, address: https://10.1.0.${unit}, credentials: bmc }
  identity: { serial: SN000${unit}, uuid: 11111111-2222-4333-8444-00000000000${unit} }
${more}`;

const path = (unit: number): string => `facilities/ams1/machines/r01/ams1-r01-u0${unit}.yaml`;

const first: Readonly<Record<string, string>> = {
  'fleet.yaml': 'apiVersion: nanometal/v1alpha1\nkind: Fleet\nmetadata: { name: fleet }\nspec: {}\n',
  'classes/small.yaml': 'apiVersion: nanometal/v1alpha1\nkind: MachineClass\nmetadata: { name: small }\nspec: {}\n',
  'facilities/ams1/facility.yaml':
    'apiVersion: nanometal/v1alpha1\nkind: Facility\nmetadata: { name: ams1 }\nspec:\n  ranges: { bmc: [10.1.0.0/16] }\n  policy: { maxConcurrent: 2 }\n',
  [path(1)]: machine(1),
  [path(2)]: machine(2, '  operations: [{ id: old-1, verb: Identify, notAfter: 2026-01-01T00:00:00Z }]\n'),
  [path(3)]: machine(3, '  protected: true\n'),
  [path(4)]: machine(4),
};

export const days = {
  first: '2026-11-20T10:00:00Z',
  seen: '2026-11-20T10:05:00Z',
  asked: '2026-11-21T09:00:00Z',
  meant: '2026-11-21T09:01:00Z',
  change: '2026-11-22T08:00:00Z',
  now: '2026-11-22T09:00:00Z',
} as const;

export interface SmallFleet {
  readonly dir: string;
  readonly commits: Readonly<Record<'first' | 'asked' | 'change' | 'seen' | 'meant', string>>;
  /** Commit ids by name, digests without their digits: the same text whatever the bytes of a file. */
  plain(text: string): string;
  drop(): void;
}

/**
 * A fleet repo with four machines and two status commits. `main` asked for a reboot of u02, which is under way, and for
 * power Off of u03, which is protected; u04 is away. The branch `change` asks for more.
 */
export async function makeSmallFleet(): Promise<SmallFleet> {
  const folder = makeFolder();
  const dir = join(folder.path, 'fleet');
  writeFiles(dir, first);
  git(dir, days.first, ['init', '--quiet', '--initial-branch=main']);
  const atFirst = commitAll(dir, days.first, 'The fleet');
  const reboot =
    '  operations:\n    - { id: old-1, verb: Identify, notAfter: 2026-01-01T00:00:00Z }\n    - { id: reboot-1, verb: Reboot, notAfter: 2026-12-01T00:00:00Z }\n';
  writeFiles(dir, { [path(2)]: machine(2, reboot), [path(3)]: machine(3, '  protected: true\n  power: Off\n') });
  const asked = commitAll(dir, days.asked, 'Reboot u02, u03 off');
  git(dir, days.change, ['checkout', '--quiet', '-b', 'change']);
  writeFiles(dir, {
    [path(1)]: machine(
      1,
      '  power: Off\n  operations: [{ id: find-1, verb: Identify, notAfter: 2026-12-01T00:00:00Z }]\n',
    ),
    [path(4)]: machine(4, '  power: Off\n'),
  });
  const change = commitAll(dir, days.change, 'u01 and u04 off');
  git(dir, days.change, ['checkout', '--quiet', 'main']);

  const before = await fleetAt(dir, atFirst);
  const after = await fleetAt(dir, asked);
  const begun = takeIn({ facility: 'ams1', machines: new Map() }, before, atFirst, { fleet: before, ever: new Map() });
  const seen = commitStatus(
    dir,
    days.seen,
    'observation',
    '4 machines, 3 reachable, 4 as declared',
    statusOf(begun),
    [],
  );
  const underWay = withReboot(takeIn(begun, after, asked, null), asked);
  const grant = { grant: digest, verb: 'Reboot', machine: 'ams1-r01-u02' };
  const held = { ...statusOf(underWay), holds: [protectedHold(asked)] };
  const meant = commitStatus(dir, days.meant, 'intent', 'reboot ams1-r01-u02', held, [grantTrailer(grant)]);
  const commits = { first: atFirst, asked, change, seen, meant };
  return { dir, commits, plain: (text) => withoutDigits(text, commits), drop: folder.drop };
}

export const digest = `sha256:${'0'.repeat(64)}`;

async function fleetAt(dir: string, commit: string): Promise<Fleet> {
  const repo = await openRepo({ remote: dir, stateDir: join(dir, '..', 'state'), adapter: 'isomorphic' });
  if (!repo.ok) throw new Error(repo.error.message);
  const read = await readFleetAt(repo.value, 'ams1', commit);
  await repo.value.close();
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.fleet;
}

function commitStatus(
  dir: string,
  at: string,
  kind: CommitKind,
  subject: string,
  status: Status,
  trailers: readonly (readonly [string, string])[],
): string {
  const all = [...trailers, ['Fleet-Commit', status.memory.accepted ?? ''] as const, ['Epoch', '1'] as const];
  const message = renderMessage({ facility: 'ams1', subject, kind, trailers: all });
  return commitTo(dir, 'refs/heads/status/ams1', at, message, renderFiles(status));
}

function statusOf(memory: Memory): Status {
  return {
    memory,
    conditions: [{ type: 'Accepted', status: 'True', reason: 'Accepted', message: '', since: Date.parse(days.seen) }],
    machines: new Map([...memory.machines].map(([name, known]) => [name, machineOf(name, known)])),
    holds: [],
    sealed: new Map(),
  };
}

function machineOf(name: string, { identity, open, declared }: MachineMemory): MachineStatus {
  const away = name.endsWith('u04');
  const condition = (type: string, status: Condition['status'], reason: string, message = ''): Condition => ({
    type,
    status,
    reason,
    message,
    since: Date.parse(open || declared.power ? days.meant : days.seen),
  });
  const asDeclared = open
    ? condition('AsDeclared', 'False', 'Progressing', 'Reboot for reboot-1')
    : declared.power
      ? condition('AsDeclared', 'False', 'Protected', 'spec.protected is true')
      : condition('AsDeclared', away ? 'Unknown' : 'True', away ? 'Unreachable' : 'AsDeclared');
  return {
    name,
    rack: 'r01',
    phase: 'Available',
    overlays: [],
    conditions: [
      asDeclared,
      away ? condition('Reachable', 'False', 'Timeout', 'no answer in 10 s') : condition('Reachable', 'True', 'Seen'),
    ],
    observed: { power: 'On', boot: { target: 'None', enabled: 'Disabled' }, bios: {} },
    inventory: {
      identity,
      capabilities: {
        resetTypes: ['On', 'ForceOff', 'GracefulShutdown', 'ForceRestart'],
        bootTargets: ['Pxe'],
        bios: 'deferred',
        indicator: true,
        bmcReset: true,
        virtualMedia: 'none',
        httpBootUri: false,
      },
      tellsResets: true,
    },
  };
}

function withReboot(memory: Memory, commit: string): Memory {
  const machines = new Map(memory.machines);
  const known = machines.get('ams1-r01-u02');
  if (!known) throw new Error('ams1-r01-u02 is missing');
  const open = {
    grant: digest,
    request: 'reboot-1',
    spec: digest,
    commit,
    args: { verb: 'Reboot' as const },
    expect: { identity: known.identity, power: 'On' as const, lastReset: '2026-11-01T00:00:00Z' },
    patienceMs: 900_000,
  };
  machines.set('ams1-r01-u02', { ...known, open });
  return { ...memory, machines };
}

const protectedHold = (commit: string) => ({
  kind: 'hold' as const,
  machine: 'ams1-r01-u03',
  rack: 'r01',
  verb: 'PowerOff' as const,
  request: `${commit.slice(0, 12)}:power`,
  reason: 'Protected' as const,
  message: 'spec.protected is true',
});

/** Twelve characters for twelve, so that columns and line breaks stay where they are. */
function withoutDigits(text: string, commits: SmallFleet['commits']): string {
  let plain = text.replace(/sha256:[0-9a-f]{64}/g, 'sha256:…');
  for (const [name, id] of Object.entries(commits)) {
    const label = `<${name}>`.padEnd(12, '.');
    plain = plain.replaceAll(id, label).replaceAll(id.slice(0, 12), label);
  }
  return plain;
}
