import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, describe, expect, it } from 'vitest';
import { noVault, openAgeVault } from '../../../src/adapters/secrets/vault.ts';
import { Secret } from '../../../src/model/secret.ts';

const folder = mkdtempSync(join(tmpdir(), 'vault-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function makeKey(name: string): Promise<{ readonly file: string; readonly recipient: string }> {
  const identity = await generateIdentity();
  const file = join(folder, name);
  writeFileSync(file, `# made for a test\n${identity}\n`, { mode: 0o600 });
  return { file, recipient: await identityToRecipient(identity) };
}

describe('the vault', () => {
  it('opens what it sealed, with the key of the facility or the one for recovery, and with no other', async () => {
    const [own, recovery, stranger] = [await makeKey('own'), await makeKey('recovery'), await makeKey('stranger')];
    const recipients = [own.recipient, recovery.recipient];
    const vault = openAgeVault(own.file);
    expect(await vault.objection(recipients)).toBeNull();
    const sealed = await vault.seal(new Secret('a password'), recipients);
    expect(sealed).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
    expect(sealed).not.toContain('a password');
    for (const { file } of [own, recovery]) {
      const opened = await openAgeVault(file).open(sealed);
      expect(opened.ok && opened.value.reveal()).toBe('a password');
    }
    expect(await openAgeVault(stranger.file).open(sealed)).toMatchObject({ ok: false });
    expect(await vault.open(sealed.replace(/[a-z]/, 'X'))).toMatchObject({ ok: false });
    expect(await vault.open('nothing of the kind')).toMatchObject({ ok: false });
  });

  it('objects where it could not open again what it seals, and looks again when that is mended', async () => {
    const [own, other] = [await makeKey('own-2'), await makeKey('other-2')];
    const vault = openAgeVault(own.file);
    expect(await vault.objection([other.recipient])).toMatch(/name its public half/);
    expect(await vault.objection([`${own.recipient.slice(0, -1)}${own.recipient.endsWith('q') ? 'p' : 'q'}`])).toMatch(
      /is no age recipient/,
    );
    expect(await openAgeVault(join(folder, 'none')).objection([own.recipient])).toMatch(/cannot be opened/);
    expect(await vault.objection([own.recipient, other.recipient])).toBeNull();
  });

  it('is not there without a key, and says so', async () => {
    expect(await noVault.objection([])).toMatch(/--age-key/);
    expect(await noVault.open('x')).toMatchObject({ ok: false });
  });
});
