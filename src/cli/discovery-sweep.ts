import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '../adapters/clock.ts';
import { openDisk } from '../adapters/disk.ts';
import { readHost } from '../adapters/host.ts';
import { createHttp } from '../adapters/http/create.ts';
import { openLoginBook } from '../adapters/login-book.ts';
import { systemRandom } from '../adapters/random.ts';
import { lockState } from '../adapters/state-lock.ts';
import { type SweepPorts, sweep, type Tally } from '../discover/sweep.ts';
import { redfish } from '../drivers/infrastructure/redfish/driver.ts';
import { createRegistry, type Registry } from '../drivers/registry.ts';
import type { Discovery, Findings, Target } from '../model/discovery.ts';
import type { Fleet } from '../model/fleet.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Commit, Repo } from '../ports/repo.ts';
import { claimFolder } from './claim-folder.ts';
import { type Complaint, failed } from './complaint.ts';
import { secretsOf } from './compose.ts';
import { readPath } from './read-path.ts';
import type { Terminal } from './terminal.ts';
import { count } from './words.ts';

interface SweepOptions {
  readonly facility: string;
  readonly secrets?: string;
  readonly ageKey?: string;
  readonly state?: string;
}

/** Asks the BMCs, from this host and now. Sessions are ended and the state folder is freed whatever happens. */
export async function sweepNow(
  options: SweepOptions,
  terminal: Terminal,
  repo: Repo,
  base: Commit,
  fleet: Fleet,
  discovery: Discovery,
  list: readonly Target[] | null,
): Promise<Result<Findings, Complaint>> {
  const stop = terminal.untilStopped();
  const folder = stateFolder(options, terminal);
  const lock = await lockState(folder, await readHost());
  if (!lock.ok) return fail(failed(lock.error));
  const disk = await openDisk(folder);
  const http = createHttp();
  try {
    const claimed = await claimFolder(disk, folder, options.facility);
    if (claimed) return fail(claimed);
    const secrets = secretsOf(
      {
        facility: options.facility,
        ...(options.secrets === undefined ? {} : { secretsFolder: resolve(terminal.cwd, options.secrets) }),
        ...(options.ageKey === undefined ? {} : { ageKeyFile: resolve(terminal.cwd, options.ageKey) }),
      },
      (path) => readPath(repo, base.tree, path),
    );
    const loginBook = await openLoginBook(disk, systemClock, systemRandom);
    const registry = createRegistry([redfish], { http, secrets, clock: systemClock, loginBook });
    if (!registry.ok) return fail(failed(registry.error));
    try {
      return await ask(registry.value, terminal, { disk, loginBook }, fleet, discovery, list, stop);
    } finally {
      await registry.value.close();
    }
  } finally {
    http.close();
    await disk.close();
    await lock.value.release();
  }
}

async function ask(
  { drivers }: Registry,
  terminal: Terminal,
  state: Pick<SweepPorts, 'disk' | 'loginBook'>,
  fleet: Fleet,
  discovery: Discovery,
  list: readonly Target[] | null,
  stop: AbortSignal,
): Promise<Result<Findings, Complaint>> {
  const driver = drivers.get(discovery.driver);
  if (driver?.survey === undefined) {
    const known = [...drivers.values()].filter(({ survey }) => survey !== undefined).map(({ name }) => name);
    return fail(failed(`no driver ${discovery.driver} finds machines`, `spec.driver is one of ${known.join(', ')}`));
  }
  const ports = { driver, clock: systemClock, ...state };
  const findings = await sweep(ports, fleet, discovery, list, progressTo(terminal), stop);
  return findings === null
    ? fail(failed('stopped before all addresses were asked', 'start it again within the hour: it goes on from there'))
    : ok(findings);
}

/** Not among the reconciler's own folders: there `hold` and others look for facilities that are tended. */
function stateFolder({ facility, state }: SweepOptions, { cwd, env }: Terminal): string {
  if (state !== undefined) return resolve(cwd, state);
  const home = env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local', 'state');
  return join(home, 'nanometal-discover', facility);
}

const tellEveryMs = 2_000;

function progressTo(terminal: Terminal): (tally: Tally) => void {
  let toldAt = systemClock.monotonic();
  return ({ asked, of, machines }) => {
    const now = systemClock.monotonic();
    if (now - toldAt < tellEveryMs) return;
    toldAt = now;
    terminal.err(`${asked} of ${of} addresses asked, ${count(machines, 'machine')} found\n`);
  };
}
