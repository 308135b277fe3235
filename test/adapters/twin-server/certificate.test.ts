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

  it('has room for a long name', () => {
    const name = 'x'.repeat(63);
    expect(new X509Certificate(makeTlsIdentity(1, name).cert).subject).toBe(`CN=${name}`);
  });
});
