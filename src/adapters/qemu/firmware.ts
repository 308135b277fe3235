import { accessSync, constants } from 'node:fs';
import { fail, ok, type Result } from '../../model/result.ts';

/** A UEFI firmware for QEMU's q35: its code, and variables to begin with. */
export interface Firmware {
  readonly code: string;
  readonly vars: string;
  /** With Microsoft's keys enrolled and Secure Boot on; its variables are written in system management mode only. */
  readonly secure: boolean;
}

/** Where Debian and what is made of it put it. */
const places: readonly Firmware[] = [
  { code: '/usr/share/OVMF/OVMF_CODE_4M.fd', vars: '/usr/share/OVMF/OVMF_VARS_4M.fd', secure: false },
  { code: '/usr/share/OVMF/OVMF_CODE_4M.ms.fd', vars: '/usr/share/OVMF/OVMF_VARS_4M.ms.fd', secure: true },
];

/** The error names the package that is missing. */
export function findFirmware(secure: boolean): Result<Firmware, string> {
  const found = places.find((place) => place.secure === secure && isReadable(place.code) && isReadable(place.vars));
  const what = secure ? 'UEFI firmware with Secure Boot' : 'UEFI firmware';
  return found === undefined ? fail(`no ${what} for QEMU is here; install the package ovmf`) : ok(found);
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
