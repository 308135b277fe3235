import { Command } from 'commander';
import { nearest } from '../../manifest/nearest.ts';
import { namePattern } from '../../model/names.ts';
import type { OperatorHold } from '../../model/plan.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { act, type Stage } from '../act.ts';
import { duration, outputOption } from '../arguments.ts';
import { type Complaint, failed, misused } from '../complaint.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { renderJson } from '../json.ts';
import { knownNames } from '../known-names.ts';
import { type FolderChoice, type OperatorFolder, openOperatorFolder, withFolderOptions } from '../operator-folder.ts';
import { renderTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { instant } from '../words.ts';

interface HoldOptions extends FolderChoice {
  readonly for?: number;
  readonly reason?: string;
  readonly release?: true;
  readonly output: string;
}

export const holdCommand = (stage: Stage): Command =>
  withFolderOptions(
    new Command('hold')
      .description(
        "The red button, pressed on the reconciler's host and without Git: nothing new is begun on what is held. " +
          'What is under way is watched to its end. Without WHAT: lists what is held.',
      )
      .argument('[what]', 'a machine, rack/<rack>, or all')
      .option('--for <duration>', 'how long, such as 30m, 4h or 2d', duration)
      .option('--reason <text>', 'why: it shows in the status for everybody')
      .option('--release', 'take it back before its time')
      .addOption(outputOption('text', 'json')),
  )
    .addHelpText(
      'after',
      `
Examples:
  $ nanometal hold all --for 4h --reason "power work in hall 2"
  $ nanometal hold rack/r03 -f ams1 --for 30m --reason CHG-1182
  $ nanometal hold all --release`,
    )
    .action((what: string | undefined, options: HoldOptions) =>
      act(stage, 'hold', () => hold(what, options, stage.terminal)),
    );

async function hold(
  what: string | undefined,
  options: HoldOptions,
  terminal: Terminal,
): Promise<Result<ExitCode, Complaint>> {
  const wrong = misuse(what, options);
  if (wrong) return fail(wrong);
  const folder = await openOperatorFolder(terminal, options);
  if (!folder.ok) return folder;
  const now = terminal.now();
  const holds = folder.value.notes.holds.filter(({ until }) => until > now);
  if (what === undefined) return list(terminal, options, folder.value, holds);
  if (options.release) return release(terminal, what, folder.value, holds);
  const placed: OperatorHold = { what, reason: options.reason ?? '', until: now + (options.for ?? 0) };
  await folder.value.write({ ...folder.value.notes, holds: [...without(holds, what), placed] });
  terminal.out(`${what} is held until ${instant(placed.until)}; the reconciler heeds it from its next pass on\n`);
  await warnIfUnknown(terminal, what, folder.value.path);
  return ok(exitCode.done);
}

/** Only after the button was pressed, and never in its way: a machine may be newer than what is known here. */
async function warnIfUnknown(terminal: Terminal, what: string, stateFolder: string): Promise<void> {
  const known = what === 'all' ? null : await knownNames(terminal, stateFolder);
  if (known === null || known.names.has(what)) return;
  const near = nearest(what, known.names);
  const meant = near === undefined ? '' : `: did you mean ${near}?`;
  terminal.err(`the reconciler of ${known.facility} knows no ${what}, so that this holds nothing yet${meant}\n`);
}

/** A hold without an end is forgotten, and one without a reason is taken back by the next shift. */
function misuse(what: string | undefined, options: HoldOptions): Complaint | null {
  const setting = options.for !== undefined || options.reason !== undefined;
  if (what === undefined) {
    return setting || options.release ? misused('WHAT is missing', 'name a machine, rack/<rack> or all') : null;
  }
  const name = what.startsWith('rack/') ? what.slice('rack/'.length) : what;
  if (!namePattern.test(name)) {
    return misused(`${JSON.stringify(what)} cannot be held`, 'name a machine, rack/<rack> or all');
  }
  if (options.release) return setting ? misused('--release goes with neither --for nor --reason') : null;
  if (!options.for) return misused('--for is missing', 'say how long, such as --for 4h');
  if (options.for > forMaxMs)
    return misused('at most 90 days', 'park machines for longer in their manifests: spec.parked');
  if (!options.reason?.trim()) return misused('--reason is missing', 'say why, such as --reason CHG-1182');
  return options.reason.length > reasonMax ? misused(`--reason has at most ${reasonMax} characters`) : null;
}

const forMaxMs = 90 * 86_400_000;
const reasonMax = 500;

const without = (holds: readonly OperatorHold[], what: string): readonly OperatorHold[] =>
  holds.filter((hold) => hold.what !== what);

async function release(
  terminal: Terminal,
  what: string,
  folder: OperatorFolder,
  holds: readonly OperatorHold[],
): Promise<Result<ExitCode, Complaint>> {
  const left = without(holds, what);
  if (left.length === holds.length) {
    const held = holds.map((hold) => hold.what).join(', ');
    return fail(failed(`${what} is not held on this host`, held === '' ? 'nothing is' : `held are: ${held}`));
  }
  await folder.write({ ...folder.notes, holds: left });
  terminal.out(`${what} is no longer held\n`);
  return ok(exitCode.done);
}

function list(
  terminal: Terminal,
  { output }: HoldOptions,
  folder: OperatorFolder,
  holds: readonly OperatorHold[],
): Result<ExitCode, Complaint> {
  if (output === 'json') {
    const shown = holds.map((hold) => ({ ...hold, until: instant(hold.until) }));
    terminal.out(renderJson({ apiVersion: 'nanometal/v1alpha1', kind: 'OperatorHolds', holds: shown }));
  } else if (holds.length === 0) {
    terminal.out(`nothing is held by an operator (${folder.path})\n`);
  } else {
    terminal.out(
      renderTable(
        ['HELD', 'UNTIL', 'WHY'],
        holds.map(({ what, until, reason }) => [what, instant(until), reason]),
      ),
    );
  }
  return ok(exitCode.done);
}
