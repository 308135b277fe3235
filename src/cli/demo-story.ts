import { join } from 'node:path';
import { systemClock } from '../adapters/clock.ts';
import { readCarriedFolder } from './carried.ts';
import { changeOf, describeChange } from './demo-change.ts';
import { DemoFailed, type Running, startCommand } from './demo-children.ts';
import { controlPlaneOf } from './demo-control-plane.ts';
import { progressOf } from './demo-progress.ts';
import { createDemoRepo, type DemoRepo } from './demo-repo.ts';
import type { Tint } from './terminal.ts';
import { wrap } from './words.ts';

/** Where the story is told, and what must be ended when it is over. */
export interface DemoStage {
  readonly dir: string;
  readonly say: (text: string) => void;
  readonly stop: AbortSignal;
  readonly running: Running[];
  readonly repos: DemoRepo[];
}

const facility = 'ams1';
const machines = 12;
/** Longer than the slowest step takes by far. */
const patienceMs = 40_000;

/** Chapters stand out; what a program would read stays back. */
export const tintStory: Tint = (line) =>
  line.startsWith('== ') ? 'green' : /^ {4}(?:[A-Z][a-z]+-?)+: /.test(line) ? 'dim' : null;

export async function tellStory(stage: DemoStage): Promise<void> {
  const { dir, say, stop } = stage;
  const chapter = chapterOn(say);

  chapter(
    'Twelve simulated machines, and a fleet repo',
    'Each machine has a BMC that speaks Redfish over HTTP, on 127.0.0.1. What they should be stands in a Git ' +
      'repository, one file a machine.',
  );
  const simulated = ['sim', '--count', String(machines), '--seed', '1', '--speed', '3'];
  const files = ['--effects', 'effects.ndjson', '--write-secrets', 'secrets'];
  say(`$ nanometal ${simulated.join(' ')} \\\n    ${files.join(' ')} &`);
  const sim = start(stage, [...simulated, ...files], 'sim.log');
  await sim.until((line) => line === `ready ${machines}`, patienceMs);
  const example = readCarriedFolder('examples/fleet-repo');
  const fleet = new Map([...example, ...controlPlaneOf(facility, dir, example)]);
  const repo = await createDemoRepo(join(dir, 'fleet.git'), join(dir, '.ada'), fleet);
  stage.repos.push(repo);
  say(`  ports 18000 to 18011 answer; main of fleet.git holds ${fleet.size} files`);

  chapter(
    'The reconciler looks, and commits what it saw',
    `Status is a branch of the same repository, status/${facility}. Nothing was asked of the machines yet, so nothing is ` +
      'done to them. What the facility runs beside them is started: here a second reconciler, which stands by.',
  );
  const where = ['-f', facility, '--repo', 'fleet.git'];
  const how = ['--secrets', 'secrets', '--state', 'state', '--git', 'isomorphic', '--poll', '5s'];
  say(`$ nanometal run ${where.join(' ')} \\\n    ${how.join(' ')} &`);
  start(stage, ['run', ...where, ...how], 'run.log', (line) => {
    const progress = progressOf(line);
    if (progress !== null) say(progress);
  });
  await settled(repo, repo.first, stop);
  await show(stage, ['status', ...where]);

  chapter(
    'A pull request: rack r02 off, a BIOS key on r01-u01, one reboot',
    'Anybody can see beforehand what merging it would do: from Git alone, without a BMC or a password. Eight ' +
      'machines are disturbed, and the policy of this fleet lets four be at one time.',
  );
  const change = changeOf(facility, fleet, new Date(systemClock.now() + 86_400_000));
  say(`${describeChange(change)}\n`);
  await repo.propose('change-1', 'Rack r02 off, LogicalProc off on r01-u01, reboot r01-u02', change.files);
  await show(stage, ['plan', ...where, '--head', 'change-1']);

  chapter(
    'Merged. Intents are pushed, requests sent, outcomes seen',
    'Before a request is sent, a commit says that it will be. After it was sent, it is done when the hardware shows it.',
  );
  const merged = await repo.merge('change-1', 'Merge pull request #1 from ada/change-1');
  await settled(repo, merged, stop);

  chapter(
    `What the repository now says: git log status/${facility}`,
    'A subject for people, trailers for programs. A grant is one permission for one action; each comes to one outcome. ' +
      '(Digests are shortened here.)',
  );
  for (const { id, at, message } of (await repo.history(`refs/heads/status/${facility}`)).slice(0, 4)) {
    say(`commit ${id}\nDate:   ${new Date(at).toISOString()}\n\n${messageText(message)}\n`);
  }
  await show(stage, ['why', 'ams1-r01-u01', ...where]);

  chapter('Yours to look at', `Everything is in ${dir}`);
  say(`  fleet.git        the branches main, change-1 and status/${facility}
  effects.ndjson   every mutating request that the BMCs received
  run.log, state   what the reconciler told, and its journal
  sim.log, secrets what the simulated BMCs told, and their password

$ cd ${dir}
$ nanometal status --repo fleet.git
$ nanometal log ams1-r02-u03 --repo fleet.git
$ git -C fleet.git log status/${facility}`);
}

const chapterOn =
  (say: (text: string) => void) =>
  (title: string, lead: string): void =>
    say(`\n== ${title} ${'='.repeat(Math.max(0, 76 - title.length))}\n\n${wrap(lead, '')}\n`);

function start(
  { dir, running }: DemoStage,
  args: readonly string[],
  log: string,
  each: (line: string) => void = () => {},
): Running {
  const command = startCommand({ dir, args, log, each });
  running.push(command);
  return command;
}

/** A command run to its end, with its output as a person would see it. */
async function show({ dir, say, running }: DemoStage, args: readonly string[]): Promise<void> {
  say(`$ nanometal ${args.join(' ')}`);
  const command = startCommand({ dir, args });
  running.push(command);
  await command.ended;
}

/** The status branch says that everything of this commit is done: nothing under way, all as declared, the standby healthy. */
async function settled(repo: DemoRepo, commit: string, stop: AbortSignal): Promise<void> {
  const status = `refs/heads/status/${facility}`;
  const deadline = systemClock.monotonic() + patienceMs;
  while (systemClock.monotonic() < deadline && !stop.aborted) {
    const text = await repo.file(status, 'facility.json');
    const standby = await repo.file(status, 'control-plane/standby.json');
    const counts = `"asDeclared": ${machines},`;
    const isAtRest =
      text?.includes(counts) && text.includes('"underWay": 0') && standby?.includes('"reason": "Healthy"');
    if (isAtRest && text?.includes(`"accepted": "${commit}"`)) return;
    await systemClock.sleep(250, stop);
  }
  throw new DemoFailed(`the facility did not settle within ${patienceMs / 1000} s`);
}

const messageText = (message: string): string =>
  message
    .trimEnd()
    .replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/g, '$1…')
    .split('\n')
    .map((line) => (line === '' ? '' : wrap(line, '    ')))
    .join('\n');
