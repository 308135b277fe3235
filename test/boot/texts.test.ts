import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCaller } from '../../src/boot/caller.ts';
import { encodeWord, readLines, readWords, writeLines } from '../../src/boot/lines.ts';
import { readReport } from '../../src/boot/report.ts';
import { readRoute } from '../../src/boot/route.ts';
import { writeSettings } from '../../src/boot/settings.ts';
import { writeWorkItem } from '../../src/boot/work-item.ts';
import type { WorkItem } from '../../src/model/boot.ts';
import type { Link } from '../../src/model/fleet.ts';
import { Secret } from '../../src/model/secret.ts';

const grant = `sha256:${'0c41'.repeat(16)}`;
const key = fc.stringMatching(/^[a-z][a-z0-9.-]{0,31}$/);
const value = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}/u.test(text));
/** Text that looks like the protocol, and some that does not. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom('contract', 'boot', 'grant', 'state', 'disk', 'holds', 'marker', 'mac', 'link', 'receipt'),
        fc.oneof(
          fc.constantFrom('1', grant, 'run-0001-0001', 'done', 'sda bytes=1 serial=%', '52:54:00:ab:cd:01'),
          value,
        ),
      ),
    )
    .map((pairs) => pairs.map(([name, text]) => `${name}=${text}`).join('\n')),
);

describe('lines key=value', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value)), (lines) => {
        expect(readLines(writeLines(lines))).toEqual({ ok: true, value: lines });
      }),
    );
  });

  it('never make a reader throw, whatever they are', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        readLines(text);
        readCaller(text);
        readReport(text);
      }),
      { numRuns: 500 },
    );
  });

  it('hold no value that would break out of its line', () => {
    for (const text of ['a\nb=1', 'a\rb', '\0', '\u0085']) expect(() => writeLines([['a', text]])).toThrow();
    expect(readLines('a=b\rc').ok).toBe(false);
  });

  it('pass over comments and empty lines, and say where they are wrong', () => {
    expect(readLines('# x\n\na=1\n')).toEqual({ ok: true, value: [['a', '1']] });
    expect(readLines('a=1\nb')).toEqual({ ok: false, error: 'line 2 is not key=value' });
    expect(readLines('x=\n'.repeat(3_000)).ok).toBe(false);
  });

  it('words hold spaces and percent signs', () => {
    fc.assert(
      fc.property(value, (text) => {
        expect(readWords(`w f=${encodeWord(text)}`).fields.get('f')).toBe(text);
      }),
    );
  });
});

describe('what an agent says of its machine', () => {
  const text = [
    'contract=1',
    'agent=0.1.0',
    'boot=6f1c0d1e-0000-4000-8000-000000000000',
    'uptime=37',
    'uuid=4C4C4544-0058-4b10-8032-b7c04f4d3933',
    'serial=7XK2M93',
    'chassis=To Be Filled By O.E.M.',
    'mac=52:54:00:AB:CD:01',
    'mac=nonsense',
    'link=52:54:00:ab:cd:01 up 1000 lldp:switch%207/Eth12',
    'disk=nvme0n1 bytes=480103981056 serial=S4X0%20NA0R wwn= model=A%2520B rotational=0 removable=1',
    'disk=sda bytes=many',
    'holds=nvme0n1 gpt ext4',
    'holds=sdz lvm',
    `marker=nvme0n1 ams1 ${grant} dirty`,
    'unknown=x',
  ].join('\n');

  it('is read', () => {
    expect(readCaller(text)).toEqual({
      ok: true,
      value: {
        agent: '0.1.0',
        boot: '6f1c0d1e-0000-4000-8000-000000000000',
        upSeconds: 37,
        // A placeholder tells no machine from another.
        identity: { uuid: '4c4c4544-0058-4b10-8032-b7c04f4d3933', serial: '7XK2M93' },
        ports: [{ mac: '52:54:00:ab:cd:01', up: true, mbps: 1000, neighbour: 'switch 7/Eth12' }],
        disks: [
          {
            device: 'nvme0n1',
            bytes: 480103981056,
            serial: 'S4X0 NA0R',
            model: 'A%20B',
            rotational: false,
            removable: true,
            holds: ['gpt', 'ext4'],
            marker: { facility: 'ams1', grant, state: 'dirty' },
          },
        ],
      },
    });
  });

  it('is refused in another contract, and without a run', () => {
    expect(readCaller(text.replace('contract=1', 'contract=2'))).toMatchObject({ ok: false });
    expect(readCaller(text.replace(/boot=.*/, ''))).toMatchObject({ ok: false });
    expect(readCaller(`${text}\n${'disk=x bytes=1\n'.repeat(300)}`)).toMatchObject({ ok: false });
  });
});

describe('a report', () => {
  const body = (...more: string[]): string => [`grant=${grant}`, 'boot=run-0001-0001', ...more].join('\n');

  it('is read', () => {
    const receipt = 'receipt=S4X0 method=nvme-format answer=all%20well verified=zero:64';
    const read = readReport(body('state=done', 'disk=installed', 'evidence=verified', 'percent=100', receipt));
    expect(read).toEqual({
      ok: true,
      value: {
        grant,
        boot: 'run-0001-0001',
        state: 'done',
        percent: 100,
        disk: 'installed',
        evidence: 'verified',
        receipts: [{ disk: 'S4X0', method: 'nvme-format', answer: 'all well', verified: 'zero:64' }],
      },
    });
  });

  it('of a failure for a reason that nobody knows is one of a failure', () => {
    const read = readReport(body('state=failed', 'reason=Bored', 'message=of it'));
    expect(read).toMatchObject({ ok: true, value: { state: 'failed', message: 'Bored: of it' } });
    expect(readReport(body('state=failed', 'reason=DigestDiffers'))).toMatchObject({
      ok: true,
      value: { reason: 'DigestDiffers' },
    });
  });

  it('without grant, run or state is none', () => {
    expect(readReport('grant=x\nboot=run-0001-0001\nstate=done').ok).toBe(false);
    expect(readReport(`grant=${grant}\nstate=done`).ok).toBe(false);
    expect(readReport(body('state=over')).ok).toBe(false);
  });
});

describe('what an agent is told', () => {
  const common = {
    facility: 'ams1',
    machine: 'ams1-r01-u01',
    grant,
    epoch: 4,
    seconds: 600,
    identity: { serial: 'S' },
  };

  it('names the disks to erase, each on a line', () => {
    const item: WorkItem = {
      ...common,
      verb: 'Erase',
      disks: [
        { by: 'serial', value: 'A B' },
        { by: 'wwn', value: 'naa.5000' },
      ],
    };
    expect(writeWorkItem(item, 'https://10.1.2.1:8443', undefined)).toEqual({
      ok: true,
      value: `contract=1\nfacility=ams1\nmachine=ams1-r01-u01\nverb=Erase\ngrant=${grant}\nepoch=4\nseconds=600\nserial=S\ndisk=serial:A B\ndisk=wwn:naa.5000\n`,
    });
  });

  it('cannot be smuggled in by the name of a disk', () => {
    const item: WorkItem = { ...common, verb: 'Erase', disks: [{ by: 'serial', value: 'A\ndisk=serial:B' }] };
    expect(writeWorkItem(item, 'https://10.1.2.1:8443', undefined)).toMatchObject({ ok: false });
  });

  it('names the files of the seed that there are', () => {
    const image = { name: 'd', url: 'http://x/', sha256: 'a'.repeat(64), format: 'raw.zst', boot: 'uefi' } as const;
    const item: WorkItem = { ...common, verb: 'Install', image, disk: { by: 'eui', value: '0025' }, overwrite: true };
    const seed = { userData: new Secret('u'), metaData: 'm', networkConfig: 'n' };
    const written = writeWorkItem(item, 'https://10.1.2.1:8443', seed);
    const text = written.ok ? written.value : '';
    expect(text).toContain('seed=user-data meta-data network-config\n');
    expect(text).toContain('format=raw.zst\n');
    expect(text).toContain('overwrite=yes\n');
  });

  const link = (name: string, of: Link['of'], more: Partial<Link> = {}): Link => ({
    name,
    of,
    addresses: [],
    gateways: [],
    nameservers: [],
    search: [],
    dhcp: false,
    ...more,
  });
  const settings = (links: readonly Link[]): readonly string[] =>
    writeSettings({ server: '10.1.2.1', url: 'https://10.1.2.1:8443', pin: 'p', publicKey: 'k', token: 't', links })
      .split('\n')
      .slice(5, -1);
  const port = (name: string, digit: string, more: Partial<Link> = {}): Link =>
    link(name, { kind: 'port', mac: `52:54:00:00:00:0${digit}` }, more);

  it('is the network that reaches us best, down to its ports', () => {
    const ports = [port('a', '1'), port('b', '2')];
    const bond = link('bond0', { kind: 'bond', mode: '802.3ad', links: ['a', 'b'] }, { mtu: 9000 });
    const near = link(
      'v',
      { kind: 'vlan', id: 12, link: 'bond0' },
      { addresses: ['10.1.2.9/24'], nameservers: ['10.1.2.2'] },
    );
    const far = port('c', '3', { addresses: ['10.9.0.1/24'], gateways: ['10.9.0.254'] });
    expect(settings([far, ...ports, bond, near])).toEqual([
      'bond=802.3ad 52:54:00:00:00:01 52:54:00:00:00:02',
      'vlan=12',
      'address=10.1.2.9/24',
      'nameserver=10.1.2.2',
    ]);
    expect(settings([far, ...ports, bond])).toEqual([
      'mac=52:54:00:00:00:03',
      'address=10.9.0.1/24',
      'gateway=10.9.0.254',
    ]);
    expect(settings([...ports, port('d', '4', { dhcp: true })])).toEqual(['mac=52:54:00:00:00:04']);
    expect(settings([])).toEqual([]);
  });
});

describe('paths', () => {
  it('are on one of the two ports, by one method', () => {
    const read = (secure: boolean, method: string, target: string) => readRoute({ secure, method, target }).kind;
    expect(read(true, 'POST', '/agent/v1/claim')).toBe('claim');
    expect(read(false, 'POST', '/agent/v1/claim')).toBe('nothing');
    expect(read(true, 'GET', '/agent/v1/claim')).toBe('wrong-method');
    expect(read(false, 'HEAD', `/media/${'0'.repeat(32)}/boot.iso`)).toBe('medium');
    expect(read(false, 'HEAD', `/phone-home/${'0'.repeat(32)}`)).toBe('wrong-method');
    expect(read(true, 'GET', `/media/${'0'.repeat(32)}/boot.iso`)).toBe('nothing');
    for (const path of [
      '/boot/../x',
      '/boot/.hidden',
      '/boot/a/b',
      '/boot//vmlinuz',
      `/images/${'A'.repeat(64)}`,
      '',
    ]) {
      expect(read(false, 'GET', path)).toBe('nothing');
    }
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.string(), fc.webPath(), (secure, method, target) => {
        readRoute({ secure, method, target: `${target}?${method}` });
      }),
    );
  });
});
