import { join } from 'node:path';
import { openRepo } from '../../src/adapters/git/choose.ts';
import { readFleetAt } from '../../src/cli/fleet-at.ts';
import { takeIn } from '../../src/diff/take-in.ts';
import type { Machine } from '../../src/model/fleet.ts';
import type { MachineStatus, Status } from '../../src/model/status.ts';
import { renderMessage } from '../../src/status/commit-message.ts';
import { renderFiles } from '../../src/status/files.ts';
import { hardware } from '../diff/sample.ts';
import { commitAll, commitTo, git, makeFolder, writeFiles } from './git.ts';

export const days = {
  fleet: '2026-11-20T10:00:00Z',
  seen: '2026-11-20T10:05:00Z',
  now: '2026-11-20T10:10:00Z',
} as const;

const uuid = (unit: number): string => `11111111-2222-4333-8444-00000000000${unit}`;
const path = (unit: number): string => `facilities/ams1/machines/r01/ams1-r01-u0${unit}.yaml`;

const manifest = (unit: number, management: string, more = ''): string => `# unit ${unit}, as it was found
apiVersion: nanometal/v1alpha1
kind: Machine
metadata: { name: ams1-r01-u0${unit} }
spec:
  class: small
  location: { rack: r01, unit: ${unit} }
  management: ${management} # for now
  bmc: { driver: redfish, address: https://10.1.0.${unit}, credentials: bmc }
${more}`;
const identity = (unit: number): string => `  identity: { serial: SN000${unit}, uuid: ${uuid(unit)} }\n`;

const files: Readonly<Record<string, string>> = {
  'fleet.yaml': 'apiVersion: nanometal/v1alpha1\nkind: Fleet\nmetadata: { name: fleet }\nspec: {}\n',
  'classes/small.yaml':
    'apiVersion: nanometal/v1alpha1\nkind: MachineClass\nmetadata: { name: small }\nspec:\n  bios: { LogicalProc: Disabled }\n',
  'facilities/ams1/facility.yaml':
    'apiVersion: nanometal/v1alpha1\nkind: Facility\nmetadata: { name: ams1 }\nspec:\n  ranges: { bmc: [10.1.0.0/16] }\n',
  [path(1)]: manifest(
    1,
    'observe',
    '  # the label says so\n  identity: { serial: SN0001 }\n  power: Off # it hums, though\n',
  ),
  [path(2)]: manifest(2, 'observe', `${identity(2)}  bios: { LogicalProc: Enabled }\n`),
  [path(3)]: manifest(3, 'adopt', `${identity(3)}  power: On\n  bios: { LogicalProc: Enabled }\n`),
  [path(4)]: manifest(4, 'observe', identity(4)),
  [path(5)]: manifest(5, 'manage', identity(5)),
  [path(6)]: manifest(6, 'manage', `${identity(6)}  bios:\n    LogicalProc: Enabled\n`),
  [path(7)]: manifest(7, 'adopt', `${identity(7)}  bios: { LogicalProc: Enabled, Sriov: Enabled }\n`),
};

export interface AdoptFleet {
  readonly dir: string;
  /** The same text whatever the bytes of a commit. */
  plain(text: string): string;
  show(revision: string): string;
  drop(): void;
}

/**
 * Machines in every state of being taken over: u01 differs in all, u02 and u03 are as their manifests say, u04 is away,
 * another board answers for u05, u06 lost a module, and u07 lacks a BIOS key that is declared.
 */
export async function makeAdoptFleet(): Promise<AdoptFleet> {
  const folder = makeFolder();
  const dir = join(folder.path, 'fleet');
  writeFiles(dir, files);
  git(dir, days.fleet, ['init', '--quiet', '--initial-branch=main']);
  const main = commitAll(dir, days.fleet, 'The fleet');
  // People work elsewhere: main is free to be pushed to.
  git(dir, days.fleet, ['checkout', '--quiet', '-b', 'desk']);
  const repo = await openRepo({ remote: dir, stateDir: join(folder.path, 'state'), adapter: 'isomorphic' });
  if (!repo.ok) throw new Error(repo.error.message);
  const read = await readFleetAt(repo.value, 'ams1', main);
  await repo.value.close();
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { fleet } = read.value;
  const memory = takeIn({ facility: 'ams1', machines: new Map() }, fleet, main, { fleet, ever: new Map() });
  const status: Status = {
    memory,
    conditions: [],
    machines: new Map(fleet.machines.map((machine, i) => [machine.name, seen(machine, i + 1)])),
    holds: [],
    sealed: new Map(),
  };
  const trailers = [['Fleet-Commit', main] as const, ['Epoch', '1'] as const];
  const message = renderMessage({ facility: 'ams1', subject: '7 machines', kind: 'observation', trailers });
  const said = commitTo(dir, 'refs/heads/status/ams1', days.seen, message, renderFiles(status));
  return {
    dir,
    plain: (text) => text.replaceAll(said.slice(0, 12), '<status>').replace(/ as [0-9a-f]{12} to/g, ' as <commit> to'),
    show: (revision) =>
      git(dir, days.now, ['show', '--no-color', '--format=%an <%ae>%n%n%B', revision])
        .replaceAll(said.slice(0, 12), '<status>')
        .replace(/^index .*\n/gm, ''),
    drop: folder.drop,
  };
}

function seen({ name, rack, specDigest }: Machine, unit: number): MachineStatus {
  const since = Date.parse(days.seen);
  const condition = (type: string, isSo: boolean, message = '') =>
    ({ type, status: isSo ? 'True' : 'False', reason: isSo ? 'Seen' : 'Timeout', message, since }) as const;
  const own = { uuid: uuid(unit), serial: `SN000${unit}` };
  const [module] = hardware.memory;
  return {
    name,
    rack,
    phase: 'Available',
    overlays: [],
    specDigest,
    conditions: [condition('Reachable', unit !== 4, unit === 4 ? 'no answer in 10 s' : '')],
    observed: { power: 'On', boot: { target: 'None', enabled: 'Disabled' }, bios: { LogicalProc: 'Enabled' } },
    ...(unit === 5 ? { answers: { uuid: uuid(9), serial: 'SN0009' } } : {}),
    inventory: {
      identity: own,
      capabilities: {
        resetTypes: [],
        bootTargets: [],
        bios: 'deferred',
        indicator: true,
        bmcReset: true,
        virtualMedia: 'none',
        httpBootUri: false,
      },
      tellsResets: true,
      hardware,
      ...(unit === 6 && module
        ? { changes: [{ was: { kind: 'memory module', id: 'DIMM.A2', serial: '4711', size: 65_536 } }] }
        : {}),
    },
  };
}
