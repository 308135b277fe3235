// Writes what is made from the schemas: types and validators of manifests, validators of status files, and
// docs/manifests.md.
// `--check` writes nothing and fails, naming each file that differs.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { renderDocs } from './render-docs.mjs';
import { renderTypes } from './render-types.mjs';
import { renderValidators } from './render-validators.mjs';

const root = new URL('..', import.meta.url);
const manifests = [
  'fleet',
  'facility',
  'discovery',
  'machine-class',
  'image',
  'machine',
  'cluster',
  'component',
  'control-plane',
  'secret',
];
const statusFiles = [
  'facility-status',
  'machine-status',
  'machine-inventory',
  'cluster-status',
  'component-status',
  'plan',
  'discovered',
  'discovery-sweep',
];
const banner = '// Generated from schemas/ by schemas/generate.mjs; do not edit.\n';

/** Of a manifest: every error, with the part of the schema that found it. */
const thorough = { allErrors: true, verbose: true, messages: false };

const load = async (name) => JSON.parse(await readFile(new URL(`schemas/${name}.schema.json`, root), 'utf8'));
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

async function generate() {
  const read = (names) => Promise.all(names.map(async (name) => [name, await load(name)]));
  const [written, status] = await Promise.all([read(manifests), read(statusFiles)]);
  const told = status.map(([name, schema]) => [camel(name), schema]);
  const schemas = written.map(([, schema]) => schema);
  // What a secret holds is read by hand: nothing of it may get into an error.
  const parsed = written.filter(([name]) => name !== 'secret').map(([name, schema]) => [camel(name), schema]);
  return new Map([
    ['src/model/manifest.gen.ts', banner + (await renderTypes(schemas))],
    ['src/manifest/validators.gen.ts', banner + renderValidators(parsed, '../model/manifest.gen.ts', thorough)],
    ['src/status/validators.gen.ts', banner + renderValidators(told, './file-types.ts', {})],
    ['docs/manifests.md', renderDocs(schemas)],
  ]);
}

const checking = process.argv.includes('--check');
for (const [path, text] of await generate()) {
  const file = new URL(path, root);
  const present = await readFile(file, 'utf8').catch(() => null);
  if (present === text) continue;
  if (checking) {
    console.error(`${path} is not what the schemas say: run npm run generate`);
    process.exitCode = 1;
  } else {
    await writeFile(file, text);
    console.log(`wrote ${fileURLToPath(file)}`);
  }
}
