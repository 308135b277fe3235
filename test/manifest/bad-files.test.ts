import { describe, expect, test } from 'vitest';
import { limits } from '../../src/manifest/limits.ts';
import { parseFile } from '../../src/manifest/parse.ts';
import { renderProblem } from '../../src/manifest/render.ts';
import { badFileCases } from './bad-files.ts';
import { bytesOf, machinePath, machineText } from './tree.ts';

describe('a file that is wrong', () => {
  // The schemas are compiled at first use, which is no matter of the files.
  parseFile(machinePath('m'), bytesOf(machineText('m')));
  const told: string[] = [];
  const peakRssBefore = process.resourceUsage().maxRSS;
  let slowest = { name: '', ms: 0 };

  test.each(badFileCases)('%s', (name, where, content) => {
    const bytes = typeof content === 'string' ? bytesOf(content) : content;
    const started = performance.now();
    const result = parseFile(where, bytes);
    const ms = performance.now() - started;
    if (ms > slowest.ms) slowest = { name, ms };
    if (result.ok) throw new Error('it was taken');
    expect(result.error.length).toBeGreaterThan(0);
    expect(result.error.length).toBeLessThanOrEqual(limits.problems + 1);
    const text = result.error.slice(0, 8).map(renderProblem).join('\n');
    expect(text).not.toMatch(/hunter2|polluted/);
    const more = result.error.length > 8 ? `\n(${result.error.length} in all)` : '';
    told.push(`## ${name}\n${text}${more}\n`);
  });

  test('is told of in words that help', async () => {
    expect(told).toHaveLength(badFileCases.length);
    await expect(told.join('\n')).toMatchFileSnapshot('../fixtures/manifest/bad-files.txt');
  });

  test('costs little', () => {
    const grown = (process.resourceUsage().maxRSS - peakRssBefore) / 1024;
    console.log(`slowest: ${slowest.name}, ${slowest.ms.toFixed(1)} ms; peak memory grew by ${grown.toFixed(0)} MiB`);
    expect(grown).toBeLessThan(300);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
  });
});
