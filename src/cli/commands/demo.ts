import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { fail, ok, type Result } from '../../model/result.ts';
import { act, type Stage } from '../act.ts';
import { type Complaint, failed, misused } from '../complaint.ts';
import { DemoFailed, endCommand } from '../demo-children.ts';
import { type DemoStage, tellStory, tintStory } from '../demo-story.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';

interface DemoOptions {
  readonly dir?: string;
  readonly keep?: true;
}

export const demoCommand = (stage: Stage): Command =>
  new Command('demo')
    .description(
      'Shows all of it on this machine, in less than a minute and without hardware: a Git repository, a simulated ' +
        'facility of twelve machines, the reconciler, and a pull request that is planned, merged and carried out. ' +
        'Needs ports 18000 to 18011 and 18100 on 127.0.0.1, and no git.',
    )
    .option('--dir <dir>', 'where everything is left to look at (default: a new folder in the temporary one)')
    .option('--keep', 'stay up afterwards, for changes of your own, until Ctrl-C')
    .addHelpText(
      'after',
      `
Examples:
  $ nanometal demo
  $ nanometal demo --dir look --keep

Exit codes: 0 done, 1 failed or stopped before its end, 2 wrong usage.`,
    )
    .action((options: DemoOptions) => act(stage, 'demo', () => demonstrate(options, stage.terminal)));

async function demonstrate(options: DemoOptions, terminal: Terminal): Promise<Result<ExitCode, Complaint>> {
  const stop = terminal.untilStopped();
  const dir =
    options.dir === undefined ? await mkdtemp(join(tmpdir(), 'nanometal-demo-')) : resolve(terminal.cwd, options.dir);
  await mkdir(dir, { recursive: true });
  if ((await readdir(dir)).length > 0)
    return fail(misused(`${dir} is not empty`, 'name a folder that is, or leave --dir out'));
  const say = (text: string): void => terminal.out(`${text}\n`, tintStory);
  const stage: DemoStage = { dir, say, stop, running: [], repos: [] };
  const stopped = new Promise<void>((done) => stop.addEventListener('abort', () => done(), { once: true }));
  // Told from within, so that whatever becomes of it is looked at once everything has ended.
  const story = attempt(stage);
  try {
    const told = await Promise.race([story, stopped]);
    if (told) return told.ok ? await keepUp(options, stage, stopped) : told;
  } finally {
    for (const one of [...stage.running].reverse()) await endCommand(one);
    await story;
    for (const repo of stage.repos) await repo.close();
  }
  return fail(failed('stopped before its end', `what there is lies in ${dir}`));
}

async function attempt(stage: DemoStage): Promise<Result<ExitCode, Complaint>> {
  try {
    await tellStory(stage);
    return ok(exitCode.done);
  } catch (error) {
    if (error instanceof DemoFailed) return fail(failed(error.message, `the logs are in ${stage.dir}`));
    throw error;
  }
}

async function keepUp(
  { keep }: DemoOptions,
  { dir, say }: DemoStage,
  stopped: Promise<void>,
): Promise<Result<ExitCode, Complaint>> {
  if (keep) {
    say(`\nStill running, until Ctrl-C. Change something, and watch run.log:`);
    say(`  git clone ${join(dir, 'fleet.git')}    then edit, commit, push to main`);
    await stopped;
  }
  return ok(exitCode.done);
}
