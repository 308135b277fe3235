import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { armor, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeEach, expect, test } from 'vitest';
import { openAgeSecrets } from '../../../src/adapters/secrets/age.ts';
import { makeTestFolder } from '../folder.ts';

const [facility, recovery, stranger] = await Promise.all([1, 2, 3].map(() => generateX25519Identity()));
if (facility === undefined || recovery === undefined || stranger === undefined) throw new Error('three keys');

async function seal(text: string, ...keys: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const key of keys) encrypter.addRecipient(await identityToRecipient(key));
  return encrypter.encrypt(text);
}

let keyFile: string;
let files: Map<string, Uint8Array>;
beforeEach(async () => {
  keyFile = join(await makeTestFolder(), 'age.key');
  files = new Map();
  await writeFile(keyFile, `# created: today\n# public key: age1…\n${facility}\n`, { mode: 0o600 });
});

const open = () =>
  openAgeSecrets({ keyFile, folder: 'facilities/ams1/secrets', read: async (name) => files.get(name) ?? null });

async function errorOf(name: string): Promise<string> {
  const result = await open().credentials(name);
  if (result.ok) throw new Error('it was opened');
  return result.error;
}

test('what was sealed for this facility opens, in bytes or in armor', async () => {
  const sealed = await seal('username: admin\npassword: hunter2\n', recovery, facility);
  files.set('bytes', sealed);
  files.set('armored', Buffer.from(armor.encode(sealed)));
  for (const name of files.keys()) {
    const result = await open().credentials(name);
    expect(result.ok && [result.value.username, result.value.password.reveal()]).toEqual(['admin', 'hunter2']);
  }
});

test('a replaced file or key is seen at once', async () => {
  const secrets = open();
  const password = async () => {
    const result = await secrets.credentials('bmc');
    return result.ok ? result.value.password.reveal() : result.error;
  };
  files.set('bmc', await seal('username: a\npassword: "1"', facility));
  expect(await password()).toBe('1');
  expect(await password()).toBe('1');
  files.set('bmc', await seal('username: a\npassword: "2"', facility));
  expect(await password()).toBe('2');
  await writeFile(keyFile, stranger);
  expect(await password()).toContain('other recipients');
  await writeFile(keyFile, `${stranger}\r\n\n${facility}`);
  expect(await password()).toBe('2');
  files.delete('bmc');
  expect(await password()).toContain('does not exist in the accepted commit');
});

test('errors name the file and show nothing of key or content', async () => {
  files.set('stranger', await seal('username: a\npassword: hunter2', stranger));
  files.set(
    'damaged',
    (await seal('username: a\npassword: hunter2', facility)).map((byte, at) => (at > 200 ? ~byte : byte)),
  );
  files.set('plain', Buffer.from('username: a\npassword: hunter2\n'));
  files.set('armored', Buffer.from('-----BEGIN AGE ENCRYPTED FILE-----\nhunter2\n'));
  files.set('large', new Uint8Array(2 ** 20));
  files.set('shape', await seal('hunter2: true', facility));
  for (const name of files.keys()) {
    const error = await errorOf(name);
    expect(error).toContain(`facilities/ams1/secrets/${name}.age`);
    expect(error).not.toMatch(/hunter2|AGE-SECRET-KEY-1/);
  }
  expect(await errorOf('../ams2/secrets/bmc')).toContain('is not a name of credentials');
});

test('a key file must be private, and hold keys', async () => {
  files.set('bmc', await seal('username: a\npassword: b', facility));
  for (const [content, expected] of [
    ['', 'holds 0 keys'],
    ['# nothing\n', 'holds 0 keys'],
    ['AGE-SECRET-KEY-1HUNTER2', 'no age key'],
    [`${facility}\n`.repeat(17), 'holds 17 keys'],
  ] as const) {
    await writeFile(keyFile, content);
    const error = await errorOf('bmc');
    expect(error).toContain(expected);
    expect(error).not.toContain('HUNTER2');
  }
  keyFile = join(keyFile, '..', 'open.key');
  await writeFile(keyFile, facility, { mode: 0o644 });
  expect(await errorOf('bmc')).toContain('chmod 600');
  keyFile = join(keyFile, '..', 'missing.key');
  expect(await errorOf('bmc')).toContain('missing.key does not exist');
});
