import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withHttpBootOnce } from '../../../src/adapters/qemu/boot-next.ts';
import {
  globalVariable,
  readVariables,
  usualAttributes,
  withVariables,
} from '../../../src/adapters/qemu/firmware-vars.ts';

const storeBytes = 4_096;
const storeAt = 0x48;
const from = storeAt + 28;

/** An empty store as OVMF has it: a firmware volume whose header is 72 bytes long, with authenticated variables. */
function emptyImage(): Buffer {
  const image = Buffer.alloc(storeAt + storeBytes + 512, 0xff);
  image.fill(0, 0, storeAt);
  image.write('_FVH', 0x28, 'latin1');
  image.writeUInt16LE(storeAt, 0x30);
  Buffer.from('782cf3aa7b949a43a1802e144ec37792', 'hex').copy(image, storeAt);
  image.writeUInt32LE(storeBytes, storeAt + 16);
  return image;
}

const names = (image: Uint8Array): readonly string[] => {
  const read = readVariables(image);
  if (!read.ok) throw new Error(read.error);
  return read.value.map(({ name }) => name);
};

const set = (image: Uint8Array, name: string, data: Uint8Array): Buffer => {
  const changed = withVariables(image, globalVariable, new Map([[name, { attributes: usualAttributes, data }]]));
  if (!changed.ok) throw new Error(changed.error);
  return Buffer.from(changed.value);
};

describe('the variables of a firmware that is not running', () => {
  it('lie in the store as EDK2 has them', () => {
    const image = set(emptyImage(), 'BootNext', Buffer.from([0x99, 0]));
    const record = image.subarray(from, from + 60 + 18 + 2);
    expect(record.toString('hex')).toBe(
      ['aa553f00', '07000000', '00'.repeat(28), '12000000', '02000000', '61dfe48bca93d211aa0d00e098032b8c'].join('') +
        Buffer.from('BootNext\0', 'utf16le').toString('hex') +
        '9900',
    );
    expect(image.subarray(from + 80, storeAt + storeBytes).every((byte) => byte === 0xff)).toBe(true);
    expect(image.subarray(0, from).equals(emptyImage().subarray(0, from))).toBe(true);
  });

  it('are what was set last, and all others stay', () => {
    const value = fc.tuple(fc.constantFrom('A', 'Boot0001', 'Lang', 'ß'), fc.uint8Array({ maxLength: 60 }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), (steps) => {
        let image = emptyImage();
        for (const [name, data] of steps) image = set(image, name, data);
        const read = readVariables(image);
        const found = read.ok ? read.value.map(({ name, data }) => [name, [...data]] as const) : [];
        const wanted = new Map(steps.map(([name, data]) => [name, [...data]] as const));
        expect(new Map(found)).toEqual(wanted);
        expect(found).toHaveLength(wanted.size);
      }),
    );
  });

  it('hold until their replacement is complete, and are gone when they are deleted', () => {
    const image = set(set(emptyImage(), 'Old', Buffer.from([1])), 'Other', Buffer.from([2]));
    image.writeUInt8(0x3e, from + 2);
    expect(names(image)).toEqual(['Old', 'Other']);
    image.writeUInt8(0x3c, from + 2);
    expect(names(image)).toEqual(['Other']);
  });

  it('are refused where there is no room, and left alone where there is no store', () => {
    const large = new Map([['Large', { attributes: usualAttributes, data: new Uint8Array(storeBytes) }]]);
    expect(withVariables(emptyImage(), globalVariable, large).ok).toBe(false);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => !readVariables(bytes).ok));
  });

  it('that are damaged are never read beyond their end', () => {
    const image = set(set(emptyImage(), 'A', new Uint8Array(20)), 'B', new Uint8Array(20));
    fc.assert(
      fc.property(fc.nat(300), fc.nat(255), (offset, byte) => {
        const damaged = Buffer.from(image);
        damaged.writeUInt8(byte, offset);
        const read = readVariables(damaged);
        expect(read.ok ? read.value.length : 0).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('a boot over HTTP, once', () => {
  const uri = 'http://10.0.2.2:8080/agent.efi';

  it('is BootNext and an option with the URI alone as its device path', () => {
    const changed = withHttpBootOnce(emptyImage(), uri);
    const read = changed.ok ? readVariables(changed.value) : changed;
    const found = new Map(read.ok ? read.value.map(({ name, data }) => [name, Buffer.from(data)] as const) : []);
    expect(found.get('BootNext')).toEqual(Buffer.from([0x99, 0]));
    const node = Buffer.concat([Buffer.from([3, 0x18, 4 + uri.length, 0]), Buffer.from(uri)]);
    const path = Buffer.concat([node, Buffer.from([0x7f, 0xff, 4, 0])]);
    const head = Buffer.from([1, 0, 0, 0, path.length, 0]);
    expect(found.get('Boot0099')).toEqual(Buffer.concat([head, Buffer.from('HTTP boot\0', 'utf16le'), path]));
  });

  it('that a start was cut off before is not there at the next', () => {
    const begun = withHttpBootOnce(set(emptyImage(), 'Boot0001', Buffer.from([1])), uri);
    const after = begun.ok ? withHttpBootOnce(begun.value, null) : begun;
    expect(after.ok && names(after.value)).toEqual(['Boot0001']);
  });
});
