import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { openRepo } from '../../../src/adapters/git/choose.ts';
import { People } from './people.ts';

const kills = 40;
const ref = 'refs/heads/status/ams1';

/** The sources as JavaScript, so that each of the many children starts fast. */
function compile(into: string): void {
  const sources = new URL('../../../src/', import.meta.url).pathname;
  for (const part of ['adapters/git', 'model']) {
    for (const name of readdirSync(join(sources, part), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const { outputText } = ts.transpileModule(readFileSync(join(sources, part, name), 'utf8'), {
        compilerOptions: {
          target: ts.ScriptTarget.ES2022,
          module: ts.ModuleKind.ESNext,
          rewriteRelativeImportExtensions: true,
        },
      });
      const path = join(into, part, name.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, outputText);
    }
  }
  writeFileSync(join(into, 'package.json'), '{"type":"module"}');
}

const committer = `
import { LocalRepo } from './adapters/git/isomorphic/local-repo.js';
import { defaultLimits } from './adapters/git/limits.js';
const [gitDir, notes, ref] = process.argv.slice(2);
const repo = await LocalRepo.open({ gitDir, notes, limits: defaultLimits });
const author = { name: 'nanometal', email: 'n@example.org' };
for (let i = 0; ; i++) {
  const fetched = await repo.fetch([ref]);
  if (!fetched.ok) throw new Error(fetched.error.message);
  const tip = fetched.value.get(ref);
  const base = tip === null ? null : (await repo.commit(tip)).tree;
  const text = [process.pid, i].join(' ');
  const changes = new Map([['STATUS.md', text], ['machines/r1/' + (i % 7) + '.json', text], ['last', text]]);
  const next = await repo.write({ parents: tip === null ? [] : [tip], base, changes, message: text, author, at: 0 });
  const outcome = await repo.push(ref, tip, next);
  if (outcome.kind !== 'pushed') throw new Error(JSON.stringify(outcome));
  process.stdout.write(next + '\\n');
}
`;

/** The last commit that a child said it had pushed before it was killed at some moment after its first. */
async function runAndKill(child: ChildProcess, afterMs: number): Promise<string> {
  let said = '';
  let failed = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    failed += chunk.toString();
  });
  await new Promise<void>((done) => {
    child.on('close', () => done());
    child.stdout?.on('data', (chunk: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
      said += chunk.toString();
    });
  });
  expect(failed).toBe('');
  return said.split('\n').at(-2) ?? '';
}

it(`L1: ${kills} times killed with -9 while committing: no torn ref, no torn object, no lock that stays`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nanometal-kill-'));
  const people = People.begin(join(folder, 'fleet.git'));
  compile(join(folder, 'js'));
  const script = join(folder, 'js', 'committer.js');
  writeFileSync(script, committer);
  const args = [script, people.path, join(folder, 'notes'), ref];
  const tips: string[] = [];
  for (let i = 0; i < kills; i++) {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    // Spread over the time that one commit takes, by a step that shares no factor with it.
    const last = await runAndKill(child, (i * 7) % 30);
    const tip = readFileSync(join(people.path, ref), 'latin1').trim();
    expect(tip).toMatch(/^[0-9a-f]{40}$/);
    // What was said to be pushed stays pushed; one more may have been pushed without being said.
    execFileSync('git', [`--git-dir=${people.path}`, 'merge-base', '--is-ancestor', last, tip]);
    for (const earlier of tips.slice(-1)) {
      execFileSync('git', [`--git-dir=${people.path}`, 'merge-base', '--is-ancestor', earlier, tip]);
    }
    tips.push(tip);
  }
  people.fsck();
  const opened = await openRepo({ remote: people.path, stateDir: join(folder, 'state'), adapter: 'isomorphic' });
  if (!opened.ok) throw new Error(opened.error.message);
  const fetched = await opened.value.fetch([ref]);
  expect(fetched).toEqual({ ok: true, value: new Map([[ref, tips.at(-1)]]) });
  await opened.value.close();
  expect(Number(people.git(['rev-list', '--count', ref]))).toBeGreaterThanOrEqual(kills);
  // One more run takes away what the last kill may have left.
  await runAndKill(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] }), 0);
  rmSync(folder, { recursive: true, force: true });
}, 180_000);
