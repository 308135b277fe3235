import { type Command, Option } from 'commander';

/** Which repositories a command reads, and how it gets in. */
export interface RepoChoice {
  readonly repo: string;
  readonly statusRepo?: string;
  readonly git?: 'isomorphic' | 'native';
  readonly gitTokenFile?: string;
  readonly gitUser?: string;
  readonly sshKey?: string;
  readonly knownHosts?: string;
  readonly caFile?: string;
}

/** On a command that reads a fleet repo and what is committed of its facilities. */
export const withRepoOptions = (command: Command): Command =>
  withFleetRepoOptions(
    command.option('--status-repo <url|path>', 'where status is committed (default: the fleet repo)'),
  );

/** On a command that reads a fleet repo and nothing else. */
export const withFleetRepoOptions = (command: Command): Command =>
  command
    .option('--repo <url|path>', 'the fleet repo: a path, https, http or ssh', '.')
    .addOption(new Option('--git <adapter>', 'which Git reads it (default: as fits)').choices(['isomorphic', 'native']))
    .option('--git-token-file <file>', 'password or token for an http(s) remote')
    .option('--git-user <name>', 'user name that goes with the token')
    .option('--ssh-key <file>', 'key for an ssh remote')
    .option('--known-hosts <file>', 'host keys for an ssh remote')
    .option('--ca-file <file>', 'authorities to trust instead of the usual ones (PEM)');
