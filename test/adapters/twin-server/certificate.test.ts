import { createHash, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeTlsIdentity } from '../../../src/adapters/twin-server/certificate.ts';

describe('a certificate written by hand', () => {
  it('is one that OpenSSL reads, signed by its own key', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const { cert, pin } = makeTlsIdentity(seed, 'ams1-r01-u01');
      const read = new X509Certificate(cert);
      expect(read.subject).toBe('CN=ams1-r01-u01');
      expect(read.verify(read.publicKey)).toBe(true);
      expect(read.checkIssued(read)).toBe(true);
      expect(read.checkIP('127.0.0.1')).toBe('127.0.0.1');
      expect(read.checkHost('localhost')).toBe('localhost');
      expect(new Date(read.validFrom).getUTCFullYear()).toBe(2020);
      expect(new Date(read.validTo).getUTCFullYear()).toBe(2049);
      const key = read.publicKey.export({ type: 'spki', format: 'der' });
      expect(createHash('sha256').update(key).digest('hex')).toBe(pin);
    }
  });

  // Signatures differ in length, so that every length of the last line comes up, the full one too.
  it('is read whatever its length', () => {
    for (let length = 1; length <= 63; length += 1) {
      const name = 'x'.repeat(length);
      for (let time = 0; time < 8; time += 1) {
        expect(new X509Certificate(makeTlsIdentity(1, name).cert).subject).toBe(`CN=${name}`);
      }
    }
  });
});
