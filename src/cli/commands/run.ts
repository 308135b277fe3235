import { Command, InvalidArgumentError, Option } from 'commander';
import { systemClock } from '../../adapters/clock.ts';
import { fanOut } from '../../adapters/events/fan-out.ts';
import { openHealth } from '../../adapters/events/health.ts';
import { openLog } from '../../adapters/events/log.ts';
import { openMetrics } from '../../adapters/events/metrics.ts';
import { run } from '../../reconciler/run.ts';
import { serveHealth } from '../../web/health.ts';
import { compose, type Facility } from '../compose.ts';
import { stateFolderOf } from '../state-folder.ts';

interface RunOptions {
  readonly facility: string;
  readonly repo: string;
  readonly statusRepo?: string;
  readonly branch: string;
  readonly once?: true;
  readonly timeout: number;
  readonly secrets?: string;
  readonly ageKey?: string;
  readonly state?: string;
  readonly git?: 'isomorphic' | 'native';
  readonly gitTokenFile?: string;
  readonly gitUser?: string;
  readonly sshKey?: string;
  readonly knownHosts?: string;
  readonly caFile?: string;
  readonly poll: number;
  readonly leaseTerm: number;
  readonly listen?: { readonly host: string; readonly port: number };
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

export const runCommand = new Command('run')
  .description('reconcile a facility until stopped')
  .requiredOption('-f, --facility <name>', 'the facility to reconcile')
  .requiredOption('--repo <url|path>', 'the fleet repo: https, http, ssh or a path')
  .option('--status-repo <url|path>', 'where status is committed (default: the fleet repo)')
  .option('--branch <name>', 'the branch that people write', 'main')
  .option('--once', 'until settled, then stop; exit 1 on time-out or a failed action, 4 on rejected manifests')
  .option('--timeout <duration>', 'with --once: give up after this', duration, 120_000)
  .option('--secrets <dir>', 'BMC credentials: <dir>/<name>.yaml with username and password')
  .option('--age-key <file>', 'BMC credentials: facilities/<f>/secrets/<name>.age, opened with this key')
  .option('--state <dir>', 'state folder: journal, lease holder, clone (default: $STATE_DIRECTORY or ~/.local/state)')
  .addOption(
    new Option('--git <adapter>', 'default: native where git is on the PATH').choices(['isomorphic', 'native']),
  )
  .option('--git-token-file <file>', 'password or token for an http(s) remote')
  .option('--git-user <name>', 'user name that goes with the token')
  .option('--ssh-key <file>', 'key for an ssh remote')
  .option('--known-hosts <file>', 'host keys for an ssh remote')
  .option('--ca-file <file>', 'authorities to trust beside the usual ones (PEM)')
  .option('--poll <duration>', 'between two looks at a machine that rests', duration, 30_000)
  .option(
    '--lease-term <duration>',
    'renewal of the lease; after three without a sign another may take it',
    duration,
    300_000,
  )
  .option(
    '--listen <[host:]port>',
    'serve /healthz, /readyz and /metrics; loopback unless a host is named',
    listenAddress,
  )
  .addOption(new Option('--log-level <level>').choices(['debug', 'info', 'warn', 'error', 'silent']).default('info'))
  .addHelpText(
    'after',
    `
Examples:
  $ nanometal run -f ams1 --repo https://git.example.org/fleet.git \\
      --git-token-file /etc/nanometal/token --secrets /etc/nanometal/secrets
  $ nanometal run -f ams1 --repo /srv/fleet.git --secrets ./secrets --once`,
  )
  .action(async (options: RunOptions) => {
    process.exitCode = await runFacility(options);
  });

async function runFacility(options: RunOptions): Promise<number> {
  const once = options.once === true;
  const health = openHealth(systemClock, Math.max(5 * options.poll, 180_000));
  const metrics = openMetrics(systemClock);
  const log = openLog({ to: process.stderr, level: options.logLevel });
  const composed = await compose(
    {
      facility: options.facility,
      repo: options.repo,
      ...(options.statusRepo === undefined ? {} : { statusRepo: options.statusRepo }),
      branch: options.branch,
      stateFolder: options.state ?? stateFolderOf(options.facility),
      ...(options.secrets === undefined ? {} : { secretsFolder: options.secrets }),
      ...(options.ageKey === undefined ? {} : { ageKeyFile: options.ageKey }),
      git: {
        ...(options.git === undefined ? {} : { adapter: options.git }),
        ...(options.gitTokenFile === undefined ? {} : { tokenFile: options.gitTokenFile }),
        ...(options.gitUser === undefined ? {} : { username: options.gitUser }),
        ...(options.sshKey === undefined ? {} : { sshKey: options.sshKey }),
        ...(options.knownHosts === undefined ? {} : { knownHosts: options.knownHosts }),
        ...(options.caFile === undefined ? {} : { caFile: options.caFile }),
      },
      ...(options.caFile === undefined ? {} : { caFile: options.caFile }),
      once,
      pollMs: options.poll,
      leaseTermMs: options.leaseTerm,
    },
    fanOut(log, metrics, health),
  );
  if (!composed.ok) {
    process.stderr.write(`nanometal run: ${composed.error}\n`);
    return 1;
  }
  const facility = composed.value;
  try {
    return await serveWhile(options, facility, { health, metrics }, async (stop) => {
      const end = await run(facility.ports, facility.settings, options.timeout, stop);
      if (end.kind === 'timeout') process.stderr.write(`nanometal run: not settled in time: ${end.why}\n`);
      if (end.kind === 'settled') return end.rejected ? 4 : end.failures > 0 ? 1 : 0;
      return end.kind === 'timeout' ? 1 : 0;
    });
  } finally {
    await facility.close();
  }
}

type Pages = Pick<Parameters<typeof serveHealth>[0], 'health' | 'metrics'>;

async function serveWhile(
  { listen }: RunOptions,
  { wake }: Facility,
  pages: Pages,
  work: (stop: AbortSignal) => Promise<number>,
): Promise<number> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  const knock = (): void => wake.knock();
  process.once('SIGTERM', end).once('SIGINT', end).on('SIGHUP', knock);
  const page = listen ? await serveHealth({ listen, ...pages, knock }) : null;
  if (page && !page.ok) {
    process.stderr.write(`nanometal run: ${page.error}\n`);
    return 1;
  }
  try {
    return await work(stop.signal);
  } finally {
    process.off('SIGTERM', end).off('SIGINT', end).off('SIGHUP', knock);
    if (page) await page.value.close();
  }
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export function duration(text: string): number {
  const [, digits, unit] = /^(\d+)(ms|s|m|h|d)$/.exec(text) ?? [];
  const factor = unit === undefined ? undefined : units[unit];
  if (digits === undefined || factor === undefined)
    throw new InvalidArgumentError('expected a duration such as 30s, 5m or 4h');
  return Number(digits) * factor;
}

function listenAddress(text: string): { readonly host: string; readonly port: number } {
  const [, host, port] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  if (port === undefined || Number(port) > 65_535)
    throw new InvalidArgumentError('expected [host:]port, such as 9464 or 0.0.0.0:9464');
  return { host: host ?? '127.0.0.1', port: Number(port) };
}
