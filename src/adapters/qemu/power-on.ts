import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../model/result.ts';
import { cdDrive, commandLine, type MachineSpec, portName } from './command-line.ts';
import { startGuarded } from './guarded.ts';
import { Qmp } from './qmp.ts';
import { type FirmwareSign, readFirmware } from './serial-line.ts';

/** Why a virtual machine is not on any more. `died`: QEMU itself ended. */
export type Ending =
  | { readonly kind: 'reset' }
  | { readonly kind: 'off' }
  | { readonly kind: 'died'; readonly message: string };

/** One QEMU, which is one time that a machine was on: from a reset to the next, or to power-off. */
export interface PowerOn {
  /** By itself, or because of `powerDown` or `cut`; until then nothing of it is gone. */
  readonly ending: Promise<Ending>;
  /** Presses the power button; whether anybody inside hears that is another matter. */
  powerDown(): Promise<Result<unknown, string>>;
  /** The path of another medium for the CD drive, `null`: none. */
  changeMedium(path: string | null): Promise<Result<unknown, string>>;
  /** Takes the power away; returns when QEMU is gone. */
  cut(): Promise<void>;
}

/** Starts it, and lets it run. The error is for people, and everything that QEMU says is in `qemu.log`. */
export async function powerOn(
  folder: string,
  spec: MachineSpec,
  tell: (sign: FirmwareSign) => void,
): Promise<Result<PowerOn, string>> {
  const output = openSync(join(folder, 'qemu.log'), 'a', 0o600);
  const qemu = startGuarded(commandLine(spec), folder, output);
  closeSync(output);
  let settle: (ending: Ending) => void = () => {};
  const ending = new Promise<Ending>((resolve) => {
    settle = resolve;
  });
  void qemu.ended.then((how) => settle({ kind: 'died', message: `QEMU ended: ${how}` }));
  const [monitor, serial] = qemu.lines;
  serial.on('data', readFirmware(tell));
  const qmp = new Qmp(monitor, ({ name, data }) => {
    if (name === 'SHUTDOWN') settle({ kind: data.reason === 'guest-reset' ? 'reset' : 'off' });
  });
  const cut = async (): Promise<void> => {
    qemu.kill();
    await qemu.ended;
  };
  const begun = await begin(qmp, spec);
  if (!begun.ok) {
    await cut();
    return fail(begun.error);
  }
  return ok({
    ending,
    powerDown: () => qmp.execute('system_powerdown'),
    changeMedium: (path) =>
      path === null
        ? qmp.execute('eject', { id: cdDrive, force: true })
        : qmp.execute('blockdev-change-medium', {
            id: cdDrive,
            filename: path,
            format: 'raw',
            'read-only-mode': 'read-only',
          }),
    cut,
  });
}

async function begin(qmp: Qmp, spec: MachineSpec): Promise<Result<unknown, string>> {
  const begun = await qmp.begin();
  if (!begun.ok) return begun;
  for (let index = 1; index < spec.hardware.nics.length; index++) {
    const unplugged = await qmp.execute('set_link', { name: portName(index), up: false });
    if (!unplugged.ok) return unplugged;
  }
  return qmp.execute('cont');
}
