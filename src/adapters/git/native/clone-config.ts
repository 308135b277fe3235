import type { GitLimits } from '../limits.ts';
import { credentialLine } from './environment.ts';
import type { FoundGit } from './find-git.ts';

/** Blobs from here on are streamed instead of held in memory. */
const streamedFrom = '16m';
/** Slower than this for as long as the idle limit, and libcurl gives up. */
const slowestBytesPerSecond = '1';

const escaped = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/**
 * The only configuration that Git reads for us. It stands in the clone's own file and not in a global one, since a
 * repository on this host that we push to must keep its own hooks.
 */
export function cloneConfig(git: FoundGit, limits: GitLimits): string {
  // Older versions know one switch, newer ones warn about it.
  const synced = git.major > 2 || git.minor >= 36 ? { fsync: 'all' } : { fsyncObjectFiles: 'true' };
  const sections: Record<string, Record<string, string>> = {
    core: {
      repositoryformatversion: '0',
      bare: 'true',
      hooksPath: '/dev/null',
      attributesFile: '/dev/null',
      fsmonitor: 'false',
      logAllRefUpdates: 'false',
      bigFileThreshold: streamedFrom,
      ...synced,
    },
    transfer: { fsckObjects: 'true' },
    fetch: { recurseSubmodules: 'false', writeCommitGraph: 'false' },
    push: { gpgSign: 'false', recurseSubmodules: 'no', followTags: 'false' },
    // Nothing is ever pruned: an accepted commit stays readable after the branch was rewritten.
    gc: { auto: '0' },
    maintenance: { auto: 'false' },
    credential: { helper: credentialLine, useHttpPath: 'false' },
    http: {
      followRedirects: 'false',
      lowSpeedLimit: slowestBytesPerSecond,
      lowSpeedTime: String(Math.ceil(limits.idleMs / 1000)),
    },
  };
  return Object.entries(sections)
    .map(([name, values]) => {
      const lines = Object.entries(values).map(([key, value]) => `\t${key} = ${escaped(value)}\n`);
      return `[${name}]\n${lines.join('')}`;
    })
    .join('');
}
