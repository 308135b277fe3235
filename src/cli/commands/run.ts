import { Command, InvalidArgumentError, Option } from 'commander';
import { systemClock } from '../../adapters/clock.ts';
import { fanOut } from '../../adapters/events/fan-out.ts';
import { openHealth } from '../../adapters/events/health.ts';
import { openLog } from '../../adapters/events/log.ts';
import { openMetrics } from '../../adapters/events/metrics.ts';
import { never } from '../../model/never.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { type RunEnd, run } from '../../reconciler/run.ts';
import { serveHealth } from '../../web/health.ts';
import { act, type Stage } from '../act.ts';
import { defaultLeaseTerm, durationOption, facilityName, imageCacheOption } from '../arguments.ts';
import { type Complaint, failed } from '../complaint.ts';
import { compose, type Facility, type FacilityOptions } from '../compose.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { findUnreadable } from '../named-files.ts';
import { stateFolderOf } from '../state-folder.ts';
import { isColoured, type Terminal } from '../terminal.ts';

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
  readonly standby?: true;
  readonly handOver?: string;
  readonly agent?: string;
  readonly bootListen?: string;
  readonly bootSocket?: string;
  readonly imageCacheSize: number;
  readonly listen?: { readonly host: string; readonly port: number };
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

export const runCommand = (stage: Stage): Command =>
  new Command('run')
    .description(
      'Reconciles a facility until stopped: reads main, looks at the machines, pushes what it intends as a commit, ' +
        'does it, and commits what came of it. Without --once it ends with Ctrl-C or SIGTERM, cleanly at any moment.',
    )
    .requiredOption('-f, --facility <name>', 'the facility to reconcile', facilityName)
    .requiredOption('--repo <url|path>', 'the fleet repo: https, http, ssh or a path')
    .option('--status-repo <url|path>', 'where status is committed (default: the fleet repo)')
    .option('--branch <name>', 'the branch that people write', 'main')
    .option('--once', 'until settled, then stop; what is held counts as settled')
    .addOption(durationOption('--timeout <duration>', 'with --once: give up after this', '2m'))
    .option('--secrets <dir>', 'the credentials that manifests name: <dir>/<name>.yaml with username and password')
    .option(
      '--age-key <file>',
      'seals and opens the passwords that machines are given as their own (bmc.account); without --secrets it also ' +
        'opens the credentials that manifests name: facilities/<f>/secrets/<name>.age',
    )
    .option(
      '--state <dir>',
      'state folder: journal, lease holder, clone (default: <facility> in $STATE_DIRECTORY or ~/.local/state/nanometal)',
    )
    .addOption(
      new Option('--git <adapter>', 'default: native where git is on the PATH').choices(['isomorphic', 'native']),
    )
    .option('--git-token-file <file>', 'password or token for an http(s) remote')
    .option('--git-user <name>', 'user name that goes with the token')
    .option('--ssh-key <file>', 'key for an ssh remote')
    .option('--known-hosts <file>', 'host keys for an ssh remote')
    .option('--ca-file <file>', 'authorities to trust (PEM): of BMCs beside the usual ones, of Git in their place')
    .addOption(durationOption('--poll <duration>', 'between two looks at a machine that rests', '30s'))
    .addOption(
      durationOption(
        '--lease-term <duration>',
        'renewal of the lease; after three without a sign another may take it',
        defaultLeaseTerm,
      ),
    )
    .option(
      '--standby',
      'wait longer than others for a silent holder: three terms and the longest request; a released lease is taken at once',
    )
    .option(
      '--hand-over <component>',
      'for a new site: install its control plane, and step down once this component of it, a reconciler, holds the lease',
    )
    .option('--agent <dir>', 'what machines are booted with (agent/build): needed to install, erase and inspect')
    .option(
      '--boot-listen <address>',
      'where the boot service listens (default: `boot.address` of facility.yaml, an address of this host)',
    )
    .addOption(imageCacheOption)
    .addOption(
      new Option(
        '--boot-socket <path>',
        'machines reach the boot service through `nanometal boot`, which asks at this Unix socket',
      ).conflicts(['bootListen']),
    )
    .option(
      '--listen <[host:]port>',
      'serve /healthz, /readyz and /metrics, and POST /hook (look again); loopback unless a host is named',
      listenAddress,
    )
    .addOption(
      new Option('--log-level <level>', 'the least that is told, on standard error')
        .choices(['debug', 'info', 'warn', 'error', 'silent'])
        .default('info'),
    )
    .addHelpText(
      'after',
      `
Examples:
  $ nanometal run -f ams1 --repo https://git.example.org/fleet.git \\
      --git-token-file /etc/nanometal/token --secrets /etc/nanometal/secrets
  $ nanometal run -f ams1 --repo /srv/fleet.git --secrets ./secrets --once

Credentials that a manifest names are read from --secrets, or without it from
the fleet repo with --age-key. With both, the folder holds what machines are
found with, and the key what they are given as their own.

HTTPS_PROXY and NO_PROXY are heeded for Git; BMCs are reached without a proxy.

Exit codes: 0 stopped, or settled; 1 failed, and with --once: not settled in
time, or an action failed; 2 wrong usage; 4 rejected manifests (with --once).`,
    )
    .action((options: RunOptions) => act(stage, 'run', () => runFacility(options, stage.terminal)));

async function runFacility(options: RunOptions, terminal: Terminal): Promise<Result<ExitCode, Complaint>> {
  const unreadable = findUnreadable(terminal.cwd, [
    { option: '--secrets', kind: 'folder', path: options.secrets },
    { option: '--age-key', kind: 'file', path: options.ageKey },
    { option: '--git-token-file', kind: 'file', path: options.gitTokenFile },
    { option: '--ssh-key', kind: 'file', path: options.sshKey },
    { option: '--known-hosts', kind: 'file', path: options.knownHosts },
    { option: '--ca-file', kind: 'file', path: options.caFile },
    { option: '--agent', kind: 'folder', path: options.agent },
  ]);
  if (unreadable) return fail(unreadable);
  // Listened for before anything is opened, so that no moment is left in which a signal would cut something short.
  const stop = terminal.untilStopped();
  const health = openHealth(systemClock, Math.max(5 * options.poll, 180_000));
  const metrics = openMetrics(systemClock);
  const log = openLog({
    to: process.stderr,
    level: options.logLevel,
    colour: isColoured(process.stderr, terminal.env),
  });
  const composed = await compose(facilityOptions(options), fanOut(log, metrics, health));
  if (!composed.ok) return composed;
  const facility = composed.value;
  try {
    return await serveWhile(options, facility, { health, metrics }, async () =>
      judge(await run(facility.ports, facility.settings, options.timeout, stop), facility.settings.once),
    );
  } finally {
    await facility.close();
  }
}

const facilityOptions = (options: RunOptions): FacilityOptions => ({
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
  once: options.once === true,
  pollMs: options.poll,
  leaseTermMs: options.leaseTerm,
  standby: options.standby === true,
  ...(options.handOver === undefined ? {} : { handOverTo: options.handOver }),
  boot: {
    ...(options.agent === undefined ? {} : { agentFolder: options.agent }),
    ...(options.bootListen === undefined ? {} : { listenHost: options.bootListen }),
    imageCacheBytes: options.imageCacheSize,
    ...(options.bootSocket === undefined ? {} : { socket: options.bootSocket }),
  },
});

function judge(end: RunEnd, once: boolean): Result<ExitCode, Complaint> {
  switch (end.kind) {
    case 'settled':
      if (end.rejected) return ok(exitCode.rejected);
      return ok(end.failures > 0 ? exitCode.failed : exitCode.done);
    case 'timeout':
      return fail(failed(`not settled in time: ${end.why}`, 'see the log above, or give it longer with --timeout'));
    case 'handed-over':
      return ok(exitCode.done);
    case 'stopped':
      return once ? fail(failed('stopped before it settled')) : ok(exitCode.done);
    default:
      return never(end);
  }
}

type Pages = Pick<Parameters<typeof serveHealth>[0], 'health' | 'metrics'>;

async function serveWhile(
  { listen }: RunOptions,
  { wake }: Facility,
  pages: Pages,
  work: () => Promise<Result<ExitCode, Complaint>>,
): Promise<Result<ExitCode, Complaint>> {
  const knock = (): void => wake.knock();
  const page = listen ? await serveHealth({ listen, ...pages, knock }) : null;
  if (page && !page.ok) return fail(failed(page.error));
  process.on('SIGHUP', knock);
  try {
    return await work();
  } finally {
    process.off('SIGHUP', knock);
    if (page) await page.value.close();
  }
}

function listenAddress(text: string): { readonly host: string; readonly port: number } {
  const [, host, port] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  if (port === undefined || Number(port) > 65_535)
    throw new InvalidArgumentError('Expected [host:]port, such as 9464 or 0.0.0.0:9464.');
  return { host: host ?? '127.0.0.1', port: Number(port) };
}
