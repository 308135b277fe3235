import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { systemClock } from '../../adapters/clock.ts';
import { DemoFailed, endCommand, type Running, showCommand, startCommand } from '../demo-children.ts';
import { createDemoRepo, type DemoRepo, readFolder } from '../demo-repo.ts';

interface DemoOptions {
  readonly dir?: string;
  readonly keep?: true;
}

const facility = 'ams1';
const machines = 12;
/** Longer than the slowest step takes by far. */
const patienceMs = 40_000;

export const demoCommand = new Command('demo')
  .description('all of it on this machine: a Git repository, a simulated facility, a reconciler, a pull request')
  .option('--dir <dir>', 'where everything is left to look at (default: a new folder in the temporary one)')
  .option('--keep', 'stay up afterwards, for changes of your own, until Ctrl-C')
  .action(async (options: DemoOptions) => {
    process.exitCode = await demonstrate(options);
  });

async function demonstrate(options: DemoOptions): Promise<number> {
  const dir = options.dir ? resolve(options.dir) : await mkdtemp(join(tmpdir(), 'nanometal-demo-'));
  await mkdir(dir, { recursive: true });
  if ((await readdir(dir)).length > 0) {
    process.stderr.write(`nanometal demo: ${dir} is not empty; name a folder that is, or leave --dir out\n`);
    return 2;
  }
  const stopped = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  const running: Running[] = [];
  const repos: DemoRepo[] = [];
  try {
    await Promise.race([tell(dir, running, repos), stopped]);
    if (options.keep) {
      say(`\nStill running. Clone ${join(dir, 'fleet.git')}, push to main, and watch run.log. Ctrl-C ends it.`);
      await stopped;
    }
    return 0;
  } catch (error) {
    if (!(error instanceof DemoFailed)) throw error;
    process.stderr.write(`nanometal demo: ${error.message}; the logs are in ${dir}\n`);
    return 1;
  } finally {
    for (const one of running.reverse()) await endCommand(one);
    for (const repo of repos) await repo.close();
  }
}

async function tell(dir: string, running: Running[], repos: DemoRepo[]): Promise<void> {
  chapter('Twelve simulated machines, and a fleet repo');
  const simulated = ['--count', String(machines), '--seed', '1', '--speed', '3'];
  const files = ['--effects', 'effects.ndjson', '--write-secrets', 'secrets'];
  const sim = startCommand(dir, ['sim', ...simulated, ...files], 'sim.log', () => {});
  running.push(sim);
  await sim.until((line) => line === `ready ${machines}`, patienceMs);
  const fleet = await readFolder(fileURLToPath(new URL('../../../examples/fleet-repo', import.meta.url)));
  const repo = await createDemoRepo(join(dir, 'fleet.git'), join(dir, 'ada'), fleet);
  repos.push(repo);
  say(`Redfish listens on 127.0.0.1:18000 to 18011; main holds ${fleet.size} files.`);

  chapter('The reconciler looks, changes nothing, and commits what it saw');
  const where = ['-f', facility, '--repo', 'fleet.git'];
  const how = ['--secrets', 'secrets', '--state', 'state', '--git', 'isomorphic', '--poll', '5s'];
  say(`$ nanometal run ${[...where, ...how].join(' ')} &`);
  const reconciler = startCommand(dir, ['run', ...where, ...how], 'run.log', showProgress);
  running.push(reconciler);
  await reconciler.until(isPublished(`${machines} as declared`), patienceMs);

  chapter('A pull request: rack r02 off, a BIOS key on r01-u01, one reboot');
  await repo.propose('change-1', 'Rack r02 off, LogicalProc off on r01-u01, reboot r01-u02', changeOf(fleet));
  await showCommand(dir, ['plan', ...where, '--head', 'change-1']);

  chapter('Merged. Intents are pushed, requests sent, outcomes seen');
  const merged = await repo.merge('change-1', 'Merge pull request #1 from ada/change-1');
  await settled(repo, merged);

  chapter(`What the repository now says: git log status/${facility}`);
  for (const { id, at, message } of (await repo.history(`refs/heads/status/${facility}`)).slice(0, 4)) {
    say(`commit ${id}\nDate:   ${new Date(at).toISOString()}\n\n${message.trimEnd().replace(/^(?=.)/gm, '    ')}\n`);
  }
  await showCommand(dir, ['why', 'ams1-r01-u01', ...where]);

  chapter('Yours to look at');
  say(`${dir}`);
  say(`  fleet.git       git log main; git show status/${facility}:STATUS.md`);
  say('  effects.ndjson  every mutating request that the BMCs received');
  say('  run.log, state  what the reconciler told, and its journal');
}

/** The status branch says that everything of this commit is done: nothing under way, every machine as declared. */
async function settled(repo: DemoRepo, merged: string): Promise<void> {
  const deadline = systemClock.monotonic() + patienceMs;
  while (systemClock.monotonic() < deadline) {
    const text = await repo.file(`refs/heads/status/${facility}`, 'facility.json');
    const counts = `"asDeclared": ${machines},`;
    if (text?.includes(`"accepted": "${merged}"`) && text.includes(counts) && text.includes('"underWay": 0')) return;
    await systemClock.sleep(250);
  }
  throw new DemoFailed(`the facility did not settle within ${patienceMs / 1000} s`);
}

/** The manifests of the pull request, by path. */
function changeOf(fleet: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const notAfter = new Date(systemClock.now() + 86_400_000).toISOString();
  const changes = new Map<string, string>();
  const append = (path: string, text: string): void => {
    const before = fleet.get(path);
    if (before === undefined) throw new DemoFailed(`the example fleet has no ${path}`);
    changes.set(path, `${before.trimEnd()}\n${text}\n`);
  };
  const folder = `facilities/${facility}/machines`;
  for (const path of fleet.keys()) if (path.startsWith(`${folder}/r02/`)) append(path, '  power: "Off"');
  append(`${folder}/r01/ams1-r01-u01.yaml`, '  bios: { LogicalProc: Disabled }');
  append(
    `${folder}/r01/ams1-r01-u02.yaml`,
    `  operations:\n    - { id: reboot-1, verb: Reboot, notAfter: ${notAfter} }`,
  );
  return changes;
}

const shown = new Set(['accepted', 'intended', 'sent', 'ended', 'published', 'rejected', 'halted']);

interface LogLine {
  readonly event: string;
  readonly msg: string;
}

function readLogLine(line: string): LogLine | null {
  try {
    const value: unknown = JSON.parse(line);
    return isLogLine(value) ? value : null;
  } catch {
    return null;
  }
}

const isLogLine = (value: unknown): value is LogLine =>
  typeof value === 'object' && value !== null && 'event' in value && 'msg' in value && typeof value.msg === 'string';

function showProgress(line: string): void {
  const entry = readLogLine(line);
  if (entry && shown.has(entry.event)) say(`  ${entry.msg.slice(0, 118)}`);
}

/** A line that tells of a published status commit, with all of these words in its subject. */
const isPublished =
  (...words: readonly string[]) =>
  (line: string): boolean => {
    const entry = readLogLine(line);
    return entry?.event === 'published' && words.every((word) => entry.msg.includes(word));
  };

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const chapter = (text: string): void => say(`\n== ${text} ${'='.repeat(Math.max(0, 76 - text.length))}\n`);
