import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { run } from './world/children.ts';
import { FleetRepo, readFolder } from './world/fleet-repo.ts';
import { missing, tool } from './world/tools.ts';

/*
 * What lies in deploy/, read by those who will read it: systemd, Prometheus, and the Kubernetes API's own models. In CI
 * they must be there; elsewhere a test whose tool is missing is left out, and says so.
 */
const deploy = fileURLToPath(new URL('../../deploy', import.meta.url));
const lacking = (packages: Readonly<Record<string, string>>): boolean => {
  const names = missing(packages);
  if (names.length > 0) process.stderr.write(`missing: apt-get install ${names.join(' ')}\n`);
  return names.length > 0 && !process.env.CI;
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nanometal-deploy-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(lacking({ systemd: 'systemd-analyze' }))('nanometal.service', () => {
  let around: { readonly env: Readonly<Record<string, string>> };
  const dropIn = () => join(folder, 'units/nanometal.service.d/addresses.conf');

  beforeAll(async () => {
    mkdirSync(join(folder, 'units/nanometal.service.d'), { recursive: true });
    // The program need not be installed here, so the unit starts another one.
    const unit = readFileSync(join(deploy, 'nanometal.service'), 'utf8').replace('/usr/bin/nanometal', '/bin/true');
    writeFileSync(join(folder, 'units/nanometal.service'), unit);
    const example = readFolder(fileURLToPath(new URL('../../examples/fleet-repo', import.meta.url)));
    const repo = FleetRepo.begin(join(folder, 'fleet.git'));
    repo.commit('The fleet', Object.fromEntries(example), null);
    const where = ['-f', 'fra1', '--repo', repo.path, '--allow', '192.0.2.10', '--allow', '2001:db8::/64'];
    const printed = await run(['unit', ...where], { cwd: folder });
    expect(printed, printed.stderr).toMatchObject({ code: 0 });
    writeFileSync(dropIn(), printed.stdout);
    // Beside the units of the host, which it names.
    around = { env: { PATH: process.env.PATH ?? '', SYSTEMD_UNIT_PATH: `${join(folder, 'units')}:` } };
  });

  it('is understood by systemd, with the drop-in that `nanometal unit` prints', async () => {
    const verify = () => tool('systemd-analyze', ['verify', 'nanometal.service'], around);
    expect(await verify()).toEqual({ code: 0, stdout: '', stderr: '' });
    const good = readFileSync(dropIn(), 'utf8');
    writeFileSync(dropIn(), `${good}IPAddressAllow=192.0.2.300\n`);
    expect((await verify()).stderr).toContain('192.0.2.300');
    writeFileSync(dropIn(), good);
  });

  it('is exposed to 1.1 of 10 at most, by the reckoning of systemd 252', async () => {
    const args = ['security', '--offline=true', '--no-pager', '--threshold=11', 'nanometal.service'];
    const judged = await tool('systemd-analyze', args, around);
    expect(judged, judged.stdout).toMatchObject({ code: 0 });
    expect(judged.stdout).toMatch(/✓ IPAddressDeny=|✗ IPAddressDeny= .*allow list with non-localhost entries/);
  });
});

describe.skipIf(lacking({ prometheus: 'promtool' }))('alerts', () => {
  it('are rules that Prometheus takes, and fire when they should, and only then', async () => {
    const cwd = join(deploy, 'prometheus');
    const checked = await tool('promtool', ['check', 'rules', 'rules.yaml'], { cwd });
    expect(checked, checked.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('11 rules found') });
    const tried = await tool('promtool', ['test', 'rules', 'rules.test.yaml'], { cwd });
    expect(tried, tried.stdout + tried.stderr).toMatchObject({ code: 0 });
  });
});

/** Reads each object as the API's own model, which knows types and what is required, and must give it back unchanged. */
const roundTrip = `
import json, sys, yaml
from kubernetes import client
api = client.ApiClient()
class Answer: pass
for given in yaml.safe_load_all(sys.stdin):
    Answer.data = json.dumps(given)
    back = api.sanitize_for_serialization(api.deserialize(Answer, 'V1' + given['kind']))
    if back != given: sys.exit('unknown fields in %s:\\n%s\\n%s' % (given['kind'], json.dumps(given, sort_keys=True), json.dumps(back, sort_keys=True)))
    print(given['kind'])
`;
const models = '/usr/lib/python3/dist-packages/kubernetes/client/__init__.py';
const kubernetes = { kubectl: 'kubectl', 'python3-kubernetes': models };

describe.skipIf(lacking(kubernetes)).each(['ams1', 'fra1'])('the Kubernetes overlay of %s', (facility) => {
  let text: string;
  let objects: readonly { readonly kind: string }[];
  const all = (kind: string) => objects.filter((object) => object.kind === kind);
  const judge = (input: string) => tool('/usr/bin/python3', ['-c', roundTrip], { input });

  beforeAll(async () => {
    const built = await tool('kubectl', ['kustomize', join(deploy, 'kubernetes/overlays', facility)]);
    expect(built, built.stderr).toMatchObject({ code: 0, stderr: '' });
    text = built.stdout;
    objects = parseAllDocuments(text).map((document) => document.toJS());
  });

  it('is made of objects that the API knows', async () => {
    const judged = await judge(text);
    expect(judged, judged.stderr).toMatchObject({ code: 0 });
    const kinds = ['ConfigMap', 'Deployment', 'Namespace', 'NetworkPolicy', 'PersistentVolumeClaim', 'ServiceAccount'];
    expect(judged.stdout.trim().split('\n').sort()).toEqual(kinds);
    expect(await judge(text.replace('replicas:', 'replica:'))).toMatchObject({ code: 1 });
  });

  it('has one Deployment, which the profile `restricted` admits', () => {
    expect(all('Deployment')).toMatchObject([
      {
        metadata: { namespace: `nanometal-${facility}` },
        spec: {
          replicas: 1,
          strategy: { type: 'Recreate' },
          template: {
            spec: {
              automountServiceAccountToken: false,
              securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
              containers: [
                {
                  securityContext: {
                    allowPrivilegeEscalation: false,
                    readOnlyRootFilesystem: true,
                    capabilities: { drop: ['ALL'] },
                  },
                  livenessProbe: { httpGet: { path: '/healthz' } },
                  readinessProbe: { httpGet: { path: '/readyz' } },
                },
              ],
            },
          },
        },
      },
    ]);
    expect(all('ConfigMap')).toMatchObject([{ data: { FACILITY: facility } }]);
  });

  it('says a command line that nanometal takes', async () => {
    const args: readonly string[] = JSON.parse(
      JSON.stringify(all('Deployment')).match(/"args":(\[[^\]]*\])/)?.[1] ?? '[]',
    );
    const filled = args.map((arg) => arg.replace('$(FACILITY)', facility).replace('$(REPO)', join(folder, 'none.git')));
    const { code, stderr } = await run(filled, { cwd: folder });
    // Every option was understood: what it lacks here is the first file.
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('/run/secrets/nanometal/') });
  });

  it('lets it reach names, the ranges and the Git host, and nobody but Prometheus reach it', () => {
    const bmc = facility === 'ams1' ? '10.1.0.0/16' : '10.2.0.0/16';
    expect(all('NetworkPolicy')).toMatchObject([
      {
        spec: {
          podSelector: {},
          policyTypes: ['Ingress', 'Egress'],
          ingress: [{ ports: [{ port: 9464 }] }],
          egress: [
            { to: [{ podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }] },
            { to: [{ ipBlock: { cidr: bmc } }] },
            { to: [{ ipBlock: { cidr: '192.0.2.10/32' } }], ports: [{ port: 443 }] },
          ],
        },
      },
    ]);
    // Exactly: kustomize would put its labels beside them if it were told to label selectors.
    const [policy] = all('NetworkPolicy');
    expect(JSON.stringify(policy)).toContain('"podSelector":{"matchLabels":{"k8s-app":"kube-dns"}}');
  });
});
