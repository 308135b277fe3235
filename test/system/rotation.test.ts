import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armor, Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { type Running, stop } from './world/children.ts';
import { dice } from './world/dice.ts';
import { type Adapter, adapters, type ReconcilerOptions, startFacility, type TestFacility } from './world/facility.ts';
import type { Changes } from './world/fleet-repo.ts';
import { checkLaws } from './world/laws.ts';
import type { Sim, SimMachine } from './world/sim.ts';
import { later } from './world/the-change.ts';
import { eventually, sleep } from './world/wait.ts';

const machines = isLong ? 50 : 6;
const concurrent = isLong ? 10 : machines;
const kills = 16;
const settledMs = 400_000;

let facility: TestFacility;
afterEach(() => facility?.close());

const desk = mkdtempSync(join(tmpdir(), 'nanometal-keys-'));
afterAll(() => rmSync(desk, { recursive: true }));

interface AgeKey {
  readonly file: string;
  readonly identity: string;
  readonly recipient: string;
}

async function makeKey(name: string): Promise<AgeKey> {
  const identity = await generateIdentity();
  const file = join(desk, name);
  writeFileSync(file, `# made for a test\n${identity}\n`, { mode: 0o600 });
  return { file, identity, recipient: await identityToRecipient(identity) };
}

const own = await makeKey('facility.key');
const recovery = await makeKey('recovery.key');

/** The shared password as a file of the fleet repo, for a host that has nothing else. */
const sealedDefault = await (async () => {
  const encrypter = new Encrypter();
  for (const { recipient } of [own, recovery]) encrypter.addRecipient(recipient);
  return encrypter.encrypt('username: admin\npassword: password\n');
})();

const files = (): Changes => ({
  'fleet.yaml':
    'apiVersion: nanometal/v1alpha1\nkind: Fleet\nmetadata: { name: ams1 }\nspec: { policy: { maxPerCommit: 100 } }\n',
  'facilities/ams1/facility.yaml': `apiVersion: nanometal/v1alpha1
kind: Facility
metadata: { name: ams1 }
spec:
  ranges: { bmc: [127.0.0.0/8] }
  recipients: { facility: ${own.recipient}, recovery: [${recovery.recipient}] }
  policy: { maxConcurrent: ${concurrent} }
`,
  'facilities/ams1/secrets/bmc-default.age': sealedDefault,
});

/** Every other BMC has one account only, so that a password that is lost is a machine that is lost. */
const usernameOf = (index: number): string => (index % 2 === 0 ? 'admin' : 'nanometal');

function withAccounts({ repo, sim }: TestFacility): Changes {
  return Object.fromEntries(
    sim.machines.map(({ path }, index) => {
      const account = `account: { username: ${usernameOf(index)}, rotate: 90d }`;
      return [path, repo.file('main', path)?.replace(/( +)credentials: .*/, `$&\n$1${account}`) ?? ''];
    }),
  );
}

/** The operation in place of an earlier one. */
function askedFor({ repo, sim }: TestFacility, id: string): Changes {
  const operation = `  operations:\n    - { id: ${id}, verb: RotateCredentials, notAfter: ${later()} }\n`;
  return Object.fromEntries(
    sim.machines.map(({ path }) => [
      path,
      `${repo.file('main', path)?.replace(/ {2}operations:\n.*\n/, '')}`.trimEnd().concat('\n', operation),
    ]),
  );
}

interface Key {
  readonly grant: string;
  readonly username: string;
  readonly password: string;
}

async function openWith({ identity }: AgeKey, sealed: string): Promise<readonly Key[]> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return JSON.parse(await decrypter.decrypt(armor.decode(sealed.trim()), 'text')).keys;
}

/** Every password that was ever sealed for a machine, out of the history of the status branch. */
async function everSealed({ repo }: TestFacility, name: string): Promise<ReadonlySet<string>> {
  const path = `secrets/${name}.age`;
  const commits = repo.people.git(['log', '--format=%H', 'refs/heads/status/ams1', '--', path]).split('\n');
  const passwords = new Set<string>();
  for (const commit of commits.filter(Boolean)) {
    const sealed = repo.file(commit, path);
    for (const { password } of sealed === null ? [] : await openWith(recovery, sealed)) passwords.add(password);
  }
  return passwords;
}

/** Whether it lets somebody in; asked with a GET, so that nothing of it is in the effect log. */
const admits = ({ port }: SimMachine, username: string, password: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const path = '/redfish/v1/Systems/1';
    const asking = request({ host: '127.0.0.1', port, path, auth: `${username}:${password}` }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode === 200));
    });
    asking.on('error', reject);
    asking.end();
  });

/** Of all passwords that an account ever had, one works, and either key opens the file that it stands in. */
async function checkPasswords({ settled }: { readonly settled: boolean }): Promise<void> {
  const { repo, sim } = facility;
  for (const [index, machine] of sim.machines.entries()) {
    const { name } = machine;
    const username = usernameOf(index);
    const sealed = repo.file('refs/heads/status/ams1', `secrets/${name}.age`) ?? '';
    const keys = await openWith(own, sealed);
    expect(await openWith(recovery, sealed), name).toEqual(keys);
    // The likeliest first.
    const ever = new Set([...keys.map(({ password }) => password), 'password', ...(await everSealed(facility, name))]);
    expect(ever.size, `passwords of ${name}`).toBeGreaterThan(1);
    const working: string[] = [];
    for (const password of ever) {
      if (await admits(machine, username, password)) working.push(password);
      // A simulated account locks after five wrong ones in a row, and each death may have cost a password that was never sent.
      else if (working[0] !== undefined) await admits(machine, username, working[0]);
    }
    expect(working, `passwords of ${name} that work`).toHaveLength(1);
    const held = keys.find(({ password }) => password === working[0]);
    expect(held, `the password of ${name}`).toMatchObject({ username });
    if (settled) expect(held?.grant, `what status says of ${name}`).toBe(machineFile(name).account?.grant);
  }
}

interface MachineFile {
  readonly account?: { readonly grant: string };
  readonly requests: Readonly<Record<string, { readonly state: string }>>;
}
const machineFile = (name: string): MachineFile =>
  Object(facility.status(`machines/${name.split('-')[1]}/${name}.json`));

/** Whether something that was asked for has not been told of as ended. */
function hasMore(): boolean {
  if (Object(facility.status('facility.json')).accepted !== facility.repo.head('main')) return true;
  return facility.sim.machines.some(({ name }) =>
    Object.values(machineFile(name).requests).some(({ state }) => state === 'pending'),
  );
}

/** When a process dies. */
interface Moment {
  /** Once it has said so, or so many new passwords have arrived since it began. */
  readonly at: 'accepted' | 'intended' | 'ended' | number;
  readonly thenMs?: number;
  /** In any case after this. */
  readonly orAfterMs?: number;
}

/** Most in the middle of a change. What was lost in a crash is looked for so long that nothing else happens for a while. */
function momentOf(random: () => number): Moment {
  const which = random();
  const said = which < 0.1 ? 'accepted' : which < 0.4 ? 'intended' : 'ended';
  const at = which < 0.6 ? said : 1 + Math.floor(random() * concurrent);
  return { at, thenMs: Math.floor(1_500 * random() ** 2), orAfterMs: 90_000 };
}

async function reached(running: Running, { at, thenMs = 0 }: Moment): Promise<void> {
  if (typeof at === 'number') {
    const before = received();
    await eventually(`${at} have arrived`, () => (received() - before >= at ? true : null), settledMs);
  } else {
    await running.until((line) => line.includes(`"event":"${at}"`), settledMs);
  }
  await sleep(thenMs);
}

const received = (): number => facility.witness?.seen.length ?? 0;

/** Answered logins of each machine, by status. */
function logins(sim: Sim, from: number): ReadonlyMap<string, Readonly<Record<'201' | '401', number>>> {
  const told = sim.effects().slice(from);
  const count = (machine: string, code: number): number =>
    told.filter((one) => one.machine === machine && one.method === 'POST' && one.status === code).length;
  return new Map(sim.machines.map(({ name }) => [name, { 201: count(name, 201), 401: count(name, 401) }]));
}

const withKey = ({ file }: AgeKey, ...more: readonly string[]) => ['--poll', '1s', '--age-key', file, ...more];

async function replacePasswords(git: Adapter): Promise<void> {
  const { repo, sim, folder } = facility;
  const random = dice(git.length);
  const began = performance.now();
  const tell = (what: string): void =>
    void process.stdout.write(`    ${git}, ${((performance.now() - began) / 1_000).toFixed(1)} s: ${what}\n`);
  const killAt = async (moment: Moment): Promise<void> => {
    const running = facility.run({ git, more: withKey(own), limitMs: settledMs });
    const { orAfterMs } = moment;
    await Promise.race([reached(running, moment), ...(orAfterMs === undefined ? [] : [sleep(orAfterMs)])]);
    await stop(running, 'SIGKILL');
    tell(`killed at ${JSON.stringify(moment)}, ${received()} requests so far`);
  };
  const killMore = async (): Promise<void> => {
    for (let kill = 0; isLong && kill < kills && hasMore(); kill++) await killAt(momentOf(random));
  };
  const finish = async (key: AgeKey, more: Omit<ReconcilerOptions, 'git'> = {}): Promise<void> => {
    const running = facility.run({ git, ...more, more: withKey(key, '--once', '--timeout', '6m'), limitMs: settledMs });
    const ended = await running.ended;
    const { accepted, counts } = Object(facility.status('facility.json'));
    expect(counts, ended.stderr).toMatchObject({ underWay: 0, reachable: machines });
    expect(accepted).toBe(repo.head('main'));
    tell(`settled, ${counts.asDeclared} as declared`);
  };

  const first = await facility.once({ git, more: withKey(own) });
  expect(first, first.stderr).toMatchObject({ code: 0 });

  // From the password that all of them share to one of its own for each.
  repo.commit('Accounts of our own', withAccounts(facility));
  await killAt({ at: 'intended' });
  await killAt({ at: concurrent });
  await killMore();
  await finish(own);
  await checkPasswords({ settled: true });
  if (isLong) {
    repo.commit('New passwords', askedFor(facility, 'rotate-1'));
    await killMore();
    await finish(own);
    await checkPasswords({ settled: true });
  }

  // And to the next one, while the host is lost. A new one has a clone and the recovery key, and nothing else.
  repo.commit('New passwords', askedFor(facility, 'rotate-2'));
  await killAt({ at: Math.ceil(concurrent / 2) });
  rmSync(join(folder, 'state'), { recursive: true });
  const clone = join(folder, 'clone.git');
  repo.people.git(['clone', '--quiet', '--bare', repo.path, clone]);
  rmSync(repo.path, { recursive: true });
  renameSync(clone, repo.path);
  const from = sim.effects().length;
  const elsewhere = { state: 'second', secrets: null };
  const running = facility.run({ git, ...elsewhere, more: withKey(recovery), limitMs: settledMs });
  const isIn = () => ([...logins(sim, from).values()].every((one) => one[201] > 0) ? true : null);
  await eventually('it is in everywhere', isIn, settledMs).catch((late: unknown) => {
    throw new Error(running.lines.slice(-60).join('\n'), { cause: late });
  });
  tell('the new host is in everywhere');
  await stop(running);
  await checkPasswords({ settled: false });
  if (isLong) {
    await finish(recovery, elsewhere);
    await checkPasswords({ settled: true });
  }
  const wrong = [...logins(sim, from).values()].map((one) => one[401]);
  tell(
    `${wrong.filter((count) => count > 0).length} of ${machines} saw a wrong password, at most ${Math.max(...wrong)}`,
  );
  expect(Math.max(...wrong)).toBeLessThanOrEqual(1);
  checkLaws(facility);
}

// Minutes of real waiting: the long form's, or by name with NANOMETAL_TEST=brief. The simulation has it in every run.
describe.runIf(isLong || process.env.NANOMETAL_TEST === 'brief').each(adapters('native'))(
  `new passwords for ${machines} BMCs (%s Git)`,
  (git) => {
    it('one works on each, and both keys open it, though the process is killed and its host is lost', async () => {
      facility = await startFacility({ count: machines, witness: true, files });
      await replacePasswords(git);
    }, 3_600_000);
  },
);
