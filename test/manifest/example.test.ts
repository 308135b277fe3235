import { readdir, readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { checkAcross } from '../../src/manifest/across.ts';
import type { FileWithContent } from '../../src/manifest/read.ts';
import { readFleet } from '../../src/manifest/read.ts';
import { renderProblem } from '../../src/manifest/render.ts';
import { facilitiesOf } from '../../src/manifest/scope.ts';

const root = fileURLToPath(new URL('../../examples/fleet-repo', import.meta.url));

async function readExample(): Promise<FileWithContent[]> {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  return Promise.all(
    found
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = `${entry.parentPath}/${entry.name}`;
        return { path: relative(root, file), mode: '100644', content: await readFile(file) };
      }),
  );
}

test('the example is right, as a fleet and in each facility', async () => {
  const entries = await readExample();
  const names = facilitiesOf(entries.map(({ path }) => path));
  expect(names).toEqual(['ams1', 'fra1']);
  const readings = names.map((name) => readFleet(name, entries));
  for (const { fleet } of readings) if (!fleet.ok) throw new Error(fleet.error.map(renderProblem).join('\n'));
  expect(readings.map(({ fleet }) => fleet.ok && fleet.value.machines.length)).toEqual([12, 7]);
  expect(readings.map(({ fleet }) => fleet.ok && fleet.value.clusters.map(({ name }) => name))).toEqual([[], ['prod']]);
  expect(
    checkAcross(new Set(readings.flatMap(({ files }) => files.filter(({ path }) => path.includes('/machines/'))))),
  ).toEqual([]);
});

test('what fra1 runs is rendered to the same bytes', async () => {
  const { fleet } = readFleet('fra1', await readExample());
  expect(fleet.ok && fleet.value.controlPlane?.releases.map(({ component, host }) => `${component}@${host}`)).toEqual(
    ['chrony', 'cni', 'ccm', 'csi', 'dnsmasq', 'nanometal', 'boot', 'node-exporter'].map((name) => `${name}@infra1`),
  );
  const text = fleet.ok ? `${JSON.stringify(fleet.value.controlPlane, null, 2)}\n` : '';
  await expect(text).toMatchFileSnapshot('../golden/control-plane.json.txt');
  // Each document of a Kubernetes manifest is an object that says what it is.
  const documents = (fleet.ok ? (fleet.value.controlPlane?.releases ?? []) : [])
    .flatMap(({ manifests = [] }) => manifests)
    .flatMap((content) => (content.kind === 'inline' ? parseAllDocuments(content.text) : []))
    .map((document): unknown => document.toJS());
  expect(documents).toHaveLength(12);
  for (const document of documents) {
    expect(document).toMatchObject({
      apiVersion: expect.any(String),
      kind: expect.any(String),
      metadata: { name: expect.any(String) },
    });
  }
});
