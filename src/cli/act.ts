import type { Result } from '../model/result.ts';
import { type Complaint, printComplaint } from './complaint.ts';
import type { ExitCode } from './exit-code.ts';
import { hostRefusal } from './host-refusal.ts';
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
  } catch (thrown) {
    const error = hostRefusal(thrown);
    // A bug shows where it is.
    if (error === null) throw thrown;
    return { ok: false, error };
  }
}
