import type { Result } from '../../model/result.ts';
import { globalVariable, usualAttributes, type Variable, withVariables } from './firmware-vars.ts';

/** A number that no firmware gives to an option of its own. */
const number = 0x0099;
const optionName = 'Boot0099';
const active = 1;

/**
 * The flash image of a firmware that fetches `uri` at its next start and boots that, once; `null`: that has no such thing
 * left from a start that was cut off.
 */
export function withHttpBootOnce(image: Uint8Array, uri: string | null): Result<Uint8Array, string> {
  const changes = new Map<string, Pick<Variable, 'attributes' | 'data'> | null>([
    [optionName, uri === null ? null : { attributes: usualAttributes, data: loadOption(uri) }],
    ['BootNext', uri === null ? null : { attributes: usualAttributes, data: uint16(number) }],
  ]);
  return withVariables(image, globalVariable, changes);
}

/** EFI_LOAD_OPTION with the short form of a device path: the URI alone, so that any port of the machine will do. */
function loadOption(uri: string): Uint8Array {
  const path = Buffer.concat([node(0x03, 0x18, Buffer.from(uri)), node(0x7f, 0xff, Buffer.alloc(0))]);
  const attributes = Buffer.alloc(4);
  attributes.writeUInt32LE(active);
  return Buffer.concat([attributes, uint16(path.length), Buffer.from('HTTP boot\0', 'utf16le'), path]);
}

/** One node of a device path (UEFI, Device Path Protocol). */
const node = (type: number, subtype: number, data: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([type, subtype]), uint16(4 + data.length), data]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
