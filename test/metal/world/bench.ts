import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentImage } from './agent-image.ts';
import { type Answer, type Call, first, SmallBootService } from './boot-service.ts';
import { type DiskFile, type DiskShape, diskFile } from './disk-file.ts';
import { initrdWith } from './settings-on-medium.ts';
import { type Hardware, VirtualMachine } from './virtual-machine.ts';

export const uuid = '4c4c4544-0058-4b10-8032-b7c04f4d3933';
export const serial = '7XK2M93';
export const mac = '52:54:00:ab:cd:01';
export const grant = `sha256:${'0c'.repeat(32)}`;

/** The agent's image, a boot service, and machines that are started one after the other. */
export class Bench {
  readonly folder: string;
  readonly image: string;
  readonly service: SmallBootService;
  #machine: VirtualMachine | null = null;

  private constructor(folder: string, image: string, service: SmallBootService) {
    this.folder = folder;
    this.image = image;
    this.service = service;
  }

  static async open(): Promise<Bench> {
    const image = await agentImage();
    const folder = mkdtempSync(join(tmpdir(), 'nanometal-metal-'));
    return new Bench(folder, image, await SmallBootService.start(folder));
  }

  disk(shape: DiskShape): DiskFile {
    return diskFile(this.folder, shape);
  }

  /** Any machine of this bench. */
  start(devices: readonly string[], more: Partial<Hardware> = {}): VirtualMachine {
    if (this.#machine) throw new Error('the other machine is still on');
    this.#machine = new VirtualMachine({ folder: this.folder, uuid, serial, mac, devices, ...more });
    return this.#machine;
  }

  /** The agent by the shortest way: without firmware that looks for it, with its settings beside it. */
  startAgent(
    disks: readonly DiskFile[],
    settings = this.service.settings,
    more: readonly string[] = [],
  ): VirtualMachine {
    const initrd = initrdWith(join(this.image, 'initrd'), settings, this.folder);
    return this.start([
      ...['-kernel', join(this.image, 'vmlinuz'), '-initrd', initrd],
      ...['-append', 'console=ttyS0 quiet loglevel=4 printk.devkmsg=on panic=-1'],
      ...disks.flatMap((disk) => disk.arguments),
      ...more,
    ]);
  }

  /** Hands this out once, and gives the report that ends it; the agent is told to ask for more, and waits. */
  async outcome(answer: Answer): Promise<Call> {
    const { service } = this;
    let handed = false;
    service.calls.length = 0;
    service.onClaim = () => {
      if (handed) return 'then=wait\nseconds=1\n';
      handed = true;
      return answer;
    };
    service.onReport = (call) => (first(call, 'state') === 'working' ? 'then=wait\n' : 'then=claim\n');
    return service.end();
  }

  /** What the agent says of the machine now. */
  claim(): Promise<Call> {
    const { service } = this;
    service.onClaim = () => 'then=wait\nseconds=1\n';
    return service.until((call) => call.path === '/agent/v1/claim' && service.calls.at(-1) === call);
  }

  /** What the machine said, where a test fails. */
  get log(): string {
    return this.#machine?.serial ?? '';
  }

  async cut(): Promise<void> {
    await this.#machine?.cut();
    this.#machine = null;
  }

  async close(): Promise<void> {
    await this.cut();
    await this.service.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The lines of a work item; a field that is undefined is left out. */
export function workItem(fields: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const usual = {
    contract: '1',
    facility: 'ams1',
    machine: 'ams1-r03-u12',
    grant,
    epoch: '4',
    seconds: '3600',
    uuid,
    serial,
  };
  return Object.entries({ ...usual, ...fields })
    .flatMap(([key, value]) => (value === undefined ? [] : [value].flat().map((one) => `${key}=${one}\n`)))
    .join('');
}
