import { execFileSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench, mac } from './world/bench.ts';
import { all, token } from './world/boot-service.ts';
import { MiB } from './world/disk-file.ts';
import { skipMetal } from './world/needs.ts';
import { programWith } from './world/settings-on-medium.ts';

describe.skipIf(skipMetal)('the agent is started by UEFI', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  it('as one program, which the settings area of its command line leads to the boot service', async () => {
    const { service } = bench;
    // One that finds no settings asks who it is for: the token comes with the answer.
    const [, key] = /^key=(.*)$/m.exec(service.settings) ?? [];
    service.onHello = () => `contract=1\nkey=${key ?? ''}\ntoken=${token}\n`;
    service.onClaim = () => 'then=disk\n';
    const volume = join(bench.folder, 'volume.img');
    writeFileSync(volume, '');
    truncateSync(volume, 64 * MiB);
    const [, pin] = /^pin=(.*)$/m.exec(service.settings) ?? [];
    const program = join(bench.folder, 'agent.efi');
    writeFileSync(
      program,
      programWith(
        readFileSync(join(bench.image, 'agent.efi')),
        `nanometal.url=${service.url} nanometal.pin=${pin ?? ''}`,
      ),
    );
    execFileSync('mformat', ['-i', volume, '-F', '-h', '64', '-s', '32', '-t', '64', '::']);
    execFileSync('mmd', ['-i', volume, '::/EFI', '::/EFI/BOOT']);
    execFileSync('mcopy', ['-i', volume, program, '::/EFI/BOOT/BOOTX64.EFI']);
    const machine = bench.start(
      ['-drive', `if=none,id=v,format=raw,file=${volume}`, '-device', 'virtio-blk-pci,drive=v,bootindex=0'],
      { uefi: 'plain' },
    );
    await machine.ended();
    const [hello, claim] = service.calls;
    expect([hello?.path, claim?.path], bench.log).toEqual(['/agent/v1/hello', '/agent/v1/claim']);
    expect(claim?.authorization).toBe(`Bearer ${token}`);
    if (hello) expect(all(hello, 'mac')).toEqual([mac]);
    expect(bench.log).not.toContain('under Secure Boot');
  });
});
