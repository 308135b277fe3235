import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { emulatedCpu } from '../../../src/adapters/qemu/command-line.ts';
import { firmware } from './needs.ts';

export interface Hardware {
  /** For what the machine needs while it runs, and its firmware's variables. */
  readonly folder: string;
  readonly uuid: string;
  readonly serial: string;
  readonly mac: string;
  /** Further arguments: disks, kernel, media. */
  readonly devices: readonly string[];
  /** Absent: SeaBIOS, which starts a kernel directly the fastest. */
  readonly uefi?: 'plain' | 'secure';
  readonly megabytes?: number;
}

/**
 * One machine. TCG always: where there is a /dev/kvm it need not work. Its network is QEMU's own, in which this host's
 * loopback is 10.0.2.2.
 */
export class VirtualMachine {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  readonly #watchers = new Set<() => void>();
  #serial = '';
  #over = false;

  constructor(hardware: Hardware) {
    this.#child = spawn('qemu-system-x86_64', argumentsOf(hardware), { stdio: ['ignore', 'pipe', 'pipe'] });
    const hear = (text: Buffer): void => {
      this.#serial += text.toString('latin1');
      this.#tell();
    };
    this.#child.stdout?.on('data', hear);
    this.#child.stderr?.on('data', hear);
    this.#ended = new Promise((resolve) => {
      this.#child.once('close', () => {
        this.#over = true;
        resolve();
        this.#tell();
      });
    });
  }

  /** What came over the serial line so far, and what QEMU said. */
  get serial(): string {
    return this.#serial;
  }

  /** Resolves when this stands in the serial log; fails with all of the log when the machine ends first. */
  until(pattern: RegExp): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (pattern.test(this.#serial)) resolve();
        else if (this.#over) reject(new Error(`ended without ${pattern}:\n${this.#serial}`));
        else return;
        this.#watchers.delete(look);
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** Resolves when the machine has powered off or, since it runs with -no-reboot, has reset itself. */
  ended(): Promise<void> {
    return this.#ended;
  }

  /** What a power cut is: nothing that was not on the disk yet gets there. */
  async cut(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  #tell(): void {
    for (const look of [...this.#watchers]) look();
  }
}

function argumentsOf({ folder, uuid, serial, mac, devices, uefi, megabytes = 1024 }: Hardware): readonly string[] {
  return [
    ['-accel', 'tcg', '-cpu', emulatedCpu, '-m', `${megabytes}`, '-no-reboot', '-nodefaults'],
    ['-display', 'none', '-serial', 'stdio', '-monitor', 'none'],
    ['-machine', uefi === 'secure' ? 'q35,smm=on' : 'q35'],
    ['-smbios', `type=1,uuid=${uuid},serial=${serial}`, '-smbios', 'type=3,serial=CHASSIS-1'],
    ['-netdev', 'user,id=n0', '-device', `virtio-net-pci,netdev=n0,mac=${mac},romfile=`],
    ...(uefi === undefined ? [] : [flash(folder, uefi)]),
    devices,
  ].flat();
}

function flash(folder: string, uefi: 'plain' | 'secure'): readonly string[] {
  const kind = uefi === 'secure' ? '4M.ms' : '4M';
  const variables = join(folder, 'variables.fd');
  copyFileSync(join(firmware, `OVMF_VARS_${kind}.fd`), variables);
  return [
    ...(uefi === 'secure' ? ['-global', 'driver=cfi.pflash01,property=secure,value=on'] : []),
    ...['-drive', `if=pflash,unit=0,format=raw,readonly=on,file=${join(firmware, `OVMF_CODE_${kind}.fd`)}`],
    ...['-drive', `if=pflash,unit=1,format=raw,file=${variables}`],
  ];
}
