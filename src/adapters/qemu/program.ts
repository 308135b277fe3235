import { execFile } from 'node:child_process';
import { fail, ok, type Result } from '../../model/result.ts';

/** What `qemu-system-x86_64 --version` says; the error says what to install. */
export const findQemu = (): Promise<Result<string, string>> =>
  new Promise((resolve) => {
    execFile('qemu-system-x86_64', ['--version'], { timeout: 30_000 }, (error, stdout) => {
      const [line = ''] = stdout.split('\n');
      resolve(error === null ? ok(line) : fail('qemu-system-x86_64 is not here; install the package qemu-system-x86'));
    });
  });
