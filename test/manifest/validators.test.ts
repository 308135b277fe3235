import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { machinePath, machineText } from './tree.ts';

test('no schema is compiled at run time, which would hold up the process', async () => {
  const parser = new URL('../../src/manifest/parse.ts', import.meta.url).href;
  const script = `
    const { parseFile } = await import(${JSON.stringify(parser)});
    const parsed = parseFile(${JSON.stringify(machinePath('m'))}, new TextEncoder().encode(process.argv[1]));
    console.log(parsed.ok ? 'taken' : parsed.error[0].message);
  `;
  const loader = new URL('../adapters/git/load-typescript.mjs', import.meta.url).pathname;
  // Compiling makes code out of text, which this Node is told to refuse.
  const node = ['--disallow-code-generation-from-strings', '--import', loader, '--input-type=module', '-e', script];
  const say = async (text: string): Promise<string> =>
    (await promisify(execFile)(process.execPath, [...node, text])).stdout.trim();
  expect(await say(machineText('m'))).toBe('taken');
  expect(await say(machineText('m').replace('spec:', 'spec:\n  powr: On'))).toBe('`powr` is no field of `spec`');
});
