import { join, resolve } from 'node:path';
import { openBootServer } from '../adapters/boot-server/open.ts';
import { systemClock } from '../adapters/clock.ts';
import { openDisk } from '../adapters/disk.ts';
import { openRepo, type RepoOptions } from '../adapters/git/choose.ts';
import { parseRemote } from '../adapters/git/remote.ts';
import { readHost } from '../adapters/host.ts';
import { createHttp } from '../adapters/http/create.ts';
import { openJournal } from '../adapters/journal/open.ts';
import { openLoginBook } from '../adapters/login-book.ts';
import { createProcesses } from '../adapters/processes.ts';
import { systemRandom } from '../adapters/random.ts';
import { systemReach } from '../adapters/reach.ts';
import { type AgeSecretsOptions, openAgeHostLogins, openAgeSecrets } from '../adapters/secrets/age.ts';
import { openFolderHostLogins, openFolderSecrets } from '../adapters/secrets/folder.ts';
import { noVault, openAgeVault } from '../adapters/secrets/vault.ts';
import { createLocalShells } from '../adapters/shell/local.ts';
import { createSshShells } from '../adapters/shell/ssh.ts';
import { lockState } from '../adapters/state-lock.ts';
import type { KnockableWake } from '../adapters/wake/knock.ts';
import { openRefsWake } from '../adapters/wake/refs.ts';
import { openTimerWake } from '../adapters/wake/timer.ts';
import { processDriver } from '../drivers/control-plane/process/driver.ts';
import { ssh } from '../drivers/control-plane/ssh/driver.ts';
import { redfish } from '../drivers/infrastructure/redfish/driver.ts';
import { createRegistry } from '../drivers/registry.ts';
import type { CommitId } from '../model/names.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { ControlPlaneDriver } from '../ports/driver.ts';
import type { Events } from '../ports/events.ts';
import type { Host } from '../ports/host.ts';
import type { HostLogins } from '../ports/host-logins.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Ports, Settings } from '../reconciler/knowledge.ts';
import { defaultLimits } from '../redfish/limits.ts';
import { claimFolder } from './claim-folder.ts';
import { type Complaint, failed, misused, repoFailed } from './complaint.ts';
import { readPath } from './read-path.ts';

/** What an operator said on the command line, and nothing else: only the commands read arguments and environment. */
export interface FacilityOptions {
  readonly facility: string;
  readonly repo: string;
  readonly statusRepo?: string;
  readonly branch: string;
  readonly stateFolder: string;
  readonly secretsFolder?: string;
  readonly ageKeyFile?: string;
  readonly git: Omit<RepoOptions, 'remote' | 'stateDir'>;
  readonly caFile?: string;
  readonly once: boolean;
  readonly pollMs: number;
  readonly leaseTermMs: number;
  /** Take over later than others would. */
  readonly standby: boolean;
  readonly handOverTo?: string;
  readonly boot: BootOptions;
}

/** Of the boot service, which `facility.yaml` switches on. */
export interface BootOptions {
  /** What `agent/build` made. */
  readonly agentFolder?: string;
  /** Where to listen; absent: at the address of facility.yaml. */
  readonly listenHost?: string;
  readonly imageCacheBytes: number;
  /** Where `nanometal boot` asks, which listens in place of this process. */
  readonly socket?: string;
}

export interface Facility {
  readonly ports: Ports;
  readonly settings: Settings;
  readonly wake: KnockableWake;
  close(): Promise<void>;
}

/** The one place where all floors meet: every port gets its adapter. */
export async function compose(options: FacilityOptions, events: Events): Promise<Result<Facility, Complaint>> {
  const { stateFolder } = options;
  const refused = addressRefused('--repo', options.repo) ?? addressRefused('--status-repo', options.statusRepo);
  if (refused) return fail(refused);
  const host = await readHost();
  const lock = await lockState(stateFolder, host);
  if (!lock.ok) return fail(failed(lock.error));
  const closing: (() => Promise<void> | void)[] = [() => lock.value.release()];
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    const assembled = await assemble(options, events, host, closing);
    if (assembled.ok) return ok({ ...assembled.value, close });
    await close();
    return assembled;
  } catch (error) {
    await close();
    throw error;
  }
}

async function assemble(
  options: FacilityOptions,
  events: Events,
  host: Host,
  closing: (() => Promise<void> | void)[],
): Promise<Result<Omit<Facility, 'close'>, Complaint>> {
  const { stateFolder } = options;
  const disk = await openDisk(stateFolder);
  closing.push(() => disk.close());
  const claimed = await claimFolder(disk, stateFolder, options.facility);
  if (claimed) return fail(claimed);
  const journal = await openJournal(disk, { clock: systemClock, host });
  const fleetRepo = await openRepo({ ...options.git, remote: options.repo, stateDir: join(stateFolder, 'fleet') });
  if (!fleetRepo.ok) return fail(repoFailed(options.repo, fleetRepo.error));
  closing.push(() => fleetRepo.value.close());
  let statusRepo = fleetRepo.value;
  if (options.statusRepo !== undefined) {
    const opened = await openRepo({
      ...options.git,
      remote: options.statusRepo,
      stateDir: join(stateFolder, 'status'),
    });
    if (!opened.ok) return fail(repoFailed(options.statusRepo, opened.error));
    closing.push(() => opened.value.close());
    statusRepo = opened.value;
  }
  const opened = openHttp(options.caFile);
  if (!opened.ok) return opened;
  const http = opened.value;
  closing.push(() => http.close());
  // Credentials are read from the commit that is acted upon, like everything else (law 4).
  let accepted: CommitId | null = null;
  const told: Events = {
    emit(event) {
      if (event.kind === 'accepted') accepted = event.commit;
      events.emit(event);
    },
  };
  const readAccepted = async (path: string): Promise<Uint8Array | null> => {
    const commit = accepted === null ? null : await fleetRepo.value.commit(accepted);
    return commit ? readPath(fleetRepo.value, commit.tree, path) : null;
  };
  const secrets = secretsOf(options, readAccepted);
  const logins = hostLoginsOf(options, readAccepted);
  const loginBook = await openLoginBook(disk, systemClock, systemRandom);
  const registry = createRegistry([redfish], { http, secrets, clock: systemClock, loginBook });
  if (!registry.ok) return fail(failed(registry.error));
  const agents = await openBootServer({
    ...options.boot,
    facility: options.facility,
    clock: systemClock,
    disk,
    stateFolder,
    ...(options.caFile === undefined ? {} : { caFile: options.caFile }),
  });
  closing.push(() => agents.close());
  const controlPlaneDrivers = openControlPlane(resolve(stateFolder, 'hosts'), logins);
  const wake = isLocal(options.repo)
    ? await openRefsWake({ repository: options.repo, refs: [`refs/heads/${options.branch}`], clock: systemClock })
    : openTimerWake({ clock: systemClock, random: systemRandom });
  closing.push(() => wake.close());
  const ports: Ports = {
    fleetRepo: fleetRepo.value,
    statusRepo,
    drivers: registry.value.drivers,
    controlPlaneDrivers,
    agents,
    reach: systemReach,
    journal,
    vault: options.ageKeyFile === undefined ? noVault : openAgeVault(options.ageKeyFile),
    disk,
    loginBook,
    clock: systemClock,
    random: systemRandom,
    host,
    events: told,
    wake,
  };
  return ok({ ports, settings: settingsOf(options), wake });
}

/** Nothing of such an address is repeated: what is wrong with it may be that it holds a password. */
function addressRefused(option: string, address: string | undefined): Complaint | null {
  const parsed = address === undefined ? null : parseRemote(address);
  return parsed === null || parsed.ok ? null : misused(`${option}: ${parsed.error.message}`);
}

function openHttp(caFile: string | undefined): Result<ReturnType<typeof createHttp>, Complaint> {
  if (caFile === undefined) return ok(createHttp());
  try {
    return ok(createHttp({ caFile }));
  } catch {
    return fail(failed(`--ca-file ${caFile}: no certificate in it can be read`, 'name a file of certificates in PEM'));
  }
}

function settingsOf(options: FacilityOptions): Settings {
  return {
    facility: options.facility,
    branch: options.branch,
    once: options.once,
    pollMs: options.pollMs,
    leaseTermMs: options.leaseTermMs,
    standbyMs: options.standby ? defaultLimits.write.totalMs : 0,
    ...(options.handOverTo === undefined ? {} : { handOverTo: options.handOverTo }),
    gatherMs: 60_000,
    // A local repository costs nothing to ask; a forge counts its callers.
    fetchMs: isLocal(options.repo) ? 0 : 10_000,
    lookMs: 4_000,
    author: { name: `nanometal ${options.facility}`, email: 'nanometal@localhost' },
  };
}

export const isLocal = (remote: string): boolean => !/^[a-z+]+:\/\//.test(remote) && !/^[^/]+@[^/]+:/.test(remote);

/** Where credentials that manifests name are read. A folder goes before the key, which then is only for what we seal. */
type SecretsSource = Pick<FacilityOptions, 'facility' | 'secretsFolder' | 'ageKeyFile'>;
type ReadAccepted = (path: string) => Promise<Uint8Array | null>;

const noSecrets = 'no credentials were given: use --secrets DIR or --age-key FILE';

export function secretsOf(source: SecretsSource, readAccepted: ReadAccepted): Secrets {
  if (source.secretsFolder !== undefined) return openFolderSecrets(source.secretsFolder);
  const sealed = sealedSecrets(source, readAccepted);
  return sealed ? openAgeSecrets(sealed) : { credentials: async () => fail(noSecrets) };
}

/** From the same place as the credentials of BMCs. */
function hostLoginsOf(source: SecretsSource, readAccepted: ReadAccepted): HostLogins {
  if (source.secretsFolder !== undefined) return openFolderHostLogins(source.secretsFolder);
  const sealed = sealedSecrets(source, readAccepted);
  return sealed ? openAgeHostLogins(sealed) : { hostLogin: async () => fail(noSecrets) };
}

function sealedSecrets({ facility, ageKeyFile }: SecretsSource, readAccepted: ReadAccepted): AgeSecretsOptions | null {
  if (ageKeyFile === undefined) return null;
  const folder = `facilities/${facility}/secrets`;
  return { keyFile: ageKeyFile, folder, read: (name) => readAccepted(`${folder}/${name}.age`) };
}

/** `prefix`: where the driver `process` keeps its hosts, each a folder. */
function openControlPlane(prefix: string, logins: HostLogins): ReadonlyMap<string, ControlPlaneDriver> {
  const clock = systemClock;
  return new Map([
    ['ssh', ssh.create({ shells: createSshShells({ logins }), clock })],
    ['process', processDriver.create({ shells: createLocalShells(), clock, processes: createProcesses(), prefix })],
  ]);
}
