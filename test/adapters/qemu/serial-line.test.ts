import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FirmwareSign, readFirmware } from '../../../src/adapters/qemu/serial-line.ts';

const console = [
  '\u001b[2J\u001b[01;01HBdsDxe: loading Boot0001 "UEFI QEMU QEMU CD-ROM " from PciRoot(0x0)/Pci(0x3,0x0)',
  'BdsDxe: starting Boot0001 "UEFI QEMU QEMU CD-ROM " from PciRoot(0x0)/Pci(0x3,0x0)',
  'BdsDxe: failed to start Boot0001 "UEFI QEMU QEMU CD-ROM " from PciRoot(0x0)/Pci(0x3,0x0): Not Found',
  'BdsDxe: starting Boot0003 "EFI Internal Shell" from Fv(7CB8BDC9)',
  'I said: BdsDxe: startling',
  'BdsDxe: starting Boot0099 "HTTP boot" from Uri(http://10.0.2.2:8080/a.efi)',
  '',
].join('\r\n');

const signsIn = (chunks: readonly string[]): readonly FirmwareSign[] => {
  const signs: FirmwareSign[] = [];
  const read = readFirmware((sign) => void signs.push(sign));
  for (const chunk of chunks) read(Buffer.from(chunk, 'latin1'));
  return signs;
};

it('tells when the firmware hands over, and when that came back; its own shell is no operating system', () => {
  expect(signsIn([console])).toEqual(['OsBootStarted', 'OsBootFailed', 'OsBootStarted']);
});

it('does not depend on how the line is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(console.length)), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), console.length];
      const chunks = at.slice(1).map((to, index) => console.slice(at[index], to));
      expect(signsIn(chunks)).toEqual(signsIn([console]));
    }),
  );
});
