import { describe, expect, it } from 'vitest';
import { createLocalShells } from '../../../src/adapters/shell/local.ts';
import { look } from '../../../src/drivers/control-plane/host/look.ts';
import { debian } from '../../../src/drivers/control-plane/ssh/ground.ts';
import type { Release } from '../../../src/model/component.ts';
import type { HostSubject } from '../../../src/ports/shell.ts';

const here: HostSubject = {
  name: 'host1',
  address: '127.0.0.1',
  port: 22,
  credentials: 'none',
  hostKey: '',
  within: [],
};
/** Says which cluster it would ask, and that all is not well, since only then is told what a check said. */
const asks = { kind: 'command', command: ['sh', '-c', 'echo "asks $KUBECONFIG"; exit 1'] } as const;
const release = (component: string, more: Partial<Release> = {}): Release => ({
  component,
  host: 'host1',
  after: [],
  state: 'present',
  version: '1',
  packages: [],
  files: [],
  health: [asks],
  deadlineMs: 60_000,
  onChange: 'restart',
  digest: `sha256:${'0'.repeat(64)}`,
  ...more,
});

describe('a look at a host', () => {
  it('asks the cluster that the manifests of a component are applied to, and for other components none', async () => {
    const manifests = [{ kind: 'inline', text: 'kind: Namespace' }] as const;
    const releases = [release('before'), release('cni', { manifests }), release('after')];
    const placed = releases.flatMap((one) => {
      const there = debian.place(one);
      return there.ok ? [there.value] : [];
    });
    const ground = { ...debian, base: '/nowhere', needs: [], apt: false };
    const seen = await look(createLocalShells().of(here), ground, placed, false, new AbortController().signal);
    const said = seen.kind === 'read' ? seen.readings.map(({ checks }) => checks) : seen;
    expect(said).toEqual([
      [{ ok: false, said: 'asks' }],
      [{ ok: false, said: 'asks /etc/kubernetes/admin.conf' }],
      [{ ok: false, said: 'asks' }],
    ]);
  });
});
