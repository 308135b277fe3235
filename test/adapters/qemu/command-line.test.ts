import { describe, expect, it } from 'vitest';
import { planBoot } from '../../../src/adapters/qemu/boot-order.ts';
import { commandLine, type MachineSpec } from '../../../src/adapters/qemu/command-line.ts';
import { findNet, readNet } from '../../../src/adapters/qemu/net.ts';

const firmware = { code: '/f/code.fd', vars: '/f/vars.fd', secure: false };
const spec: MachineSpec = {
  identity: { uuid: '4c4c4544-0058-4b10-8032-b7c04f4d3933', serial: 'SN1', chassisSerial: 'CH,1' },
  hardware: {
    manufacturer: 'Twin, Inc.',
    model: 'TS-VM',
    processors: [],
    memory: [],
    drives: [],
    nics: [{ id: 'NIC01', mac: '02:00:00:00:00:01' }, { id: 'NIC02' }],
    firmware: [],
  },
  plan: planBoot({ kind: 'Hdd' }, 'UEFI'),
  uefi: { firmware, vars: 'vars.fd' },
  disks: [
    { path: 'disk-A.raw', serial: 'A' },
    { path: 'disk-B.raw', serial: 'B' },
  ],
  bus: 'nvme',
  medium: null,
  net: 'user',
  memory: 512,
  serialLog: 'serial.log',
};

/** Devices with a place in the boot order, first things first. */
const orderOf = (args: readonly string[]): readonly string[] =>
  args
    .flatMap((arg) => {
      const [, id, at] = /,id=([^,]+).*,bootindex=(\d+)/.exec(arg) ?? [];
      return id === undefined ? [] : [[Number(at), id] as const];
    })
    .sort(([a], [b]) => a - b)
    .map(([, id]) => id);

describe('what QEMU is told', () => {
  it('is emulated, whatever the host could do', () => {
    const line = commandLine(spec).join(' ');
    expect(line).toMatch(/ -accel tcg /);
    expect(line).not.toMatch(/kvm/);
  });

  it.each([
    ['Hdd', 'UEFI', ['disk0', 'disk1']],
    ['BiosSetup', 'UEFI', ['disk0', 'disk1']],
    ['Cd', 'UEFI', ['cd0', 'disk0', 'disk1']],
    ['Pxe', 'Legacy', ['port0', 'disk0', 'disk1']],
  ] as const)('looks from %s (%s) in that order', (kind, mode, order) => {
    expect(orderOf(commandLine({ ...spec, plan: planBoot({ kind }, mode) }))).toEqual(order);
  });

  it('over HTTP without a URI asks the network, as DHCP would say', () => {
    expect(planBoot({ kind: 'UefiHttp', uri: null }, 'UEFI').order).toEqual(['network', 'disks']);
    expect(planBoot({ kind: 'UefiHttp', uri: 'http://a/b' }, 'UEFI')).toMatchObject({ httpBootUri: 'http://a/b' });
  });

  it('keeps commas apart from those of QEMU', () => {
    const smbios = commandLine(spec).filter((arg) => arg.startsWith('type='));
    expect(smbios).toEqual([
      'type=1,manufacturer=Twin,, Inc.,product=TS-VM,uuid=4c4c4544-0058-4b10-8032-b7c04f4d3933,serial=SN1',
      'type=3,manufacturer=Twin,, Inc.,serial=CH,,1',
    ]);
  });

  it('has flash that only system management mode writes where boot is secure', () => {
    const secure = commandLine({ ...spec, uefi: { firmware: { ...firmware, secure: true }, vars: 'v.fd' } }).join(' ');
    expect(secure).toContain('q35,smm=on');
    expect(secure).toContain('property=secure,value=on');
  });
});

describe('where the first port is plugged in', () => {
  it.each([
    ['user', 'user'],
    ['user,tftp=/srv/t,bootfile=a.efi', 'user,tftp=/srv/t,bootfile=a.efi'],
    ['tap:lab', 'tap,ifname=lab3,script=no,downscript=no'],
  ])('%s', (text, netdev) => {
    const choice = readNet(text);
    expect(choice.ok && findNet(choice.value, 3)).toBe(netdev);
  });

  it.each(['', 'users', 'user,', 'tap:', 'tap:a,script=/bin/sh', 'tap:a-name-too-long', 'bridge'])('not %j', (text) => {
    expect(readNet(text).ok).toBe(false);
  });
});
