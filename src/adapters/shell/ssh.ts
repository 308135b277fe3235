import type { Client, ClientChannel } from 'ssh2';
import type { HostLogins } from '../../ports/host-logins.ts';
import type { HostSubject, Shell, ShellFailure, ShellOptions, ShellResult, Shells } from '../../ports/shell.ts';
import { isWithin } from '../http/confine.ts';
import { type Line, openLine } from './line.ts';
import { finish, type Running } from './run.ts';
import { runner } from './wrapper.ts';

export interface SshOptions {
  readonly logins: HostLogins;
  /** A line that nobody used for so long is closed; default 5 minutes. */
  readonly idleMs?: number;
}

/** Hosts over SSH. What is sent once is never sent again; a line that broke is made anew for the next script. */
export function createSshShells({ logins, idleMs = 300_000 }: SshOptions): Shells {
  const shells = new Map<string, SshShell>();
  return {
    of(host) {
      // Whatever is declared otherwise is another line: the key is compared when it is made, and never after.
      const key = JSON.stringify([host.address, host.port, host.hostKey, host.credentials, host.within]);
      const shell = shells.get(key) ?? new SshShell(host, logins, idleMs);
      shells.set(key, shell);
      return shell;
    },
    async close() {
      for (const shell of shells.values()) shell.close();
      shells.clear();
    },
  };
}

class SshShell implements Shell {
  readonly #host: HostSubject;
  readonly #logins: HostLogins;
  readonly #idleMs: number;
  #line: Promise<Line> | null = null;
  #users = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(host: HostSubject, logins: HostLogins, idleMs: number) {
    this.#host = host;
    this.#logins = logins;
    this.#idleMs = idleMs;
  }

  async run(script: string, input: string, options: ShellOptions): Promise<ShellResult> {
    this.#users++;
    clearTimeout(this.#idle);
    try {
      return await this.#run(script, input, options);
    } finally {
      this.#users--;
      if (this.#users === 0) {
        this.#idle = setTimeout(() => this.close(), this.#idleMs);
        this.#idle.unref();
      }
    }
  }

  close(): void {
    clearTimeout(this.#idle);
    const line = this.#line;
    this.#line = null;
    void line?.then((opened) => {
      if (opened.kind === 'open') opened.client.destroy();
    });
  }

  async #run(script: string, input: string, options: ShellOptions): Promise<ShellResult> {
    const { name } = this.#host;
    if (options.signal.aborted) return unsent('aborted', `${name}: called off before it began`);
    const line = await this.#open(options.signal);
    if (line.kind === 'failed') return unsent(line.reason, line.message);
    const command = runner(Buffer.byteLength(script), options.timeoutMs);
    const root =
      line.username === 'root' ? command : `LC_ALL=C exec sudo -n /bin/sh -c "${command.replace(/[\\"$`]/g, '\\$&')}"`;
    const channel = await execute(line.client, root, options);
    if (channel === 'aborted') return unsent('aborted', `${name}: called off before it began`);
    // The command without its script does nothing, and ends with its channel.
    if (options.mayBegin?.() === false) {
      if (channel !== 'broken') channel.close();
      return unsent('aborted', `${name}: called off before it began`);
    }
    if (channel === 'broken') return unsent('unreachable', `${name}: the connection broke before the script was sent`);
    const result = await finish(runningOf(channel, line.client), name, script, input, options);
    return noSudo(result, name, line.username) ?? result;
  }

  /** One line for all who use it at a time; who gives up while it is being made does not take it from the others. */
  async #open(signal: AbortSignal): Promise<Line> {
    return orAborted(
      this.#line ?? this.#make(),
      signal,
      (): Line => ({
        kind: 'failed',
        reason: 'aborted',
        message: `${this.#host.name}: called off before it was connected`,
      }),
    );
  }

  #make(): Promise<Line> {
    const making = this.#connect();
    this.#line = making;
    const forget = (): void => {
      if (this.#line === making) this.#line = null;
    };
    void making.then((line) => {
      if (line.kind === 'failed') forget();
      else line.client.once('close', forget);
    });
    return making;
  }

  async #connect(): Promise<Line> {
    const { name, address, within, credentials } = this.#host;
    if (!isWithin(address, within)) {
      const message = `${name}: ${address} is outside the ranges that hosts must be in (${within.join(', ') || 'none'})`;
      return { kind: 'failed', reason: 'unreachable', message };
    }
    const login = await this.#logins.hostLogin(credentials);
    if (!login.ok) return { kind: 'failed', reason: 'credentials', message: `${name}: ${login.error}` };
    return openLine(this.#host, login.value);
  }
}

const unsent = (reason: ShellFailure, message: string): ShellResult => ({
  kind: 'failed',
  reason,
  began: false,
  message,
});

function orAborted<T>(work: Promise<T>, signal: AbortSignal, instead: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const aborted = (): void => resolve(instead());
    signal.addEventListener('abort', aborted);
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
    if (signal.aborted) aborted();
  });
}

/** A channel on which a command was asked for; from then on it may run. */
function execute(
  client: Client,
  command: string,
  { signal, timeoutMs }: ShellOptions,
): Promise<ClientChannel | 'aborted' | 'broken'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end('broken'), timeoutMs);
    const aborted = (): void => end('aborted');
    const gone = (): void => end('broken');
    let over = false;
    const end = (result: ClientChannel | 'aborted' | 'broken'): void => {
      over = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
      client.removeListener('close', gone);
      resolve(result);
    };
    signal.addEventListener('abort', aborted);
    client.once('close', gone);
    try {
      // Without its script, which comes on standard input, the command does nothing: so nothing has begun until then.
      client.exec(command, (error, channel) => {
        if (error) end('broken');
        else if (over) channel.close();
        else end(channel);
      });
    } catch {
      // It throws when the connection has gone just now.
      end('broken');
    }
  });
}

const runningOf = (channel: ClientChannel, client: Client): Running => ({
  stdin: channel,
  stdout: channel,
  stderr: channel.stderr,
  kill: () => {
    // sshd passes signals on for those who are not root; for root the script's own time limit ends it.
    channel.signal('KILL');
    channel.close();
  },
  ended: (end) => {
    let code: number | null = null;
    let over = false;
    const once = (): void => {
      if (!over) end(code);
      over = true;
    };
    channel.on('exit', (said: number | null) => {
      code = said;
    });
    channel.once('close', once);
    client.once('close', once);
    channel.once('close', () => client.removeListener('close', once));
  },
});

/** What `sudo -n` says when it may not, and then nothing of ours has run. */
function noSudo(result: ShellResult, name: string, username: string): ShellResult | null {
  if (username === 'root' || result.kind !== 'exited' || result.stdout !== '') return null;
  const missing = result.code === 127 && /sudo: .*not found/.test(result.stderr);
  const refusal = /^(sudo: (a password|a terminal|sorry)|.* is not (in the sudoers|allowed))/m;
  if (!missing && !(result.code === 1 && refusal.test(result.stderr))) return null;
  const message =
    `${name}: ${username} may not run sudo -n /bin/sh: install sudo and put ` +
    `"${username} ALL=(root) NOPASSWD: ALL" into /etc/sudoers.d, or log in as root`;
  return unsent('credentials', message);
}
