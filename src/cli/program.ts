import { Command, CommanderError } from 'commander';
import type { Ending } from './act.ts';
import { commands } from './commands.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';
import { readVersion } from './version.ts';

/** Runs one command line, without the program's own name, and says how it ended. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const ending: Ending = { code: exitCode.done };
  const program = overview(terminal);
  const called = args[0] === 'help' ? args[1] : args.find((word) => !word.startsWith('-'));
  // Help for something unknown is answered as the unknown command itself would be, with what may be meant.
  const known = called === undefined || commands.some(({ name }) => name === called);
  for (const listed of commands) {
    if (listed.name !== called) program.command(listed.name).summary(listed.summary);
    else program.addCommand(prepare(await listed.load({ terminal, ending }), program).summary(listed.summary));
  }
  if (args.length === 0) {
    program.outputHelp({ error: true });
    return exitCode.usage;
  }
  try {
    await program.parseAsync(known ? args : args.filter((word) => word !== 'help'), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCode.done : exitCode.usage;
  }
  return ending.code;
}

/** A loaded command talks and ends as the others do. */
const prepare = (command: Command, program: Command): Command =>
  command.copyInheritedSettings(program).showHelpAfterError(`See nanometal ${command.name()} --help.`);

function overview(terminal: Terminal): Command {
  return new Command('nanometal')
    .description(
      'A pull request to a fleet repo changes real machines: one reconciler a facility, Git in, Redfish out. ' +
        'What it means to do and what came of it are commits on the branch status/<facility>.',
    )
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this, or the help of a command')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({ subcommandTerm: (command) => command.name(), sortSubcommands: false, helpWidth: 80 })
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'nanometal: ')),
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showSuggestionAfterError()
    .showHelpAfterError('See nanometal --help.')
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  $ nanometal demo                          see it work, without any hardware
  $ nanometal init fleet && cd fleet        begin a fleet of your own
  $ nanometal plan -f ams1 --base main      what would this branch do?

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 plan has actions (--exit-code),
4 manifests are rejected.`,
    );
}
