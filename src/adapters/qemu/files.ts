import {
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../model/result.ts';
import { withHttpBootOnce } from './boot-next.ts';
import type { Firmware } from './firmware.ts';

/** What one virtual machine keeps in its folder; names are relative to it. */
export const serialLog = 'serial.log';
export const mediumFile = 'medium.iso';
export const variablesOf = ({ secure }: Firmware): string => (secure ? 'vars-secure.fd' : 'vars.fd');
/** A disk is known by its serial number: another one in its place is another disk. */
export const diskFile = (serial: string): string => `disk-${serial.replaceAll(/[^\w.-]/g, '_')}.raw`;

export const makeMachineFolder = (folder: string): void => void mkdirSync(folder, { recursive: true, mode: 0o700 });

/** Blank, and without a block of its own until something is written; one that is there is left as it is. */
export function makeDisk(folder: string, serial: string, bytes: number): void {
  const path = join(folder, diskFile(serial));
  if (existsSync(path)) return;
  const file = openSync(path, 'wx', 0o600);
  ftruncateSync(file, bytes);
  closeSync(file);
}

/** The machine's own variables, before a start: with this for the firmware to fetch once, or with nothing of that sort. */
export function makeVariables(folder: string, firmware: Firmware, httpBootUri: string | null): Result<null, string> {
  const path = join(folder, variablesOf(firmware));
  if (!existsSync(path)) copyFileSync(firmware.vars, path);
  const changed = withHttpBootOnce(readFileSync(path), httpBootUri);
  if (!changed.ok) return changed;
  writeFileSync(`${path}.new`, changed.value, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return { ok: true, value: null };
}
