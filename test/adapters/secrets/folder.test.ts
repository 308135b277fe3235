import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { openFolderSecrets } from '../../../src/adapters/secrets/folder.ts';
import { parseCredentials } from '../../../src/adapters/secrets/parse.ts';
import { whoElse } from '../../../src/adapters/secrets/private-file.ts';
import { makeTestFolder } from '../folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await makeTestFolder();
});

const put = (name: string, content: string, mode = 0o600): Promise<void> =>
  writeFile(join(folder, name), content, { mode });

async function errorOf(name: string): Promise<string> {
  const result = await openFolderSecrets(folder).credentials(name);
  if (result.ok) throw new Error('it was read');
  return result.error;
}

test('a file is credentials, and is read anew each time', async () => {
  const secrets = openFolderSecrets(folder);
  await put('bmc-default.yaml', 'username: admin\npassword: "pass word"\n');
  const first = await secrets.credentials('bmc-default');
  expect(first.ok && [first.value.username, first.value.password.reveal()]).toEqual(['admin', 'pass word']);
  expect(JSON.stringify(first)).not.toContain('pass word');
  await put('bmc-default.yaml', '{ password: "2", username: root }');
  const second = await secrets.credentials('bmc-default');
  expect(second.ok && [second.value.username, second.value.password.reveal()]).toEqual(['root', '2']);
});

test('what is not there is told with its path', async () => {
  expect(await errorOf('missing')).toBe(`${join(folder, 'missing.yaml')} does not exist: create it with mode 600`);
});

test('a name that is none does not reach a path', async () => {
  await put('a.yaml', 'username: a\npassword: b\n');
  for (const name of ['', '..', '../a', './a', 'a/b', '/a', 'A', 'a_b', '-a', 'a-', 'a\0', 'a'.repeat(64)]) {
    expect(await errorOf(name)).toContain('is not a name of credentials');
  }
});

test('a file that others may read is refused, with the remedy', async () => {
  await put('open.yaml', 'username: a\npassword: hunter2\n');
  for (const mode of [0o644, 0o604, 0o640, 0o660, 0o602, 0o601]) {
    await chmod(join(folder, 'open.yaml'), mode);
    expect(await errorOf('open')).toContain('chmod 600');
  }
  await chmod(join(folder, 'open.yaml'), 0o400);
  expect(await openFolderSecrets(folder).credentials('open')).toMatchObject({ ok: true });
});

test('who else may read it depends on whose it is', () => {
  expect(whoElse({ mode: 0o100440, uid: 0 }, 1000)).toBeNull();
  expect(whoElse({ mode: 0o100440, uid: 1000 }, 1000)).toContain('group');
  expect(whoElse({ mode: 0o100460, uid: 0 }, 1000)).toContain('group');
  expect(whoElse({ mode: 0o100444, uid: 0 }, 1000)).toContain('everybody');
  expect(whoElse({ mode: 0o100666, uid: 0 }, undefined)).toBeNull();
});

test('links are followed, since mounted secrets are links; folders are no files', async () => {
  await put('real', 'username: a\npassword: b\n');
  await symlink('real', join(folder, 'linked.yaml'));
  expect(await openFolderSecrets(folder).credentials('linked')).toMatchObject({ ok: true });
  await mkdir(join(folder, 'folder.yaml'));
  expect(await errorOf('folder')).toContain('is not a file');
});

describe('content', () => {
  const parse = (content: string | Uint8Array) =>
    parseCredentials('DIR/x.yaml', typeof content === 'string' ? Buffer.from(content) : content);

  test.each([
    ['an empty file', '', 'not a map'],
    ['a list', '- hunter2', 'not a map'],
    ['a bare text', 'hunter2', 'not a map'],
    ['no password', 'username: hunter2', 'password is missing'],
    ['no username', 'password: hunter2', 'username is missing'],
    ['an empty password', 'username: a\npassword: ""', 'password is missing or empty'],
    ['nothing for a password', 'username: a\npassword:', 'password is not text'],
    ['a number', 'username: a\npassword: 12345', 'put it in quotes'],
    ['a map for a password', 'username: a\npassword: { hunter2: x }', 'password is not text'],
    ['another key', 'username: a\npassword: b\nhunter2: x', 'another key'],
    ['a key twice', 'username: a\npassword: b\npassword: hunter2', 'line 3 is not YAML'],
    ['an alias', 'username: &a hunter2\npassword: *a', 'password is not text'],
    ['broken YAML', 'username: a\npassword: "hunter2\n', 'is not YAML'],
    ['two documents', 'username: a\npassword: b\n---\nhunter2: x\n', 'is not YAML'],
    ['a tag', 'username: a\npassword: !!binary hunter2', 'password is not text'],
    ['too long', `username: a\npassword: ${'x'.repeat(2_000)}`, 'more than 1024 characters'],
    ['too large', `username: a\npassword: b\n#${'x'.repeat(20_000)}`, 'more than 16384 bytes'],
    ['not UTF-8', Uint8Array.of(0xff, 0xfe), 'not UTF-8'],
  ])('%s is refused, and not shown', (_, content, expected) => {
    const result = parse(content);
    if (result.ok) throw new Error('it was taken');
    expect(result.error).toMatch(/^DIR\/x\.yaml: /);
    expect(result.error).toContain(expected);
    expect(result.error).toContain('expected exactly two keys');
    expect(result.error).not.toContain('hunter2');
  });

  test('any bytes are credentials or an error, and never a throw', () => {
    fc.assert(fc.property(fc.oneof(fc.uint8Array(), fc.string().map(Buffer.from)), (content) => void parse(content)));
  });

  test('any two texts survive', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (username, password) => {
        const result = parse(JSON.stringify({ username, password }));
        expect(result.ok && [result.value.username, result.value.password.reveal()]).toEqual([username, password]);
      }),
    );
  });
});
