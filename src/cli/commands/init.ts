import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { isMissing } from '../../adapters/error-code.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { act, type Stage } from '../act.ts';
import { facilityName } from '../arguments.ts';
import { type Complaint, failed } from '../complaint.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { starterFleet } from '../starter-fleet.ts';
import type { Terminal } from '../terminal.ts';
import { readVersion } from '../version.ts';

interface InitOptions {
  readonly facility: string;
}

export const initCommand = (stage: Stage): Command =>
  new Command('init')
    .description(
      'Writes a fleet repo to start from: one facility, one class, one example machine that is only looked at, ' +
        'and a workflow that checks every pull request. The folder must be empty or not there yet.',
    )
    .argument('<dir>', 'where to')
    .option('-f, --facility <name>', 'name of the first facility', facilityOf, 'dc1')
    .addHelpText(
      'after',
      `
Example:
  $ nanometal init fleet -f ams1`,
    )
    .action((dir: string, options: InitOptions) => act(stage, 'init', () => init(dir, options, stage.terminal)));

/** Short enough that a machine's name, which begins with it, is one too. */
function facilityOf(text: string): string {
  return facilityName(text.length <= 48 ? text : '');
}

async function init(dir: string, { facility }: InitOptions, terminal: Terminal): Promise<Result<ExitCode, Complaint>> {
  const root = resolve(terminal.cwd, dir);
  const there = await namesIn(root);
  if (there.filter((name) => name !== '.git').length > 0) {
    return fail(
      failed(`${root} is not empty: it holds ${there.slice(0, 3).join(', ')}`, 'name a new or an empty folder'),
    );
  }
  const files = starterFleet(facility, readVersion());
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    // Never over a file that came to be since we looked.
    await writeFile(join(root, path), text, { flag: 'wx' });
  }
  const begun = there.includes('.git') || (await gitInit(root));
  const shown = relative(terminal.cwd, root) || '.';
  terminal.out(`${[...files.keys()].map((path) => `  ${path}\n`).join('')}\n${nextSteps(shown, facility, begun)}`);
  return ok(exitCode.done);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** False: there is no Git here, or it would not; then the folder is only a folder. */
const gitInit = (root: string): Promise<boolean> =>
  new Promise((done) => {
    execFile('git', ['init', '--quiet', '--initial-branch=main', root], (error) => done(error === null));
  });

function nextSteps(dir: string, facility: string, begun: boolean): string {
  const commit = 'git add . && git commit -m "The fleet"';
  return `A fleet repo with the facility ${facility}${begun ? ', on the branch main' : ''}. Next:
  cd ${dir}
  nanometal validate
  ${begun ? commit : `git init -b main && ${commit}`}
Then read README.md there: it leads to the first machine.
`;
}
