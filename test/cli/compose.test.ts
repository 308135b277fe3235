import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretsOf } from '../../src/cli/compose.ts';

const root = mkdtempSync(join(tmpdir(), 'compose-'));
const secretsFolder = join(root, 'secrets');
const ageKeyFile = join(root, 'age.key');
const text = (password: string): string => `username: admin\npassword: ${password}\n`;
let sealed: Uint8Array;

beforeAll(async () => {
  mkdirSync(secretsFolder);
  writeFileSync(join(secretsFolder, 'bmc-default.yaml'), text('of-the-folder'), { mode: 0o600 });
  const identity = await generateIdentity();
  writeFileSync(ageKeyFile, `${identity}\n`, { mode: 0o600 });
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  sealed = await encrypter.encrypt(text('of-the-repo'));
});
afterAll(() => rmSync(root, { recursive: true }));

describe('credentials that a manifest names', () => {
  const read: string[] = [];
  const ask = (options: { readonly secretsFolder?: string; readonly ageKeyFile?: string }, name = 'bmc-default') =>
    secretsOf({ facility: 'ams1', ...options }, async (path) => {
      read.push(path);
      return path === 'facilities/ams1/secrets/bmc-default.age' || path.endsWith('only-sealed.age') ? sealed : null;
    }).credentials(name);

  it('come out of the folder, also where there is a key, and then from nowhere else', async () => {
    for (const options of [{ secretsFolder }, { secretsFolder, ageKeyFile }]) {
      const found = await ask(options);
      expect(found.ok && found.value.password.reveal()).toBe('of-the-folder');
      const missing = await ask(options, 'only-sealed');
      expect(missing).toMatchObject({ ok: false, error: expect.stringContaining(join(secretsFolder, 'only-sealed')) });
    }
    expect(read).toEqual([]);
  });

  it('come out of the commit that is acted upon, with a key alone', async () => {
    const found = await ask({ ageKeyFile });
    expect(found.ok && found.value.password.reveal()).toBe('of-the-repo');
    expect(read).toEqual(['facilities/ams1/secrets/bmc-default.age']);
  });

  it('come from nowhere without either, and both options are named', async () => {
    expect(await ask({})).toMatchObject({ ok: false, error: expect.stringMatching(/--secrets DIR or --age-key FILE/) });
  });
});
