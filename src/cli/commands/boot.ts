import { Command } from 'commander';
import { type DoorsNews, openDoors } from '../../adapters/boot-server/open-doors.ts';
import { systemClock } from '../../adapters/clock.ts';
import { readHost } from '../../adapters/host.ts';
import { lockState } from '../../adapters/state-lock.ts';
import { never } from '../../model/never.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { act, type Stage } from '../act.ts';
import { imageCacheOption } from '../arguments.ts';
import { type Complaint, failed } from '../complaint.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { findUnreadable } from '../named-files.ts';
import { stateFolderOf } from '../state-folder.ts';
import type { Terminal } from '../terminal.ts';

interface BootOptions {
  readonly socket: string;
  readonly agent: string;
  readonly state?: string;
  readonly bootListen?: string;
  readonly imageCacheSize: number;
  readonly caFile?: string;
}

export const bootCommand = (stage: Stage): Command =>
  new Command('boot')
    .description(
      'The ports of the boot service in a process of its own, for a reconciler that runs with --boot-socket on this ' +
        'host: media, boot files and images go out here, and what an agent is told is asked there. It has no ' +
        'credentials of BMCs, signs nothing, and hands out nothing by itself. Ends with Ctrl-C or SIGTERM.',
    )
    .requiredOption('--socket <path>', 'the --boot-socket of the reconciler')
    .requiredOption('--agent <dir>', 'what machines are booted with (agent/build): the same that the reconciler has')
    .option('--state <dir>', 'keeps images (default: boot in $STATE_DIRECTORY or ~/.local/state/nanometal)')
    .option('--boot-listen <address>', 'where to listen (default: `boot.address` of facility.yaml)')
    .addOption(imageCacheOption)
    .option('--ca-file <file>', 'authorities to trust of who serves images, beside the usual ones (PEM)')
    .addHelpText(
      'after',
      `
Example, both on one host:
  $ nanometal run -f ams1 --repo https://git.example.org/fleet.git \\
      --agent /usr/share/nanometal/agent --boot-socket /run/nanometal/boot.sock
  $ nanometal boot --socket /run/nanometal/boot.sock \\
      --agent /usr/share/nanometal/agent

While the reconciler is not there, callers are put off; images that are on their
way go on. Whoever may open the socket may ask in the name of any machine: it is
for the user of the reconciler and their group.

Exit codes: 0 stopped, 1 failed, 2 wrong usage.`,
    )
    .action((options: BootOptions) => act(stage, 'boot', () => serveMachines(options, stage.terminal)));

async function serveMachines(options: BootOptions, terminal: Terminal): Promise<Result<ExitCode, Complaint>> {
  const unreadable = findUnreadable(terminal.cwd, [
    { option: '--agent', kind: 'folder', path: options.agent },
    { option: '--ca-file', kind: 'file', path: options.caFile },
  ]);
  if (unreadable) return fail(unreadable);
  const stop = terminal.untilStopped();
  const stateFolder = options.state ?? stateFolderOf('boot');
  const lock = await lockState(stateFolder, await readHost());
  if (!lock.ok) return fail(failed(lock.error));
  try {
    const doors = await openDoors({
      clock: systemClock,
      socket: options.socket,
      agentFolder: options.agent,
      stateFolder,
      imageCacheBytes: options.imageCacheSize,
      ...(options.bootListen === undefined ? {} : { listenHost: options.bootListen }),
      ...(options.caFile === undefined ? {} : { caFile: options.caFile }),
      told: (news) => terminal.err(`${lineOf(news)}\n`),
    });
    if (!doors.ok) return fail(failed(doors.error));
    if (!stop.aborted) await new Promise((done) => stop.addEventListener('abort', done));
    await doors.value.close();
    return ok(exitCode.done);
  } finally {
    await lock.value.release();
  }
}

function lineOf(news: DoorsNews): string {
  switch (news.kind) {
    case 'open': {
      if (news.place === null) return `${news.facility} has no boot service: facility.yaml has no \`boot\``;
      const { address, ports } = news.place.boot;
      return `serving the machines of ${news.facility} at ${address}, ports ${ports.http} and ${ports.https}`;
    }
    case 'failed':
      return `nothing is served for ${news.facility}: ${news.why}; tried again every 10 seconds`;
    case 'reconciler':
      return news.why === null ? 'the reconciler is there' : `waiting for the reconciler: ${news.why}`;
    default:
      return never(news);
  }
}
