import type { Instant } from '../model/names.ts';
import type { Bmc } from './bmc.ts';
import { mediumOf } from './media.ts';

/** What a host started from at its last reset. */
export type BootSource =
  | { readonly kind: 'Hdd' }
  | { readonly kind: 'Cd' | 'Usb'; readonly image: string }
  /** `null`: DHCP says where from. */
  | { readonly kind: 'UefiHttp'; readonly uri: string | null }
  | { readonly kind: 'Pxe' }
  | { readonly kind: 'BiosSetup' };

/** What the firmware chooses: the override where there is one and something to boot from, else the disk. */
export function chooseBootSource(bmc: Bmc): BootSource {
  const { target, enabled, mode } = bmc.boot;
  switch (enabled === 'Disabled' ? 'None' : target) {
    case 'Cd':
    case 'Usb': {
      const kind = target === 'Cd' ? 'Cd' : 'Usb';
      const medium = mediumOf(bmc, kind === 'Cd' ? 'CD' : 'USBStick');
      return medium === undefined ? { kind: 'Hdd' } : { kind, image: medium.image };
    }
    case 'UefiHttp':
      return mode === 'UEFI' ? { kind: 'UefiHttp', uri: httpUriOf(bmc) } : { kind: 'Hdd' };
    case 'Pxe':
      return { kind: 'Pxe' };
    case 'BiosSetup':
      return { kind: 'BiosSetup' };
    default:
      return { kind: 'Hdd' };
  }
}

function httpUriOf({ spec, bios, boot }: Bmc): string | null {
  if (spec.httpBootAttribute === undefined) return boot.httpUri;
  const uri = bios.current[spec.httpBootAttribute];
  return typeof uri === 'string' && uri !== '' ? uri : null;
}

/** For a model of what runs on the host: which system that is, and since which reset; `null`: none, or not yet. */
export function whatRuns({ host }: Bmc): { readonly source: BootSource; readonly since: Instant } | null {
  return host.power === 'On' && host.progress === 'OSRunning'
    ? { source: host.bootedFrom, since: host.lastReset }
    : null;
}
