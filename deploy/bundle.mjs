// npm run bundle: nanometal and the Node that runs this as one executable file, and a tarball of it, under build/bundle/.
// The same sources, dependencies and Node give the same bytes. Linux, with GNU tar; Node from nodejs.org or NodeSource.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inject } from 'postject';
import { buildProgram, nodeLicence, packageLicences, root } from './program.mjs';

const out = join(root, 'build/bundle');
const work = join(out, 'parts');
/** What Node looks for in its own file, to see whether it is more than Node. */
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(out, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
if (process.platform !== 'linux') stop(`this is ${process.platform}`, 'bundle on Linux');
if (!readFileSync(process.execPath).includes(`${fuse}:0`))
  stop(
    `${process.execPath} cannot carry a program`,
    'use the Node of nodejs.org; that of a distribution is often only a small file beside libnode',
  );

const inputs = await buildProgram({
  outfile: join(work, 'program.cjs'),
  format: 'cjs',
  // Only asked for where the program lies in files.
  define: { 'import.meta.url': '"file:///"' },
});
const executable = join(out, 'nanometal');
await makeExecutable(join(work, 'program.cjs'), executable);
layImage(executable, join(out, 'image'));
const tarball = packTarball(executable, inputs);
rmSync(work, { recursive: true });
for (const file of [executable, tarball]) {
  const bytes = readFileSync(file);
  const sum = createHash('sha256').update(bytes).digest('hex');
  if (file === tarball) writeFileSync(`${file}.sha256`, `${sum}  ${file.slice(out.length + 1)}\n`);
  process.stdout.write(`${sum}  ${relative(root, file)}  ${(bytes.length / 1e6).toFixed(1)} MB\n`);
}

/** Node with the program in it, and with the files that the program reads of its package (src/cli/carried.ts). */
async function makeExecutable(program, file) {
  const carried = [
    'package.json',
    ...filesBelow(join(root, 'examples/fleet-repo')).map((path) => `examples/fleet-repo/${path}`),
  ];
  const list = join(work, 'carried');
  writeFileSync(list, carried.join('\n'));
  writeFileSync(
    join(work, 'sea.json'),
    JSON.stringify({
      // Its path is part of what is carried, so it says nothing of where this was made.
      main: relative(work, program),
      output: 'program.blob',
      disableExperimentalSEAWarning: true,
      assets: { carried: list, ...Object.fromEntries(carried.map((path) => [path, join(root, path)])) },
    }),
  );
  execFileSync(process.execPath, ['--experimental-sea-config', 'sea.json'], { cwd: work, stdio: 'pipe' });
  copyFileSync(process.execPath, file);
  chmodSync(file, 0o755);
  await inject(file, 'NODE_SEA_BLOB', readFileSync(join(work, 'program.blob')), { sentinelFuse: fuse });
}

/** What deploy/Containerfile copies: the executable, the C library of this host, and whom it runs as. */
function layImage(executable, folder) {
  const tree = join(folder, 'root');
  const put = (path, write) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    write(join(tree, path));
  };
  put('usr/bin/nanometal', (at) => linkSync(executable, at));
  for (const [path] of execFileSync('ldd', [executable], { encoding: 'utf8' }).matchAll(/\/\S+(?= \(0x)/g)) {
    put(path, (at) => copyFileSync(path, at));
  }
  put('etc/passwd', (at) => writeFileSync(at, 'nanometal:x:65532:65532::/var/lib/nanometal:/sbin/nologin\n'));
  put('etc/group', (at) => writeFileSync(at, 'nanometal:x:65532:\n'));
  put('etc/nsswitch.conf', (at) => writeFileSync(at, 'hosts: files dns\n'));
  mkdirSync(join(tree, 'tmp'));
  chmodSync(join(tree, 'tmp'), 0o1777);
  mkdirSync(join(folder, 'state'), { mode: 0o700 });
}

/** The executable with all that somebody needs who has nothing else. */
function packTarball(executable, inputs) {
  const name = `nanometal-${version}-linux-${process.arch}`;
  const folder = join(work, name);
  mkdirSync(folder);
  copyFileSync(executable, join(folder, 'nanometal'));
  for (const file of ['LICENSE', 'CHANGELOG.md']) copyFileSync(join(root, file), join(folder, file));
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES'), [nodeLicence(), ...packageLicences(inputs)].join('\n'));
  for (const part of ['docs', 'deploy']) cpSync(join(root, part), join(folder, part), { recursive: true });
  for (const script of ['build.mjs', 'bundle.mjs', 'program.mjs']) rmSync(join(folder, 'deploy', script));
  for (const path of ['.', ...filesBelow(folder)])
    chmodSync(join(folder, path), path === '.' || path === 'nanometal' ? 0o755 : 0o644);
  const plain = [
    '--sort=name',
    '--mtime=@0',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--format=ustar',
    '--mode=u=rwX,go=rX',
  ];
  const archive = execFileSync('tar', ['-c', ...plain, '-C', work, name], { maxBuffer: 1e9 });
  const tarball = join(out, `${name}.tar.gz`);
  writeFileSync(tarball, gzipSync(archive));
  return tarball;
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function stop(what, remedy) {
  process.stderr.write(`bundle: ${what}; ${remedy}\n`);
  process.exit(1);
}
