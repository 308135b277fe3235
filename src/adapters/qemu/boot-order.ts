import { never } from '../../model/never.ts';

/** What one start of a machine is told: which firmware it has, and where that looks, in this order. */
export interface BootPlan {
  readonly firmware: 'UEFI' | 'Legacy';
  readonly order: readonly BootDevice[];
  /** The firmware fetches this by itself, before it looks anywhere. */
  readonly httpBootUri?: string;
}
export type BootDevice = 'disks' | 'cd' | 'network';

/** What the BMC has chosen at this reset; see `twin/boot-source.ts`. */
type Source =
  | { readonly kind: 'Hdd' | 'Pxe' | 'BiosSetup' }
  | { readonly kind: 'Cd' | 'Usb' }
  | { readonly kind: 'UefiHttp'; readonly uri: string | null };

/**
 * Without an override only the disks, so that a blank machine waits where it is and calls nobody. What was chosen goes
 * before them. There is no DHCP that would say what UEFI HTTP boot should fetch, so that without a URI the network is asked
 * as by PXE; and there is nobody at the keyboard of BIOS setup.
 */
export function planBoot(source: Source, mode: string): BootPlan {
  const firmware = mode === 'Legacy' ? 'Legacy' : 'UEFI';
  switch (source.kind) {
    case 'Pxe':
      return { firmware, order: ['network', 'disks'] };
    case 'Cd':
    case 'Usb':
      return { firmware, order: ['cd', 'disks'] };
    case 'UefiHttp':
      return source.uri === null
        ? { firmware, order: ['network', 'disks'] }
        : { firmware, order: ['disks'], httpBootUri: source.uri };
    case 'Hdd':
    case 'BiosSetup':
      return { firmware, order: ['disks'] };
    default:
      return never(source);
  }
}
