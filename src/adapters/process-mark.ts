import { readFile, readlink } from 'node:fs/promises';
import type { Host } from '../ports/host.ts';
import { codeOf, isMissing } from './error-code.ts';

/** What tells one process from every other, also from a later one with the same pid. */
export interface ProcessMark {
  readonly host: string;
  readonly bootId: string;
  readonly pid: number;
  /** Clock ticks since the kernel started (proc_pid_stat(5), field 22); null where there is no /proc. */
  readonly startTime: string | null;
  /** In whose process table the pid counts (`pid:[4026531836]`): each container has its own; null where there is no /proc. */
  readonly pidNamespace: string | null;
}

export async function markOwnProcess(host: Host): Promise<ProcessMark> {
  return {
    host: host.name,
    bootId: host.bootId,
    pid: host.pid,
    startTime: await readStartTime(host.pid),
    pidNamespace: await readPidNamespace(),
  };
}

/**
 * `unseen`: a pid says nothing about it, since it counts in another process table of this kernel (a container), or since
 * /proc hides the processes of other users (hidepid, systemd's ProtectProc).
 */
export async function findProcess(mark: ProcessMark, own: ProcessMark): Promise<'alive' | 'gone' | 'unseen'> {
  if (mark.bootId !== own.bootId) return 'gone';
  if (mark.pidNamespace !== own.pidNamespace) return 'unseen';
  if (mark.startTime === null) return canSignal(mark.pid) ? 'alive' : 'gone';
  const startTime = await readStartTime(mark.pid);
  if (startTime !== null) return startTime === mark.startTime ? 'alive' : 'gone';
  return canSignal(mark.pid) ? 'unseen' : 'gone';
}

export function parseProcessMark(text: string): ProcessMark | null {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) return null;
  if (!('host' in value && 'bootId' in value && 'pid' in value && 'startTime' in value && 'pidNamespace' in value)) {
    return null;
  }
  const { host, bootId, pid, startTime, pidNamespace } = value;
  if (typeof host !== 'string' || typeof bootId !== 'string' || typeof pid !== 'number') return null;
  if (!Number.isSafeInteger(pid) || pid < 1) return null;
  if (!isTextOrNull(startTime) || !isTextOrNull(pidNamespace)) return null;
  return { host, bootId, pid, startTime, pidNamespace };
}

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function readStartTime(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
    // The second field is the command in parentheses and may hold anything, spaces and parentheses too.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch (error) {
    // ESRCH: it ended while we were reading. The other two: it is somebody else's, and hidden.
    if (isMissing(error) || ['ESRCH', 'EPERM', 'EACCES'].includes(codeOf(error) ?? '')) return null;
    throw error;
  }
}

async function readPidNamespace(): Promise<string | null> {
  try {
    return await readlink('/proc/self/ns/pid');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function canSignal(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}
