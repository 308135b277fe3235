import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLong } from '../../long.ts';
import { type Ended, type Running, run, start, stop } from './children.ts';
import { type Changes, FleetRepo, readFolder } from './fleet-repo.ts';
import { type Sim, type SimOptions, startSim } from './sim.ts';
import { startWitness, type Witness } from './witness.ts';

export type Adapter = 'isomorphic' | 'native';
/** Both in the long form. Otherwise this one: the two pass the same conformance suite, and most that a process does is above it. */
export const adapters = (inShort: Adapter): readonly Adapter[] => (isLong ? ['isomorphic', 'native'] : [inShort]);

export interface ReconcilerOptions {
  readonly git: Adapter;
  /** Name of the state folder below the facility's; another name is another host. */
  readonly state?: string;
  readonly repo?: string;
  /** Folder of the credentials that manifests name; null: this host has none. */
  readonly secrets?: string | null;
  readonly more?: readonly string[];
  /** Of the command, for another host than this one: `prefixOf` of other-host.ts. */
  readonly prefix?: readonly string[];
  /** For `run`: ended for good after this. */
  readonly limitMs?: number;
}

/** Everything that one test needs: a simulated facility, a Git repository that describes it, reconcilers at will. */
export interface TestFacility {
  readonly folder: string;
  readonly sim: Sim;
  readonly repo: FleetRepo;
  /** Between reconciler and BMCs, unless it was not asked for. */
  readonly witness: Witness | null;
  /** The first commit on main. */
  readonly first: string;
  /** Path of a machine's manifest. */
  path(machine: string): string;
  /** A machine's manifest on main, with these lines added to its spec. */
  with(machine: string, ...lines: readonly string[]): Changes;
  /** `run --once`. */
  once(options: ReconcilerOptions): Promise<Ended>;
  /** `run` until it is stopped. */
  run(options: ReconcilerOptions): Running;
  command(args: readonly string[]): Promise<Ended>;
  /** What the status branch says in one of its JSON files. */
  status(path: string): unknown;
  close(): Promise<void>;
}

export interface FacilityOptions extends SimOptions {
  readonly witness?: boolean;
  /** Laid over the generated files before the first commit. */
  readonly files?: (sim: Sim) => Changes;
}

export async function startFacility(options: FacilityOptions): Promise<TestFacility> {
  const folder = mkdtempSync(join(tmpdir(), 'nanometal-system-'));
  const sim = await startSim(folder, options);
  const repo = FleetRepo.begin(join(folder, 'fleet.git'));
  const witness = options.witness ? await startWitness(repo, sim.machines) : null;
  const files = Object.fromEntries(
    [...readFolder(sim.fleet)].map(([path, text]) => [path, redirect(text, sim, witness)]),
  );
  const first = repo.commit('The facility as it is', { ...files, ...options.files?.(sim) }, null);
  const running = new Set<Running>();
  const pathOf = (machine: string): string => sim.machines.find(({ name }) => name === machine)?.path ?? '';
  const argumentsOf = (asked: ReconcilerOptions) => {
    const { git, state = 'state', repo: address, secrets = sim.secrets, more = [] } = asked;
    const where = ['-f', 'ams1', '--repo', address ?? repo.path, '--git', git, '--state', join(folder, state)];
    return ['run', ...where, ...(secrets === null ? [] : ['--secrets', secrets]), ...more];
  };
  return {
    folder,
    sim,
    repo,
    witness,
    first,
    path: pathOf,
    with(machine, ...lines) {
      const path = pathOf(machine);
      return { [path]: `${repo.file('main', path)}${lines.map((line) => `  ${line}\n`).join('')}` };
    },
    once: (asked) => run([...argumentsOf(asked), '--once'], { cwd: folder, prefix: asked.prefix ?? [] }),
    run(asked) {
      const { limitMs, prefix = [] } = asked;
      const limit = limitMs === undefined ? {} : { limitMs };
      const child = start(argumentsOf(asked), { cwd: folder, prefix, ...limit });
      running.add(child);
      void child.ended.then(() => running.delete(child));
      return child;
    },
    command: (args) => run(args, { cwd: folder }),
    status: (path) => JSON.parse(repo.file('refs/heads/status/ams1', path) ?? 'null'),
    async close() {
      await Promise.all([...running].map((child) => stop(child, 'SIGKILL')));
      await witness?.close();
      await sim.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The manifest with the witness in the BMC's place. */
function redirect(text: string, sim: Sim, witness: Witness | null): string {
  if (!witness) return text;
  return text.replace(/(http:\/\/127\.0\.0\.1:)(\d+)/, (all, before: string, port: string) => {
    const machine = sim.machines.find((one) => one.port === Number(port));
    return machine ? `${before}${witness.ports.get(machine.name)}` : all;
  });
}
