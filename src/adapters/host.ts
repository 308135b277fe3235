import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Host } from '../ports/host.ts';
import { isMissing } from './error-code.ts';

/** This machine and this process. */
export async function readHost(): Promise<Host> {
  return { name: hostname(), bootId: await readBootId(), pid: process.pid };
}

/**
 * Linux says it in /proc, macOS through sysctl. Where neither does, every start counts as a start of the kernel:
 * then a missing SENT proves nothing, which is the careful reading.
 */
async function readBootId(): Promise<string> {
  try {
    return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return (await askSysctl()) ?? `unknown-${randomUUID()}`;
}

const askSysctl = (): Promise<string | null> =>
  new Promise((resolve) => {
    execFile('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'], { timeout: 5_000 }, (error, stdout) => {
      const id = stdout.trim().toLowerCase();
      resolve(error === null && id !== '' ? id : null);
    });
  });
