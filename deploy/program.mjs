// nanometal and all that it depends on, in few files: read as hundreds of modules, it takes more than twice as long to start.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Compiled parts that ssh2 tries, and does without: here they are modules that are not there. */
const withoutCompiledParts = {
  name: 'without compiled parts',
  setup(build) {
    build.onResolve({ filter: /\.node$|^cpu-features$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'throw new Error("not carried")' }));
  },
};

/** Writes it as `options` of esbuild say; returns the paths of what went into it. */
export async function buildProgram(options) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts'],
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    metafile: true,
    plugins: [withoutCompiledParts],
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
  });
  return Object.keys(metafile.inputs);
}

/** The licence of every package of which something is in the program. */
export function packageLicences(inputs) {
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []));
  return [...folders].sort().map((folder) => {
    const at = join(root, folder);
    const about = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
    const file = readdirSync(at)
      .sort()
      .find((name) => /^(licen[cs]e|copying)/i.test(name));
    return section(
      `${about.name} ${about.version} (${about.license ?? 'see below'})`,
      file && readFileSync(join(at, file), 'utf8'),
    );
  });
}

export function nodeLicence() {
  const file = [
    join(dirname(process.execPath), '../LICENSE'),
    '/usr/share/doc/nodejs/LICENSE',
    '/usr/share/doc/nodejs/copyright',
  ].find(existsSync);
  const elsewhere = `https://github.com/nodejs/node/blob/${process.version}/LICENSE\n`;
  return section(`Node.js ${process.version}`, file ? readFileSync(file, 'utf8') : elsewhere);
}

export function section(title, text = 'The package has no text of it.\n') {
  return `${'='.repeat(100)}\n${title}\n${'='.repeat(100)}\n\n${text.trimEnd()}\n`;
}
