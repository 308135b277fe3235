import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeEach, expect, test } from 'vitest';
import { openAgeHostLogins } from '../../../src/adapters/secrets/age.ts';
import { openFolderHostLogins, openFolderSecrets } from '../../../src/adapters/secrets/folder.ts';
import { makeTestFolder } from '../folder.ts';

// The frame of a key is enough for whoever only hands it on; whether it is one is found out by whoever uses it.
const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n-----END OPENSSH PRIVATE KEY-----\n';
const yaml = (username: string, text: string): string =>
  `username: ${username}\nprivateKey: |\n${text.replace(/^(?=.)/gm, '  ')}`;

let folder: string;
beforeEach(async () => {
  folder = await makeTestFolder();
});
const write = (name: string, text: string): Promise<void> =>
  writeFile(join(folder, `${name}.yaml`), text, { mode: 0o600 });

test('who logs in to a host, and with which key, out of a folder', async () => {
  await write('host', yaml('root', key));
  const result = await openFolderHostLogins(folder).hostLogin('host');
  expect(result.ok && [result.value.username, result.value.privateKey.reveal()]).toEqual(['root', key]);
  expect(JSON.stringify(result)).not.toContain('c2VjcmV0');
});

test('the same sealed with age', async () => {
  const identity = await generateX25519Identity();
  const keyFile = join(folder, 'age.key');
  await writeFile(keyFile, `${identity}\n`, { mode: 0o600 });
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const sealed = await encrypter.encrypt(yaml('ops', key));
  const logins = openAgeHostLogins({ keyFile, folder: 'facilities/ams1/secrets', read: async () => sealed });
  const result = await logins.hostLogin('host');
  expect(result.ok && [result.value.username, result.value.privateKey.reveal()]).toEqual(['ops', key]);
});

test.each([
  ['username: root\n', 'privateKey is missing'],
  ['username: root\npassword: hunter2\n', 'another key'],
  [yaml('-oProxyCommand=x', key), 'no name of a user'],
  [yaml('root', 'c2VjcmV0\n'), 'no private key'],
  [`username: root\nprivateKey: ${'x'.repeat(20_000)}`, 'at most 16384'],
])('what is no login is told of, without a byte of it', async (text, why) => {
  await write('host', text);
  const result = await openFolderHostLogins(folder).hostLogin('host');
  expect(result.ok ? '' : result.error).toContain(why);
  expect(JSON.stringify(result)).not.toMatch(/hunter2|c2VjcmV0/);
});

test('a login is no credentials, nor the other way round; and nobody else may read either', async () => {
  await write('host', yaml('root', key));
  expect((await openFolderSecrets(folder).credentials('host')).ok).toBe(false);
  await chmod(join(folder, 'host.yaml'), 0o644);
  expect((await openFolderHostLogins(folder).hostLogin('host')).ok).toBe(false);
});
