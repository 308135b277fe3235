/**
 * What OVMF says on the serial line about where it is: `BdsDxe: starting Boot0001 "UEFI …"` when it hands over. Its own
 * shell and menus are boot options too, and no operating system.
 */
export type FirmwareSign = 'OsBootStarted' | 'OsBootFailed';

const lineLengthMax = 1_024;
const own = /"(EFI Internal Shell|UiApp|BootManagerMenuApp|EFI Firmware Setup)/;

/** Gives a reader that takes the line's bytes as they come. */
export function readFirmware(tell: (sign: FirmwareSign) => void): (bytes: Uint8Array) => void {
  let text = '';
  return (bytes) => {
    // Every byte a character: what is looked for is ASCII, and what an operating system prints may be anything.
    const lines = (text + Buffer.from(bytes).toString('latin1')).split(/[\r\n]/);
    text = (lines.pop() ?? '').slice(-lineLengthMax);
    for (const line of lines) {
      const sign = signOf(line.slice(-lineLengthMax));
      if (sign !== null) tell(sign);
    }
  };
}

function signOf(line: string): FirmwareSign | null {
  const [, verb] = /BdsDxe: (starting|failed to start) Boot[0-9A-F]{4} /.exec(line) ?? [];
  if (verb === undefined) return null;
  if (verb === 'failed to start') return 'OsBootFailed';
  return own.test(line) ? null : 'OsBootStarted';
}
