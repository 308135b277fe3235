import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What the system tests run is what the sources say now. A build named by NANOMETAL_DIST is taken as it is. */
export default function build(): void {
  if (process.env.NANOMETAL_DIST !== undefined) return;
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const root = fileURLToPath(new URL('..', import.meta.url));
  for (const step of [[compiler, '-p', 'src'], ['deploy/build.mjs']]) {
    execFileSync(process.execPath, step, { cwd: root, stdio: 'inherit' });
  }
}
