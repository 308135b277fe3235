import { describe, expect, it } from 'vitest';
import { takeIn } from '../../src/diff/take-in.ts';
import type { Fleet } from '../../src/model/fleet.ts';
import type { Memory } from '../../src/model/memory.ts';
import type { Status } from '../../src/model/status.ts';
import { finish } from '../../src/model/steps.ts';
import { readFiles, renderFiles } from '../../src/status/files.ts';
import { summarize } from '../../src/status/summarize.ts';
import { cluster, machines } from '../diff/clusters.ts';
import { first, fleet, second, start } from '../diff/sample.ts';

const bare = fleet(machines);
const declared = fleet(machines, { clusters: [cluster('abc', 'f')] });

function publish(memory: Memory, facility: Fleet, previous: Status | null, now = start): Status {
  return finish(
    summarize({
      memory,
      fleet: facility,
      inventory: new Map(),
      verdicts: new Map(),
      steadiness: new Map(),
      hardware: new Map(),
      holds: [],
      differences: [],
      sealed: new Map(),
      components: { controlPlane: undefined, looks: new Map(), plan: { actions: [], holds: [] } },
      rejected: null,
      conditions: [],
      previous,
      now,
    }),
  );
}

const begun = takeIn({ facility: 'ams1', machines: new Map() }, bare, first, { fleet: bare, ever: new Map() });
const taken = takeIn(begun, declared, second, null);

describe('clusters on the status branch', () => {
  it('are a file each, and read back as what they were', () => {
    const status = publish(taken, declared, null);
    const files = renderFiles(status);
    const data = new Map([...files].filter(([path]) => path.endsWith('.json')));
    expect(JSON.parse(data.get('clusters/prod.json') ?? '')).toMatchObject({
      kind: 'ClusterStatus',
      name: 'prod',
      initialized: 'no',
      members: {
        'node-a': { duty: 'control-plane', state: 'absent', providerId: expect.stringContaining('nanometal://ams1/') },
      },
      conditions: [
        { type: 'AsDeclared', status: 'False', reason: 'NotCarriedOut' },
        { type: 'ControlPlaneInitialized', status: 'False', reason: 'NotBegun' },
      ],
    });
    const read = readFiles('ams1', data);
    expect(read.ok && read.value.memory.clusters).toEqual(taken.clusters);
    expect(read.ok && renderFiles(read.value)).toEqual(files);
    expect(files.get('STATUS.md')).toContain('| prod | 0 of 4 | AsDeclared: NotCarriedOut |');
  });

  it('are quiet: the same state a year later is the same files', () => {
    const status = publish(taken, declared, null);
    const later = publish(takeIn(taken, declared, second, null), declared, status, start + 365 * 86_400_000);
    expect(renderFiles(later)).toEqual(renderFiles(status));
  });

  it('are assumed to run where memory began with them, and stay as tombstones', () => {
    const assumed = takeIn({ facility: 'ams1', machines: new Map() }, declared, first, {
      fleet: declared,
      ever: new Map(),
    });
    const status = publish(assumed, declared, null);
    expect(status.clusters?.get('prod')).toMatchObject([
      { type: 'AsDeclared', status: 'Unknown', reason: 'NotSeen' },
      { type: 'ControlPlaneInitialized', status: 'Unknown', reason: 'Assumed' },
    ]);
    const gone = publish(takeIn(taken, bare, second, null), bare, status);
    expect(JSON.parse(renderFiles(gone).get('clusters/prod.json') ?? '')).toMatchObject({
      managed: false,
      initialized: 'no',
    });
    expect(renderFiles(gone).get('STATUS.md')).not.toContain('## Clusters');
  });

  it('that somebody wrote otherwise are refused', () => {
    const files = new Map(renderFiles(publish(taken, declared, null)));
    files.delete('STATUS.md');
    files.set('clusters/prod.json', (files.get('clusters/prod.json') ?? '').replace('"no"', '"maybe"'));
    expect(readFiles('ams1', files)).toMatchObject({ ok: false, error: expect.stringContaining('clusters/prod.json') });
  });

  it('hold no secret and no bootstrap data', () => {
    const text = renderFiles(publish(taken, declared, null)).get('clusters/prod.json') ?? '';
    for (const word of ['token', 'cloud-config', 'certificate']) expect(text).not.toContain(word);
  });

  it('make no file and no table where there is none', () => {
    const files = renderFiles(publish(begun, bare, null));
    expect([...files.keys()].filter((path) => path.startsWith('clusters/'))).toEqual([]);
    expect(files.get('STATUS.md')).not.toContain('## Clusters');
  });
});
