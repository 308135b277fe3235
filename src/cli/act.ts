import { codeOf } from '../adapters/error-code.ts';
import type { Result } from '../model/result.ts';
import { type Complaint, failed, printComplaint } from './complaint.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** What a command leaves behind for whoever started it. */
export interface Ending {
  code: ExitCode;
}

/** Everything that a command needs beside its arguments. */
export interface Stage {
  readonly terminal: Terminal;
  readonly ending: Ending;
}

/** Runs a command's work and turns what came of it into words and an exit code. */
export async function act(
  { terminal, ending }: Stage,
  command: string,
  work: () => Promise<Result<ExitCode, Complaint>>,
): Promise<void> {
  const done = await attempt(work);
  if (!done.ok) printComplaint(terminal, command, done.error);
  ending.code = done.ok ? done.value : done.error.exit;
}

async function attempt(work: () => Promise<Result<ExitCode, Complaint>>): Promise<Result<ExitCode, Complaint>> {
  try {
    return await work();
  } catch (error) {
    // What this host refuses (a folder, a disk, a process) has a code; anything else is a bug and shows where it is.
    const code = codeOf(error);
    if (!(error instanceof Error) || code === undefined || code.startsWith('ERR_')) throw error;
    return { ok: false, error: failed(error.message, 'see who owns that path, and which user runs this command') };
  }
}
