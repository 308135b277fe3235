import type { Drive } from '../model/inventory.ts';
import type { BmcSpec } from './bmc.ts';
import { createDealer, hash } from './dice.ts';
import { dealSerial } from './identity.ts';
import type { MachineModel } from './models.ts';

export interface VirtualHardware {
  /** Absent: the drives that the machine has anyway. */
  readonly disks?: { readonly count: number; readonly bytes: number };
  readonly bus: DiskBus;
  /** MiB; what the virtual machine really has. */
  readonly memory: number;
}

export const diskBuses = ['nvme', 'virtio'] as const;
export type DiskBus = (typeof diskBuses)[number];

/** What a generated machine is that a virtual one stands behind. */
export const virtualModel = (disks: { readonly count: number; readonly bytes: number }): MachineModel => ({
  class: 'sim-virtual',
  expects: {
    manufacturer: 'Twin Systems',
    model: 'TS-VM',
    processors: { count: 1, cores: 1, model: 'Twin 1-Core Processor' },
    drives: [{ count: disks.count, media: 'SSD', ...atLeast(Math.floor(disks.bytes / 1_000_000_000)) }],
    nics: { count: 2, minMbps: 1_000 },
  },
});

/** The field knows no smaller number than 1. */
const atLeast = (gigabytes: number): { readonly minGB?: number } => (gigabytes < 1 ? {} : { minGB: gigabytes });

/**
 * The same machine as one that a virtual machine stands behind: off, and its inventory says of disks and memory what the
 * guest sees. Durable names beside the serial number are left out, because no virtual disk has any that Linux believes.
 */
export function virtualise(spec: BmcSpec, { disks, bus, memory }: VirtualHardware): BmcSpec {
  const { drives } = spec.hardware;
  const dealer = createDealer(hash(`${spec.seed} ${spec.name} disks`));
  const count = disks?.count ?? drives.length;
  const virtual = Array.from({ length: count }, (_, index): Drive => {
    const bytes = disks?.bytes ?? drives[index]?.bytes;
    return {
      id: `Drive${String(index + 1).padStart(2, '0')}`,
      model: bus === 'nvme' ? 'QEMU NVMe Ctrl' : 'QEMU Virtual Disk',
      serial: drives[index]?.serial ?? dealSerial(dealer, 12),
      ...(bytes === undefined ? {} : { bytes }),
      media: 'SSD',
      ...(bus === 'nvme' ? { protocol: 'NVMe' } : {}),
    };
  });
  const [module] = spec.hardware.memory;
  return {
    ...spec,
    power: 'Off',
    real: true,
    hardware: { ...spec.hardware, drives: virtual, memory: [{ ...module, id: module?.id ?? 'DIMM01', mib: memory }] },
  };
}
