import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { agentImage, build } from './world/agent-image.ts';
import { skipMetal } from './world/needs.ts';
import { sha256 } from './world/tiny-image.ts';

const names = ['agent.efi', 'boot.iso', 'initrd', 'vmlinuz'];

describe.skipIf(skipMetal)("the agent's image", () => {
  let image: string;
  let again: string;
  beforeAll(async () => {
    image = await agentImage();
    again = mkdtempSync(join(tmpdir(), 'nanometal-metal-'));
  });
  afterAll(() => rmSync(again, { recursive: true, force: true }));

  const manifest = (): Record<string, unknown> => JSON.parse(readFileSync(join(image, 'manifest.json'), 'utf8'));

  it('is what its manifest says', () => {
    expect(manifest()).toMatchObject({
      version: readFileSync(new URL('../../agent/VERSION', import.meta.url), 'utf8').trim(),
      contract: 1,
      arch: 'amd64',
      files: Object.fromEntries(
        names.map((name) => {
          const path = join(image, name);
          return [name, { sha256: sha256(readFileSync(path)), bytes: statSync(path).size }];
        }),
      ),
    });
  });

  it.each([
    ['boot.iso', 'settings', `${'# nanometal.conf: reserved'.padEnd(65_536, '\n')}`],
    ['agent.efi', 'cmdline', 'nanometal.reserved='.padEnd(1024, ' ')],
  ])('%s has its %s reserved once, where the manifest says', (name, area, content) => {
    const bytes = readFileSync(join(image, name));
    const offset = bytes.indexOf(content.trimEnd());
    expect(bytes.indexOf(content.trimEnd(), offset + 1)).toBe(-1);
    expect(manifest()).toMatchObject({ [area]: { file: name, offset, bytes: content.length } });
    expect(bytes.subarray(offset, offset + content.length).toString('latin1')).toBe(content);
  });

  it.skipIf(!isLong)('is the same, byte for byte, when it is built again', async () => {
    await build(again, '--rebuild');
    expect(readFileSync(join(again, 'manifest.json'), 'utf8')).toBe(readFileSync(join(image, 'manifest.json'), 'utf8'));
    for (const name of names)
      expect(sha256(readFileSync(join(again, name))), name).toBe(sha256(readFileSync(join(image, name))));
  });
});
