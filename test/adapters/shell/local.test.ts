import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalShells } from '../../../src/adapters/shell/local.ts';
import { word } from '../../../src/drivers/sh.ts';
import type { ShellOptions } from '../../../src/ports/shell.ts';
import { isLong } from '../../long.ts';
import { makeTestFolder } from '../folder.ts';

const subject = { name: 'here', address: '127.0.0.1', port: 22, credentials: 'none', hostKey: '', within: [] };
const shell = createLocalShells().of(subject);
const options: ShellOptions = { timeoutMs: 60_000, outputMax: 1024 * 1024, signal: new AbortController().signal };

describe('the shell of this host', () => {
  it('runs a script of any length, and hands on its input to the byte', async () => {
    const script = `: ${word('x'.repeat(300_000))}\ncat; echo said >&2; exit 3`;
    const input = `\n\u{1f600}${'y'.repeat(300_000)}\n\n`;
    expect(await shell.run(script, input, options)).toEqual({
      kind: 'exited',
      code: 3,
      stdout: input,
      stderr: 'said\n',
    });
  });

  it('takes any words as they are', async () => {
    const texts = fc.array(
      fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
      { maxLength: 5 },
    );
    const property = fc.asyncProperty(texts, async (words) => {
      const ran = await shell.run(`printf '%s\\037' ${words.map(word).join(' ')}`, '', options);
      expect(ran).toMatchObject({ kind: 'exited', code: 0 });
      const said = ran.kind === 'exited' ? ran.stdout : '';
      const expected = words.length === 0 ? '\u001f' : words.map((text) => `${text}\u001f`).join('');
      expect(said).toBe(Buffer.from(expected).toString());
    });
    await fc.assert(property, { numRuns: isLong ? 1_000 : 20 });
  });

  it('is given up on in time, when called off, and when it says too much, with all that it started', async () => {
    const mark = join(await makeTestFolder(), 'pid');
    const script = `sleep 600 & echo $! >${mark}; wait`;
    expect(await shell.run(script, '', { ...options, timeoutMs: 1_000 })).toMatchObject({
      kind: 'failed',
      reason: 'timeout',
      began: true,
    });
    const pid = Number(await readFile(mark, 'utf8').catch(() => '0'));
    if (pid > 0) await expect.poll(() => isGone(pid), { timeout: 30_000 }).toBe(true);
    const off = new AbortController();
    const running = shell.run('sleep 600', '', { ...options, signal: off.signal });
    off.abort();
    expect(await running).toMatchObject({ reason: 'aborted' });
    expect(await shell.run('yes', '', { ...options, outputMax: 100 })).toMatchObject({
      reason: 'too-large',
      began: true,
    });
    const before = await shell.run('true', '', { ...options, signal: AbortSignal.abort() });
    expect(before).toMatchObject({ reason: 'aborted', began: false });
  });
});

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
