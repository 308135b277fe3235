// npm run build: dist/program/, which is what `nanometal` starts; the modules beside it are for who imports them.
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram, packageLicences, root } from './program.mjs';

const out = join(root, 'dist/program');
rmSync(out, { recursive: true, force: true });
const inputs = await buildProgram({
  outdir: out,
  format: 'esm',
  // A command reads only what it needs.
  splitting: true,
  // What packages that are CommonJS take for granted.
  banner: {
    js: `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url), __dirname = import.meta.dirname, __filename = import.meta.filename;`,
  },
});
writeFileSync(join(out, 'THIRD-PARTY-LICENSES'), packageLicences(inputs).join('\n'));
chmodSync(join(out, 'main.js'), 0o755);
