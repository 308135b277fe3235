import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openAgentFolder } from '../../../src/adapters/boot-server/agent-folder.ts';
import { overlaidContent } from '../../../src/adapters/boot-server/content.ts';
import { bootKeysOf, openBootSecret } from '../../../src/adapters/boot-server/keys.ts';
import { readRange } from '../../../src/adapters/boot-server/range.ts';
import { openDisk } from '../../../src/adapters/disk.ts';
import { makeTestFolder } from '../folder.ts';
import {
  bootService,
  type Called,
  call,
  digest,
  expected,
  type Ground,
  isoBytes,
  openGround,
  writeAgentFolder,
} from './ground.ts';

async function ground(change: Parameters<typeof openGround>[0] = {}): Promise<Ground> {
  const opened = await openGround(change);
  onTestFinished(() => opened.close());
  opened.agents.expect(
    opened.boot,
    new Map([
      ['ams1-r01-u01', expected],
      [
        'ams1-r01-u02',
        { ...expected, identity: { serial: 'B', uuid: expected.identity.uuid ?? '' }, attempt: digest('3') },
      ],
    ]),
  );
  await opened.agents.settled();
  return opened;
}

const get = ({ boot }: Ground, path: string, range?: string, method: 'GET' | 'HEAD' = 'GET'): Promise<Called> =>
  call(
    boot,
    { from: path.startsWith('/media') ? 'bmc' : 'provisioning', secure: false, method, path },
    undefined,
    range,
  );

describe('the medium of a machine', () => {
  it('is the ISO of the agent, with its settings in the place that is reserved, and no other byte changed', async () => {
    const opened = await ground();
    const [one, two] = [digest('1'), digest('3')].map(
      (attempt) => new URL(opened.agents.mediumOf(attempt).iso).pathname,
    );
    const first = await get(opened, one ?? '');
    const second = await get(opened, two ?? '');
    const plain = isoBytes();
    expect(first.status).toBe(200);
    expect(first.headers['content-length']).toBe(String(plain.length));
    expect(first.headers['content-type']).toBe('application/vnd.efi-iso');
    const area = (bytes: Buffer): string => bytes.subarray(300_000, 300_000 + 65_536).toString('latin1');
    expect(area(first.body)).toMatch(
      /^# nanometal\.conf: reserved\ncontract=1\nurl=https:\/\/127\.0\.0\.1:\d+\npin=.{44}\nkey=.{60}\ntoken=[\w-]{43}\n\n+$/,
    );
    expect(area(first.body)).not.toBe(area(second.body));
    for (const { body } of [first, second]) {
      expect(body.length).toBe(plain.length);
      expect(body.subarray(0, 300_000).equals(plain.subarray(0, 300_000))).toBe(true);
      expect(body.subarray(365_536).equals(plain.subarray(365_536))).toBe(true);
    }
  });

  it('is read in parts, and its size is told', async () => {
    const opened = await ground();
    const { pathname } = new URL(opened.agents.mediumOf(digest('1')).iso);
    const { body: whole } = await get(opened, pathname);
    const head = await get(opened, pathname, undefined, 'HEAD');
    expect(head).toMatchObject({
      status: 200,
      headers: { 'content-length': String(whole.length), 'accept-ranges': 'bytes' },
    });
    expect(head.body.length).toBe(0);
    for (const [from, to] of [
      [0, 0],
      [299_990, 300_050],
      [300_010, 300_020],
      [365_000, 366_000],
      [whole.length - 1, whole.length - 1],
    ] as const) {
      const part = await get(opened, pathname, `bytes=${from}-${to}`);
      expect(part.status).toBe(206);
      expect(part.headers['content-range']).toBe(`bytes ${from}-${to}/${whole.length}`);
      expect(part.body.equals(whole.subarray(from, to + 1))).toBe(true);
    }
    expect((await get(opened, pathname, `bytes=${whole.length}-`)).status).toBe(416);
  });

  it('has the same bytes in whatever parts it is read', async () => {
    const path = join(await makeTestFolder(), 'iso');
    const plain = Buffer.from(Array.from({ length: 64 }, (_, i) => 100 + i));
    await writeFile(path, plain);
    const overlay = Buffer.from('overlay!');
    const want = Buffer.concat([plain.subarray(0, 20), overlay, plain.subarray(28)]);
    const content = overlaidContent(path, 64, 20, overlay);
    await fc.assert(
      fc.asyncProperty(fc.nat(64), fc.nat(64), async (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const got: Uint8Array[] = [];
        for await (const chunk of content.read(from, to)) got.push(chunk);
        expect(Buffer.concat(got).equals(want.subarray(from, to))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('boot files', () => {
  it('have the types that firmware asks for, and the agent as EFI program knows where we are', async () => {
    const opened = await ground();
    expect((await get(opened, '/boot/vmlinuz')).body.toString()).toBe('kernel');
    const efi = await get(opened, '/boot/agent.efi');
    expect(efi.headers['content-type']).toBe('application/efi');
    expect(efi.body.toString('latin1')).toMatch(
      /^MZ console=ttyS0 nanometal\.url=https:\/\/127\.0\.0\.1:\d+ nanometal\.pin=.{44} +\0rest$/,
    );
    expect(efi.headers['content-length']).toBe(String(efi.body.length));
    for (const path of ['/boot/boot.iso', '/boot/manifest.json', '/boot/shim.efi', '/boot/..%2fmanifest.json']) {
      expect((await get(opened, path)).status).toBe(404);
    }
  });

  it('for DHCP servers are the ISO that is the same for every machine, and for iPXE a script that asks again', async () => {
    const opened = await ground();
    const start = await get(opened, '/boot/start.iso');
    expect(start.headers['content-type']).toBe('application/vnd.efi-iso');
    const iso = isoBytes();
    const at = iso.indexOf('# nanometal.conf: reserved');
    expect(
      start.body
        .subarray(at, at + 65_536)
        .toString()
        .trimEnd(),
    ).toMatch(/^# nanometal.conf: reserved\ncontract=1\nurl=https:\S+\npin=\S+\nkey=\S+$/);
    expect(start.body.subarray(0, at).equals(iso.subarray(0, at))).toBe(true);
    expect((await get(opened, '/boot/ipxe')).body.toString()).toMatch(
      /^#!ipxe\nchain http:\S+\/boot\/ipxe\?mac=\$\{netX\/mac:hexhyp\}&uuid=\$\{uuid\}&serial=\$\{serial:uristring\} \|\| exit\n$/,
    );
    // Nobody has said which ports these machines have, so that any may be theirs.
    const script = (await get(opened, '/boot/ipxe?mac=52:54:00:ab:cd:01')).body.toString();
    expect(script).toMatch(
      /^#!ipxe\nkernel \S+ initrd=initrd console=tty0 quiet nanometal\.url=https:\S+ nanometal\.pin=\S+\n/,
    );
    opened.agents.expect(opened.boot, new Map());
    expect((await get(opened, '/boot/ipxe?mac=52:54:00:ab:cd:01')).body.toString()).toBe('#!ipxe\nexit\n');
  });
});

describe('the folder of the agent', () => {
  const refuses = async (spoil: (folder: string) => Promise<void>, why: RegExp): Promise<void> => {
    const folder = join(await makeTestFolder(), 'agent');
    await writeAgentFolder(folder);
    expect((await openAgentFolder(folder)).ok).toBe(true);
    await spoil(folder);
    const opened = await openAgentFolder(folder);
    expect(opened.ok ? '' : opened.error).toMatch(why);
  };

  it('is refused where it is not whole, not as it was built, or of another contract', async () => {
    await refuses(
      (folder) => writeFile(join(folder, 'vmlinuz'), 'other!'),
      /vmlinuz: not the file that manifest\.json/,
    );
    await refuses((folder) => writeFile(join(folder, 'manifest.json'), '{}'), /manifest\.json is not one of an agent/);
    await refuses((folder) => writeAgentFolder(folder, { contract: 0 }), /speaks contract 0, here 1 is spoken/);
    const twice = Buffer.concat([isoBytes(), isoBytes()]);
    await refuses((folder) => writeAgentFolder(folder, { files: { 'boot.iso': twice } }), /2 times/);
    await refuses((folder) => writeAgentFolder(folder, { files: { 'boot.iso': Buffer.from('x') } }), /0 times/);
    expect(await openAgentFolder('/does/not/exist')).toMatchObject({ ok: false });
  });

  it('makes the service unable, which says why, and goes on hearing who calls', async () => {
    const opened = await ground({ agentFolder: '/does/not/exist' });
    expect(opened.agents.unable).toMatch(/manifest\.json cannot be read \(ENOENT\); build the agent/);
    expect((await get(opened, new URL(opened.agents.mediumOf(digest('1')).iso).pathname)).status).toBe(404);
    expect((await get(opened, '/boot/ipxe?mac=52:54:00:ab:cd:01')).body.toString()).toBe('#!ipxe\nexit\n');
  });
});

describe('the boot key', () => {
  it('is made once, for its owner only, and is the same after a restart', async () => {
    const folder = join(await makeTestFolder(), 'state');
    const disk = await openDisk(folder);
    const secret = await openBootSecret(disk);
    expect(await openBootSecret(disk)).toBe(secret);
    expect((await stat(join(folder, 'boot-key'))).mode & 0o777).toBe(0o600);
    expect((await readFile(join(folder, 'boot-key'), 'utf8')).trim()).toBe(secret);
    await disk.write('boot-key', Buffer.from('short'));
    await expect(openBootSecret(disk)).rejects.toThrow('boot-key');
    await disk.close();
  });

  it('gives another facility, or another purpose, something else', () => {
    const keys = bootKeysOf('a'.repeat(64));
    expect(bootKeysOf('a'.repeat(64))).toMatchObject({ publicKey: keys.publicKey, pin: keys.pin });
    expect(bootKeysOf('b'.repeat(64)).publicKey).not.toBe(keys.publicKey);
    expect(new Set(['x', 'y', 'key of work items'].map((label) => keys.derive(label))).size).toBe(3);
  });
});

describe('where it listens', () => {
  it('follows the accepted commit', async () => {
    const opened = await ground();
    const moved = await bootService();
    opened.agents.expect(moved, new Map());
    await opened.agents.settled();
    const question = { from: 'provisioning', secure: false, method: 'GET', path: '/boot/ipxe' } as const;
    expect((await call(moved, question)).status).toBe(200);
    await expect(call(opened.boot, question)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    opened.agents.expect({ ...moved, provisioning: ['127.0.0.9/32'] }, new Map());
    expect((await call(moved, question)).status).toBe(403);
  });

  it('is said where it cannot be, and tried again', async () => {
    const one = await ground();
    const two = await openGround({}, one.boot);
    onTestFinished(() => two.close());
    two.agents.expect(two.boot, new Map());
    await two.agents.settled();
    expect(two.agents.unable).toMatch(/^port \d+ of 127\.0\.0\.1 is taken by another program$/);
    one.agents.expect(null, new Map());
    await one.agents.settled();
    await two.clock.pass(10_000);
    await two.agents.settled();
    expect(two.agents.unable).toBeNull();
    const foreign = { ...two.boot, address: '192.0.2.1' };
    two.agents.expect(foreign, new Map());
    await two.agents.settled();
    expect(two.agents.unable).toBe('192.0.2.1 is not an address of this host; say where to listen with --boot-listen');
  });
});

describe('a range', () => {
  it('is read as RFC 9110 has it', () => {
    expect(readRange(undefined, 10)).toEqual({ kind: 'whole' });
    expect(readRange('bytes=0-', 10)).toEqual({ kind: 'part', from: 0, to: 10 });
    expect(readRange('bytes=2-3', 10)).toEqual({ kind: 'part', from: 2, to: 4 });
    expect(readRange('bytes=8-99', 10)).toEqual({ kind: 'part', from: 8, to: 10 });
    expect(readRange('bytes=-3', 10)).toEqual({ kind: 'part', from: 7, to: 10 });
    expect(readRange('bytes=-99', 10)).toEqual({ kind: 'part', from: 0, to: 10 });
    expect(readRange('bytes=-0', 10)).toEqual({ kind: 'none' });
    expect(readRange('bytes=10-', 10)).toEqual({ kind: 'none' });
    for (const odd of ['bytes=3-2', 'bytes=1-2,4-5', 'lines=1-2', 'bytes=-', 'bytes=a-b']) {
      expect(readRange(odd, 10)).toEqual({ kind: 'whole' });
    }
  });
});
