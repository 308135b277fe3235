import type { Hardware, Identity } from '../../model/inventory.ts';
import type { DiskBus } from '../../twin/virtual.ts';
import type { BootDevice, BootPlan } from './boot-order.ts';
import type { Firmware } from './firmware.ts';

/** What QEMU is told to be for one start of a machine. Paths are relative to the folder that it runs in. */
export interface MachineSpec {
  readonly identity: Identity;
  readonly hardware: Hardware;
  readonly plan: BootPlan;
  /** Absent: legacy. */
  readonly uefi?: { readonly firmware: Firmware; readonly vars: string };
  /** In the order of the drives in the inventory. */
  readonly disks: readonly { readonly path: string; readonly serial: string }[];
  readonly bus: DiskBus;
  /** Of the image that lies in the CD drive. */
  readonly medium: string | null;
  /** `-netdev` of the first port without its id: `user`, `tap,ifname=…`. The others have no cable. */
  readonly net: string;
  readonly memory: number;
  readonly serialLog: string;
}

/** How the program is told which device is meant. */
export const cdDrive = 'cd0';
export const portName = (index: number): string => `port${index}`;

/**
 * All that can be emulated, but for the promise that bytes are moved fast by `rep movsb`: emulated, that is done one by one,
 * and Linux moves whole pages like that where it is promised.
 */
export const emulatedCpu = 'max,-erms,-fsrm';

/**
 * Always emulated: whether hardware virtualisation works cannot be told from whether it is there. Paused at first; what
 * the guest does to end itself only stops it, so that we hear of it. File descriptor 3 is the monitor, 4 the serial line.
 */
export function commandLine(spec: MachineSpec): readonly string[] {
  return [
    'qemu-system-x86_64',
    ...['-accel', 'tcg', '-machine', `q35${spec.uefi?.firmware.secure ? ',smm=on' : ''}`],
    ...['-cpu', emulatedCpu, '-m', `${spec.memory}`],
    ...['-nodefaults', '-no-user-config', '-display', 'none', '-S', '-action', 'reboot=shutdown,shutdown=pause'],
    ...['-chardev', 'socket,id=monitor,fd=3', '-mon', 'chardev=monitor,mode=control'],
    ...['-chardev', `socket,id=serial,fd=4,logfile=${value(spec.serialLog)},logappend=on`, '-serial', 'chardev:serial'],
    ...identityOf(spec.identity, spec.hardware),
    ...(spec.uefi ? flashOf(spec.uefi) : []),
    ...spec.disks.flatMap((disk, index) => diskOf(spec, disk, index)),
    ...cdOf(spec),
    ...spec.hardware.nics.flatMap((nic, index) => portOf(spec, nic.mac, index)),
    ...['-device', 'virtio-rng-pci'],
  ];
}

/** In QEMU's options a comma inside a value is written twice. */
const value = (text: string): string => text.replaceAll(',', ',,');

function identityOf({ uuid, serial, chassisSerial }: Identity, hardware: Hardware): readonly string[] {
  const fields = (type: number, given: Readonly<Record<string, string | undefined>>): readonly string[] => {
    const told = Object.entries(given).flatMap(([name, text]) => (text ? [`,${name}=${value(text)}`] : []));
    return ['-smbios', `type=${type}${told.join('')}`];
  };
  const { manufacturer, model } = hardware;
  return [
    ...fields(1, { manufacturer, product: model, uuid, serial }),
    ...fields(3, { manufacturer, serial: chassisSerial }),
  ];
}

function flashOf({ firmware, vars }: { readonly firmware: Firmware; readonly vars: string }): readonly string[] {
  const flash = 'if=pflash,format=raw';
  return [
    ...(firmware.secure ? ['-global', 'driver=cfi.pflash01,property=secure,value=on'] : []),
    ...(firmware.secure ? ['-global', 'ICH9-LPC.disable_s3=1'] : []),
    ...['-drive', `${flash},unit=0,readonly=on,file=${value(firmware.code)}`],
    ...['-drive', `${flash},unit=1,file=${value(vars)}`],
  ];
}

/** Behind each other: all disks, then the next kind; a kind that is not in the order has no place in it. */
function place({ plan, disks }: MachineSpec, device: BootDevice, index: number): string {
  const at = plan.order.indexOf(device);
  if (at < 0) return '';
  const before = plan.order.slice(0, at).reduce((sum, kind) => sum + (kind === 'disks' ? disks.length : 1), 0);
  return `,bootindex=${before + index}`;
}

/** The host keeps what was written, whatever becomes of QEMU; only a host that dies loses it. */
function diskOf(spec: MachineSpec, disk: MachineSpec['disks'][number], index: number): readonly string[] {
  const [drive, id, serial] = [`drive${index}`, `disk${index}`, value(disk.serial)];
  const model = spec.bus === 'nvme' ? 'nvme' : 'virtio-blk-pci';
  return [
    ...['-drive', `if=none,id=${drive},format=raw,cache=unsafe,discard=unmap,file=${value(disk.path)}`],
    // A namespace of its own would have no path that the firmware finds in its boot order.
    ...['-device', `${model},id=${id},drive=${drive},serial=${serial}${place(spec, 'disks', index)}`],
  ];
}

const cdOf = (spec: MachineSpec): readonly string[] => [
  ...(spec.medium === null
    ? []
    : ['-drive', `if=none,id=medium,media=cdrom,format=raw,readonly=on,file=${value(spec.medium)}`]),
  ...['-device', 'virtio-scsi-pci,id=scsi'],
  ...[
    '-device',
    `scsi-cd,id=${cdDrive},bus=scsi.0${spec.medium === null ? '' : ',drive=medium'}${place(spec, 'cd', 0)}`,
  ],
];

/** UEFI has network boot of its own; a BIOS has that of the card. */
function portOf(spec: MachineSpec, mac: string | undefined, index: number): readonly string[] {
  const card = [
    `virtio-net-pci,id=${portName(index)}`,
    ...(mac === undefined ? [] : [`mac=${mac}`]),
    ...(index === 0 ? ['netdev=net'] : []),
    ...(spec.uefi || index > 0 ? ['romfile='] : []),
  ].join(',');
  return index === 0
    ? ['-netdev', `${spec.net},id=net`, '-device', `${card}${place(spec, 'network', 0)}`]
    : ['-device', card];
}
