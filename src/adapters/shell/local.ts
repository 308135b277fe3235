import { spawn } from 'node:child_process';
import type { Shell, ShellResult, Shells } from '../../ports/shell.ts';
import { codeOf } from '../error-code.ts';
import { finish, type Running } from './run.ts';
import { runner } from './wrapper.ts';

/** This host, whatever the subject names: scripts run as whoever runs nanometal. */
export function createLocalShells(): Shells {
  const shell: Shell = {
    async run(script, input, options) {
      if (options.signal.aborted || options.mayBegin?.() === false) {
        return { kind: 'failed', reason: 'aborted', began: false, message: 'this host: called off before it began' };
      }
      const started = await start(runner(Buffer.byteLength(script), options.timeoutMs));
      return 'kind' in started ? started : finish(started, 'this host', script, input, options);
    },
  };
  return { of: () => shell, close: async () => {} };
}

/** A process group of its own, so that what a script has started ends with it. */
function start(command: string): Promise<Running | ShellResult> {
  return new Promise((resolve) => {
    const child = spawn('/bin/sh', ['-c', command], { detached: true, stdio: 'pipe', cwd: '/' });
    const { pid } = child;
    child.once('error', (error) => {
      const message = `this host: /bin/sh cannot be started (${codeOf(error) ?? 'unknown error'})`;
      resolve({ kind: 'failed', reason: 'unreachable', began: false, message });
    });
    child.once('spawn', () =>
      resolve({
        stdin: child.stdin,
        stdout: child.stdout,
        stderr: child.stderr,
        kill: () => {
          if (pid !== undefined) killGroup(pid);
        },
        ended: (end) => child.once('close', (code) => end(code)),
      }),
    );
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}
