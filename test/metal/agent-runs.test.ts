import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { Bench, workItem } from './world/bench.ts';
import { type Call, first } from './world/boot-service.ts';
import { type DiskFile, MiB } from './world/disk-file.ts';
import { skipMetal } from './world/needs.ts';
import { mediumWith } from './world/settings-on-medium.ts';
import { noise, sha256 } from './world/tiny-image.ts';
import { tinySystem } from './world/tiny-system.ts';
import type { VirtualMachine } from './world/virtual-machine.ts';

const seed = {
  'user-data': '#cloud-config\nhostname: one\n',
  'meta-data': 'instance-id: one\n',
  'network-config': 'version: 2\n',
};
const cmdline = 'console=ttyS0 quiet panic=-1 tiny.word=a=b';

type Fields = Readonly<Record<string, string | undefined>>;

/** What two kinds of work item are about, and the boot service that has it. */
class Memory {
  readonly bench: Bench;
  /** Debian's, signed. */
  readonly kernel: Buffer;
  /** Of a length that is no multiple of 4. */
  readonly initrd: Buffer;

  constructor(bench: Bench) {
    this.bench = bench;
    this.kernel = readFileSync(join(bench.image, 'vmlinuz'));
    const system = tinySystem(bench.folder);
    this.initrd = Buffer.concat([system, Buffer.alloc(((5 - (system.length % 4)) % 4) + 4)]);
  }

  kernelItem(fields: Fields = {}, kernel = this.kernel, initrd = this.initrd): string {
    const [starts, from] = [this.#offer(kernel), this.#offer(initrd)];
    return workItem({
      ...{ verb: 'Install', format: 'kernel', image: starts.url, sha256: starts.digest },
      ...{ initrd: from.url, 'initrd-sha256': from.digest, cmdline },
      ...fields,
    });
  }

  mediumItem(medium: Buffer, fields: Fields = {}): string {
    const { url, digest } = this.#offer(medium);
    return workItem({ verb: 'Install', format: 'iso', image: url, sha256: digest, ...fields });
  }

  /** The report that ends it; the agent waits for more. */
  outcome(item: string): Promise<Call> {
    return this.bench.outcome(this.bench.service.work(item));
  }

  /** The report that ends it, after which the agent is told to restart. */
  async last(item: string): Promise<Call> {
    const { service } = this.bench;
    service.calls.length = 0;
    service.onClaim = () => service.work(item);
    service.onReport = (call) => (first(call, 'state') === 'working' ? 'then=wait\n' : 'then=reboot\n');
    return service.end();
  }

  expectLoaded(end: Call): void {
    const bytes = this.kernel.length + this.initrd.length;
    expectDone(end, `loaded sha256:${sha256(this.kernel)} and sha256:${sha256(this.initrd)}, ${bytes} bytes`);
  }

  #offer(file: Buffer): { readonly url: string; readonly digest: string } {
    const digest = sha256(file);
    this.bench.service.files.set(`/images/${digest}`, file);
    return { url: `${this.bench.service.url}/images/${digest}`, digest };
  }
}

function expectDone(end: Call, evidence: string): void {
  expect([first(end, 'state'), first(end, 'disk')], first(end, 'message')).toEqual(['done', 'untouched']);
  expect(first(end, 'evidence')).toBe(evidence);
}

function expectFailed(end: Call, reason: string, message: RegExp): void {
  const [state, disk] = [first(end, 'state'), first(end, 'disk')];
  expect([state, first(end, 'reason'), disk], first(end, 'message')).toEqual(['failed', reason, 'untouched']);
  expect(first(end, 'message')).toMatch(message);
}

describe.skipIf(skipMetal)('an install of what runs from memory', () => {
  let bench: Bench;
  let memory: Memory;
  let disk: DiskFile;
  let machine: VirtualMachine;

  const start = (): VirtualMachine => bench.startAgent([disk], bench.service.settings, ['-m', '320']);

  beforeAll(async () => {
    bench = await Bench.open();
    memory = new Memory(bench);
    for (const [name, text] of Object.entries(seed)) {
      bench.service.files.set(`/agent/v1/seed/${name}`, Buffer.from(text));
    }
    disk = bench.disk({ serial: 'NOISE', mebibytes: 16, content: noise(16 * MiB) });
    machine = start();
  });
  afterAll(() => bench.close());

  const some = noise(64 * 1024);
  const wrong = 'ab'.repeat(32);
  type Refused = readonly [reason: string, why: string, message: RegExp, item: () => string];
  const each: readonly Refused[] = [
    ['DigestDiffers', 'another initrd', /wanted (ab){32}$/, () => memory.kernelItem({ 'initrd-sha256': wrong }, some)],
    ['LoadFailed', 'no kernel at all', /^Cannot determine the file type/, () => memory.kernelItem({}, some)],
    [
      'ContractUnknown',
      'a kernel for a disk',
      /for no disk/,
      () => memory.kernelItem({ disk: 'serial:NOISE', overwrite: 'yes' }, some),
    ],
    ['DigestDiffers', 'another kernel', /wanted (ab){32}$/, () => memory.kernelItem({ sha256: wrong }, some)],
    [
      'ContractUnknown',
      'a medium for a disk',
      /for no disk/,
      () => memory.mediumItem(some, { disk: 'serial:NOISE', overwrite: 'yes' }),
    ],
    ['ContractUnknown', 'a kernel alone', /without an initrd/, () => memory.kernelItem({ initrd: undefined }, some)],
    ['DiskMissing', 'an image for no disk', /names no disk/, () => memory.mediumItem(some, { format: 'raw' })],
    ['Expired', 'too late', /within 0 seconds/, () => memory.kernelItem({ seconds: '0' }, some)],
    ['SeedFailed', 'a seed that is not there', /HTTP 404/, () => memory.kernelItem({ seed: 'vendor-data' }, some)],
    ['DigestDiffers', 'another medium', /wanted (ab){32}$/, () => memory.mediumItem(some, { sha256: wrong })],
    [
      'DownloadFailed',
      'no kernel to be had',
      /HTTP 404/,
      () => memory.kernelItem({ image: `${bench.service.url}/images/none` }, some),
    ],
    [
      'DownloadFailed',
      'more than fits',
      /^the initrd does not fit into memory: kernel and initrd may be of \d+ MiB/,
      () => memory.kernelItem({}, some, Buffer.alloc(80 * MiB)),
    ],
    [
      'LoadFailed',
      'a command line that is too long',
      /^no kernel that this one can start, or too long a command line/,
      () => memory.kernelItem({ cmdline: 'a'.repeat(3_000) }),
    ],
  ];

  it.skipIf(!isLong).each(each)('%s: %s', async (reason, _, message, item) => {
    expectFailed(await memory.outcome(item()), reason, message);
  });

  it.skipIf(!isLong)('of a kernel is loaded, and forgotten when there is other work', async () => {
    memory.expectLoaded(await memory.outcome(memory.kernelItem()));
  });

  it.skipIf(!isLong)('of a medium is fetched and compared, and nothing is started: the machine restarts', async () => {
    // The way there breaks off once, and goes on from where it was.
    bench.service.cutAfter = MiB;
    const medium = noise(3 * MiB);
    const end = await memory.last(memory.mediumItem(medium));
    expectDone(end, `verified sha256:${sha256(medium)} ${medium.length} bytes`);
    await machine.ended();
    expect(machine.serial).toContain('told to boot from the disk');
    expect(machine.serial).not.toMatch(/told to start|tiny:/);
  });

  it('of a kernel is started when the agent is told to restart, with command line and seed', async () => {
    if (isLong) {
      await bench.cut();
      machine = start();
    }
    memory.expectLoaded(await memory.last(memory.kernelItem({ seed: Object.keys(seed).join(' ') })));
    await machine.ended();
    expect(machine.serial).toContain('nanometal: told to start sha256:');
    expect(machine.serial).toContain(`tiny: started with ${cmdline}\r\n`);
    for (const [name, text] of Object.entries(seed)) {
      expect(machine.serial).toContain(`tiny: seed 600 ${name} ${text.replaceAll('\n', '|')}\r\n`);
    }
    expect(machine.serial).toContain('tiny: powers off');
  });

  it.skipIf(!isLong)('of a kernel is not started where the agent is told to boot from the disk', async () => {
    await bench.cut();
    machine = start();
    memory.expectLoaded(await memory.outcome(memory.kernelItem()));
    bench.service.onClaim = () => 'then=disk\n';
    await machine.ended();
    expect(machine.serial).toContain('told to boot from the disk');
    expect(machine.serial).not.toMatch(/told to start|tiny:/);
  });

  it('has left the disk as it was', () => {
    expect(readFileSync(disk.path).equals(noise(16 * MiB))).toBe(true);
  });
});

describe.skipIf(skipMetal || !isLong)('a kernel that is to be started where Secure Boot is enforced', () => {
  let bench: Bench;
  let memory: Memory;
  let machine: VirtualMachine;

  beforeAll(async () => {
    bench = await Bench.open();
    memory = new Memory(bench);
    const medium = join(bench.folder, 'boot.iso');
    writeFileSync(medium, mediumWith(readFileSync(join(bench.image, 'boot.iso')), bench.service.settings));
    machine = bench.start(['-cdrom', medium], { uefi: 'secure' });
    await machine.until(/under Secure Boot/);
  });
  afterAll(() => bench.close());

  it('LoadFailed: it is not signed', async () => {
    const end = await memory.outcome(memory.kernelItem({}, unsigned(memory.kernel)));
    expectFailed(end, 'LoadFailed', /^kexec_file_load failed: No data available \(under Secure Boot /);
  });

  it('LoadFailed: it was changed since', async () => {
    const changed = Buffer.from(memory.kernel);
    changed.writeUInt8(changed.readUInt8(5 * MiB) ^ 1, 5 * MiB);
    const end = await memory.outcome(memory.kernelItem({}, changed));
    expectFailed(end, 'LoadFailed', /^kexec_file_load failed: Key was rejected by service \(under Secure Boot /);
  });

  it("is started with Debian's signature", async () => {
    memory.expectLoaded(await memory.last(memory.kernelItem()));
    await machine.ended();
    expect(machine.serial).toContain(`tiny: started with ${cmdline}\r\n`);
  });
});

/** An EFI program whose header names no certificates (data directory 4 of PE32+), and that ends where they began. */
function unsigned(program: Buffer): Buffer {
  const directory = program.readUInt32LE(0x3c) + 24 + 112 + 4 * 8;
  const end = program.readUInt32LE(directory);
  const copy = Buffer.from(program.subarray(0, end));
  copy.fill(0, directory, directory + 8);
  return copy;
}
