import { fail, ok, type Result } from '../../model/result.ts';

/**
 * The variables of a UEFI firmware that is not running, in the flash image that QEMU keeps them in (OVMF_VARS*.fd): a
 * firmware volume (UEFI PI, volume 3) with one store of authenticated variables (EDK2, VariableFormat.h).
 */

/** Of the UEFI specification: where BootNext and Boot#### are. */
export const globalVariable = '8be4df61-93ca-11d2-aa0d-00e098032b8c';
/** Non-volatile, for boot services and the operating system. */
export const usualAttributes = 7;

export interface Variable {
  readonly vendor: string;
  readonly name: string;
  readonly attributes: number;
  readonly data: Uint8Array;
}

/** One as it lies in the store, with what only the firmware needs of it. */
interface Kept extends Variable {
  /** Counter, time stamp and key index of authenticated variables, as they are. */
  readonly authentication: Uint8Array;
}

const headerLengthAt = 0x30;
const storeHeaderLength = 28;
const recordHeaderLength = 60;
const startMark = 0x55aa;
const added = 0x3f;
/** A variable that is being replaced; it holds until the new one is complete. */
const inTransition = 0x3e;
const authenticated = 'aaf32c78-947b-439a-a180-2e144ec37792';

interface Store {
  /** Where the first record lies, and where the store ends. */
  readonly from: number;
  readonly to: number;
  readonly variables: readonly Kept[];
}

export function readVariables(image: Uint8Array): Result<readonly Variable[], string> {
  const store = readStore(image);
  return store.ok ? ok(store.value.variables) : store;
}

/**
 * A copy of the image in which these variables are as given, `null`: are not there; all others stay. What was deleted
 * before gives way, as when the firmware tidies up.
 */
export function withVariables(
  image: Uint8Array,
  vendor: string,
  changes: ReadonlyMap<string, Pick<Variable, 'attributes' | 'data'> | null>,
): Result<Uint8Array, string> {
  const store = readStore(image);
  if (!store.ok) return store;
  const { from, to, variables } = store.value;
  const kept = variables.filter((one) => one.vendor !== vendor || !changes.has(one.name));
  const fresh = [...changes].flatMap(([name, value]) =>
    value === null ? [] : [{ vendor, name, ...value, authentication: new Uint8Array(28) }],
  );
  const records = Buffer.concat([...kept, ...fresh].map(writeRecord));
  if (records.length > to - from) return fail('the firmware has no room for another variable');
  const changed = Buffer.from(image);
  changed.fill(0xff, from, to);
  records.copy(changed, from);
  return ok(changed);
}

function readStore(image: Uint8Array): Result<Store, string> {
  const bytes = Buffer.from(image.buffer, image.byteOffset, image.byteLength);
  const noStore = fail('this is no flash image with UEFI variables');
  if (bytes.length < headerLengthAt + 2 || bytes.toString('latin1', 0x28, 0x2c) !== '_FVH') return noStore;
  const start = bytes.readUInt16LE(headerLengthAt);
  const from = start + storeHeaderLength;
  if (from > bytes.length || readGuid(bytes, start) !== authenticated) return noStore;
  const to = start + bytes.readUInt32LE(start + 16);
  if (to < from || to > bytes.length) return noStore;
  const variables = new Map<string, Kept>();
  let at = from;
  while (at + recordHeaderLength <= to && bytes.readUInt16LE(at) === startMark) {
    const nameLength = bytes.readUInt32LE(at + 36);
    const dataLength = bytes.readUInt32LE(at + 40);
    const data = at + recordHeaderLength + nameLength;
    // Compared before it is rounded, which is done in 32 bits.
    const next = data + dataLength > to ? Number.POSITIVE_INFINITY : align(data + dataLength);
    if (next > to) return fail('the store of UEFI variables is damaged');
    const state = bytes.readUInt8(at + 2);
    const vendor = readGuid(bytes, at + 44);
    const name = bytes.toString('utf16le', at + recordHeaderLength, data).replace(/\0$/, '');
    const key = `${vendor} ${name}`;
    if (state === added || (state === inTransition && !variables.has(key))) {
      variables.set(key, {
        vendor,
        name,
        attributes: bytes.readUInt32LE(at + 4),
        authentication: bytes.subarray(at + 8, at + 36),
        data: bytes.subarray(data, data + dataLength),
      });
    }
    at = next;
  }
  return ok({ from, to, variables: [...variables.values()] });
}

function writeRecord({ vendor, name, attributes, authentication, data }: Kept): Buffer {
  const text = Buffer.from(`${name}\0`, 'utf16le');
  const length = recordHeaderLength + text.length + data.length;
  const record = Buffer.alloc(align(length), 0xff);
  record.writeUInt16LE(startMark, 0);
  record.writeUInt8(added, 2);
  record.writeUInt8(0, 3);
  record.writeUInt32LE(attributes, 4);
  record.set(authentication, 8);
  record.writeUInt32LE(text.length, 36);
  record.writeUInt32LE(data.length, 40);
  record.set(writeGuid(vendor), 44);
  record.set(text, recordHeaderLength);
  record.set(data, recordHeaderLength + text.length);
  return record;
}

const align = (offset: number): number => (offset + 3) & ~3;

/** The first three fields of a GUID are little-endian (UEFI, appendix A). */
function readGuid(bytes: Buffer, at: number): string {
  const hex = (from: number, to: number): string => bytes.toString('hex', at + from, at + to);
  const turned = (from: number, to: number): string =>
    Buffer.from(bytes.subarray(at + from, at + to))
      .reverse()
      .toString('hex');
  return [turned(0, 4), turned(4, 6), turned(6, 8), hex(8, 10), hex(10, 16)].join('-');
}

function writeGuid(guid: string): Uint8Array {
  const turned = Buffer.from(guid.replaceAll('-', ''), 'hex');
  turned.subarray(0, 4).reverse();
  turned.subarray(4, 6).reverse();
  turned.subarray(6, 8).reverse();
  return turned;
}
