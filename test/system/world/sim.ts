import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EffectEntry } from '../../../src/twin/effect.ts';
import { type Running, start, stop } from './children.ts';

export interface SimMachine {
  readonly name: string;
  /** Of its manifest. */
  readonly path: string;
  readonly port: number;
}

export interface SimOptions {
  readonly count: number;
  readonly speed?: number;
  readonly seed?: number;
  readonly more?: readonly string[];
  /** Of the command, for another network than ours. */
  readonly prefix?: readonly string[];
}

/** A simulated facility in a process of its own. */
export interface Sim {
  readonly running: Running;
  readonly machines: readonly SimMachine[];
  /** Folder of the fleet files that describe it. */
  readonly fleet: string;
  readonly secrets: string;
  /** Every mutating request that the hardware received, logins included. */
  effects(): readonly EffectEntry[];
  /** The same without logins and logouts. */
  mutations(): readonly EffectEntry[];
  /** What happens to a machine other than through its BMC. */
  act(machine: string, what: 'faults' | 'power' | 'task' | 'hardware', body: object): Promise<void>;
  close(): Promise<void>;
}

/** Asks for other ports until all of them are free. */
export async function startSim(folder: string, options: SimOptions): Promise<Sim> {
  const { count, speed = 20, seed = 1, more = [], prefix = [] } = options;
  for (let attempt = 0; attempt < 20; attempt++) {
    const cwd = mkdtempSync(join(folder, 'sim-'));
    const port = 20_000 + Math.floor(Math.random() * (60_000 - 20_000 - count));
    const files = ['--effects', 'effects.ndjson', '--write-fleet', 'fleet', '--write-secrets', 'secrets'];
    const numbers = ['--count', `${count}`, '--port', `${port}`, '--speed', `${speed}`, '--seed', `${seed}`];
    const running = start(['sim', ...numbers, ...files, ...more], { cwd, limitMs: 3_600_000, prefix });
    const ready = await running.until((line) => line === `ready ${count}`).catch((error: unknown) => error);
    if (typeof ready !== 'string') {
      const { stderr } = await stop(running);
      if (stderr.includes('EADDRINUSE')) continue;
      throw ready;
    }
    return simAt(running, cwd);
  }
  throw new Error('no free ports');
}

function simAt(running: Running, cwd: string): Sim {
  const machines = readMachines(join(cwd, 'fleet'));
  const effects = (): readonly EffectEntry[] =>
    readFileSync(join(cwd, 'effects.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): EffectEntry => JSON.parse(line));
  return {
    running,
    machines,
    fleet: join(cwd, 'fleet'),
    secrets: join(cwd, 'secrets'),
    effects,
    mutations: () => effects().filter((entry) => entry.class !== 'session'),
    async act(machine, what, body) {
      const place = machines.find(({ name }) => name === machine);
      const url = `http://127.0.0.1:${place?.port}/_twin/${what}`;
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    close: async () => {
      await stop(running);
    },
  };
}

/** As the manifests that the simulation wrote have them, in the order of names. */
function readMachines(fleet: string): readonly SimMachine[] {
  const paths = readdirSync(fleet, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('/machines/'));
  return paths
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path): SimMachine => {
      const text = readFileSync(join(fleet, path), 'utf8');
      const port = Number(/127\.0\.0\.1:(\d+)/.exec(text)?.[1]);
      return { name: basename(path, '.yaml'), path, port };
    });
}
