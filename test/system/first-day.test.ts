import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { EffectEntry } from '../../src/twin/effect.ts';
import { isLong } from '../long.ts';
import { dist } from './world/children.ts';
import { eventually, sleep } from './world/wait.ts';

/** docs/first-day.md as somebody follows it who has nothing but the page: its own commands, in its own order. */

const machines = isLong ? 200 : 24;
/** Long enough for a machine that is busy with something else; nothing is decided by how long anything takes. */
const patienceMs = 600_000;
const page = readFileSync(fileURLToPath(new URL('../../docs/first-day.md', import.meta.url)), 'utf8');

interface Block {
  readonly heading: string;
  readonly language: string;
  readonly text: string;
}

function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let heading = '';
  for (const [, title, language = '', text = ''] of markdown.matchAll(/^#+ (.*)$|^```(\w+)\n([\s\S]*?)^```$/gm)) {
    if (title !== undefined) heading = title;
    else blocks.push({ heading, language, text });
  }
  return blocks;
}

/** A home of its own, in which commands are typed. */
class Desk {
  readonly home = mkdtempSync(join(tmpdir(), 'nanometal-first-day-'));
  readonly #env: Readonly<Record<string, string>>;
  readonly #open = new Set<ChildProcess>();
  folder = this.home;

  constructor() {
    const programs = join(this.home, 'bin');
    mkdirSync(programs);
    writeFileSync(
      join(programs, 'nanometal'),
      `#!/bin/sh\nexec '${process.execPath}' '${dist}/program/main.js' "$@"\n`,
    );
    chmodSync(join(programs, 'nanometal'), 0o755);
    this.#env = {
      PATH: `${programs}:${process.env.PATH}`,
      HOME: this.home,
      TZ: 'UTC',
      GIT_CONFIG_NOSYSTEM: '1',
      ...Object.fromEntries(['AUTHOR', 'COMMITTER'].map((who) => [`GIT_${who}_NAME`, 'Ada'])),
      ...Object.fromEntries(['AUTHOR', 'COMMITTER'].map((who) => [`GIT_${who}_EMAIL`, 'ada@example.org'])),
    };
  }

  /** Runs it to its end, which must be a good one; the next command is typed in the folder where it left us. */
  async type(script: string): Promise<string> {
    const left = join(this.home, 'left-in');
    const { child, said } = this.begin(`${script}\npwd > '${left}'\n`);
    const code = await new Promise((done) => child.once('close', done));
    expect(code, `${script}\n${said.join('')}`).toBe(0);
    this.folder = readFileSync(left, 'utf8').trim();
    return said.join('');
  }

  /** In a terminal of its own. */
  begin(script: string): { readonly child: ChildProcess; readonly said: readonly string[] } {
    const said: string[] = [];
    const options = { cwd: this.folder, env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] as const };
    const child = spawn('bash', ['-euo', 'pipefail', '-c', script], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#open.add(child);
    child.once('close', () => this.#open.delete(child));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => void said.push(text));
    }
    return { child, said };
  }

  /** What is seen within a minute is one commit, so that the first may not have all of them. */
  async hasLooked(): Promise<true | null> {
    const told = await this.type('git show status/ams1:facility.json 2> /dev/null || echo null');
    if (Object(JSON.parse(told)).counts?.reachable === machines) return true;
    await sleep(1_000);
    return null;
  }

  async stop(child: ChildProcess): Promise<void> {
    if (!this.#open.has(child)) return;
    const closed = new Promise((done) => child.once('close', done));
    child.kill('SIGTERM');
    await closed;
  }

  async leave(): Promise<void> {
    for (const child of this.#open) await this.stop(child);
    rmSync(this.home, { recursive: true, force: true });
  }
}

let desk: Desk;
afterEach(() => desk?.leave());

/** The page's own simulator, on ports that are free here. */
async function serve(command: string): Promise<number> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * (32_000 - 20_000 - machines));
    const asked = command.trim().replace('--count 24', `--count ${machines}`);
    const { child, said } = desk.begin(`exec ${asked} --port ${port} --effects '${desk.home}/effects.ndjson'`);
    const began = await eventually(
      'the simulator serves',
      () => {
        if (said.join('').includes(`ready ${machines}\n`)) return 'ready';
        return child.exitCode === null ? null : 'ended';
      },
      patienceMs,
    );
    if (began === 'ready') return port;
    if (!said.join('').includes('EADDRINUSE')) throw new Error(said.join(''));
  }
  throw new Error('no free ports');
}

function effects(): readonly EffectEntry[] {
  const lines = readFileSync(join(desk.home, 'effects.ndjson'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): EffectEntry => JSON.parse(line));
}

/** The one block under a heading that is like this. */
function example(blocks: readonly Block[], heading: string, language: string): string {
  const found = blocks.filter((block) => block.heading === heading && block.language === language);
  expect(found, `${language} under "${heading}"`).toHaveLength(1);
  return found[0]?.text ?? '';
}

function edit(path: string, change: (text: string) => string): void {
  const file = join(desk.folder, path);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const after = change(before);
  expect(after, path).not.toBe(before);
  writeFileSync(file, after);
}

// As long as a first day is: the long form's, or by name with NANOMETAL_TEST=brief.
describe.runIf(isLong || process.env.NANOMETAL_TEST === 'brief')('docs/first-day.md', () => {
  it(`leads from an empty folder to ${machines} adopted machines, and nothing happens to them`, async () => {
    desk = new Desk();
    const blocks = blocksOf(page);
    const typed = blocks.filter(({ language }) => language === 'sh');
    const took: (readonly [string, number])[] = [];
    const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
      const began = performance.now();
      const done = await work();
      took.push([what.replace(/\s+/g, ' '), (performance.now() - began) / 1_000]);
      return done;
    };
    let port = 0;
    let reconcile = '';
    /** What people put in the place of the page's examples. */
    const ours = (text: string): string =>
      text
        .replace('18000-18023', `${port}-${port + machines - 1}`)
        .replaceAll('2026-11-26', new Date().toISOString().slice(0, 10))
        .replaceAll('https://git.example.org/fleet.git', '.')
        .replaceAll(/ --git-token-file \S+/g, '')
        .replaceAll('/etc/nanometal/secrets', '../secrets')
        .replaceAll(/\\\n\s*/g, '');
    const merge = (branch: RegExp) => async (): Promise<void> => {
      const known = await desk.type('git for-each-ref --format="%(refname:short)"');
      const found = known.split('\n').filter((name) => branch.test(name));
      // The newest of the day.
      await desk.type(`git merge --quiet ${found.sort().at(-1)}`);
    };

    for (const { heading, text } of typed) {
      const script = ours(text);
      const first = script.split('\n').find((line) => line.startsWith('nanometal')) ?? script.split('\n')[0] ?? '';
      if (script.startsWith('nanometal sim')) {
        port = await timed(script, () => serve(script));
      } else if (script.includes('--from-status')) {
        // Needs a sweep by the reconciler, which test/system/discover.test.ts waits for.
      } else if (heading === '7. Keep looking') {
        const [run = '', ...rest] = script.split('\n');
        const { child } = desk.begin(`exec ${run}`);
        await timed(run, () => eventually('it has looked', () => desk.hasLooked(), patienceMs));
        const told = await timed(rest.join(' '), () => desk.type(rest.join('\n')));
        expect(told).toContain(`${machines} machines, ${machines} reachable, ${machines} as declared`);
        await desk.stop(child);
      } else if (script.startsWith('nanometal run')) {
        // "With --once it ends when it has seen all of them."
        reconcile = `${script.trim()} --once`;
        await timed(reconcile, () => desk.type(reconcile));
      } else {
        if (script.includes('racks.csv')) edit('racks.csv', () => ours(csv(example(blocks, heading, 'csv'), port)));
        const told = await timed(first, () => desk.type(script));
        if (script.includes('nanometal plan')) expect(told).toContain('Nothing to start, nothing held.');
        if (heading === '3. Make the manifests true' || heading === '4. Take them over') {
          await merge(/^adopt\/ams1\//)();
          await timed(`merged; ${reconcile}`, () => desk.type(reconcile));
        }
        if (heading === '5. See that nothing happens') expect(told).not.toContain('≠');
      }
      if (script.startsWith('nanometal init')) {
        const simulated = /with the simulator: (\[\S+\])/.exec(example(blocks, heading, 'yaml'))?.[1];
        edit('facilities/ams1/facility.yaml', (before) => before.replace(/bmc: \[\S+\].*/, `bmc: ${simulated}`));
      }
      if (script.includes('bmc-default.yaml')) {
        const wanted = example(blocks, '3. Where to look', 'yaml')
          .replace(/^ {4}- \d.*\n/gm, '')
          .replace('# - 127', '- 127');
        edit('facilities/ams1/discovery.yaml', () => ours(wanted));
      }
    }

    const management = await desk.type('grep -rh management: facilities/ams1/machines | sort | uniq -c');
    expect(management.trim().split(/\s+/)).toEqual([`${machines}`, 'management:', 'manage']);
    const received = effects();
    expect(received.length).toBeGreaterThan(machines);
    expect(received.filter((entry) => entry.class !== 'session')).toEqual([]);
    const longest = Math.max(...took.map(([what]) => what.length));
    for (const [what, seconds] of took) {
      process.stdout.write(`    ${what.padEnd(longest)} ${seconds.toFixed(1).padStart(6)} s\n`);
    }
  }, 1_800_000);
});

/** The rows of the page, at addresses of the simulator. */
const csv = (rows: string, port: number): string =>
  rows.replace('10.1.3.12', `127.0.0.1:${port}`).replace('10.1.3.13', `127.0.0.1:${port + 1}`);
