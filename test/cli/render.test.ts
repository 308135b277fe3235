import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commitAll, git, makeFolder, writeFiles } from './git.ts';
import { type Ran, runIn } from './stage.ts';

const day = '2026-11-22T08:00:00Z';
const example = new URL('../../examples/fleet-repo', import.meta.url).pathname;
const folder = makeFolder();
const dir = join(folder.path, 'fleet');

beforeAll(() => {
  cpSync(example, dir, { recursive: true });
  git(dir, day, ['init', '--quiet', '--initial-branch=main']);
  commitAll(dir, day, 'The fleet');
  git(dir, day, ['checkout', '--quiet', '-b', 'more']);
  const cluster = `apiVersion: nanometal/v1alpha1
kind: Cluster
metadata: { name: edge }
spec:
  bootstrap: cloud-init
  controlPlane: { machines: [fra1-r01-u01] }
`;
  writeFiles(dir, { 'facilities/fra1/clusters/edge.yaml': cluster });
  commitAll(dir, day, 'One more cluster');
  git(dir, day, ['checkout', '--quiet', '-b', 'wrong']);
  writeFiles(dir, { 'facilities/fra1/clusters/edge.yaml': cluster.replace('fra1-r01-u01', 'fra1-r01-u09') });
  commitAll(dir, day, 'A member that is not there');
  git(dir, day, ['checkout', '--quiet', 'main']);
});
afterAll(() => folder.drop());

const run = (...args: readonly string[]): Promise<Ran> => runIn({ cwd: dir, now: day }, ...args);

describe('render', () => {
  it('shows what a node would be given, with the names of its secrets', async () => {
    const ran = await run('render', 'fra1-r02-u01');
    expect(ran).toMatchObject({ code: 0, err: '' });
    await expect(ran.out).toMatchFileSnapshot('golden/render.txt');
  });

  it('prints one part and nothing else', async () => {
    const data = await run('render', 'fra1-r02-u04', '--only', 'user-data');
    expect(data.code).toBe(0);
    expect(data.out.startsWith('#cloud-config\n')).toBe(true);
    expect(parse(data.out).hostname).toBe('fra1-r02-u04');
    const network = await run('render', 'fra1-r02-u04', '--only', 'network-config');
    expect(parse(network.out)).toMatchObject({ version: 2, ethernets: { nic0: { gateway4: '198.51.100.1' } } });
    expect((await run('render', 'fra1-r02-u04', '--only', 'meta-data', '-o', 'json')).code).toBe(2);
  });

  it('tells programs who it is, and what status would remember of it', async () => {
    const duties = ['first', 'control-plane', 'control-plane', 'worker'];
    for (const [i, duty] of duties.entries()) {
      const ran = await run('render', `fra1-r02-u0${i + 1}`, '-o', 'json');
      expect(JSON.parse(ran.out)).toMatchObject({
        machine: `fra1-r02-u0${i + 1}`,
        cluster: 'prod',
        bootstrap: 'kubeadm',
        duty,
        providerId: `nanometal://fra1/4c4c4544-0058-4b10-8032-b7c04f4e000${i + 1}`,
        ref: expect.stringMatching(/^bootstrap-[0-9a-f]{16}$/),
        digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      });
      expect((await run('render', `fra1-r02-u0${i + 1}`, '-o', 'json')).out).toBe(ran.out);
    }
  });

  it('says what is wrong with the name, or with the manifests', async () => {
    expect(await run('render', 'fra1-r01-u01')).toMatchObject({
      code: 1,
      err: expect.stringContaining('is in no cluster'),
    });
    expect(await run('render', 'fra1-r02-u11')).toMatchObject({
      code: 1,
      err: expect.stringContaining('did you mean'),
    });
    expect((await run('render', '../etc')).code).toBe(2);
    const wrong = await run('render', 'fra1-r02-u01', '--head', 'wrong');
    expect(wrong).toMatchObject({ code: 4, out: expect.stringContaining('edge.yaml:6:30: there is no machine') });
  });
});

describe('plan', () => {
  it('shows what a new cluster would be done for, and that nothing does it', async () => {
    const text = await run('plan', '-f', 'fra1', '--base', 'main', '--head', 'more');
    expect(text.code).toBe(0);
    expect(text.out).toContain(
      'Clusters\nThis version plans clusters and carries nothing of it out: no machine is\ninstalled, drained or removed because of this.\n',
    );
    expect(text.out).toContain(
      'edge, 1 control-plane member and 0 workers: 1 step, 0 of them waiting\n  + 1. fra1-r01-u01  begin the cluster',
    );
    expect(text.out).not.toContain('prod,');
    for (const line of text.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    const json = JSON.parse((await run('plan', '-f', 'fra1', '--base', 'main', '--head', 'more', '-o', 'json')).out);
    expect(json.clusters).toMatchObject([
      { cluster: 'edge', carriedOut: false, steps: [{ machine: 'fra1-r01-u01', verb: 'init' }] },
    ]);
    // Of what is only shown nothing is an action.
    expect(json.actions).toEqual([]);
    expect((await run('plan', '-f', 'fra1', '--base', 'main', '--head', 'more', '--exit-code')).code).toBe(0);
    const markdown = await run('plan', '-f', 'fra1', '--base', 'main', '--head', 'more', '-o', 'markdown');
    expect(markdown.out).toContain('### Clusters\n\n**This version plans clusters and carries nothing of it out');
    expect(markdown.out).toContain('| 1 | fra1-r01-u01 | begin the cluster |');
  });

  it('begins nothing that stood there when memory begins', async () => {
    const json = JSON.parse((await run('plan', '-f', 'fra1', '-o', 'json')).out);
    expect(json.clusters).toMatchObject([
      { cluster: 'prod', steps: [], unseen: [1, 2, 3, 4].map((i) => `fra1-r02-u0${i}`) },
    ]);
  });
});
