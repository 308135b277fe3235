import { createECDH, createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { isIP } from 'node:net';
import { bitString, der, integer, octetString, oid, sequence, set, utcTime, utf8 } from './der.ts';

export interface TlsIdentity {
  /** PEM. */
  readonly key: string;
  /** PEM, self-signed. */
  readonly cert: string;
  /** SHA-256 of the public key (SubjectPublicKeyInfo, DER) as 64 hex digits. */
  readonly pin: string;
}

export interface SelfSigned {
  /** The key follows from it, so that the pin outlives whoever makes it. */
  readonly secret: string;
  /** Common name. */
  readonly name: string;
  /** Subject alternative names: host names and IPv4 addresses. */
  readonly places: readonly string[];
}

/**
 * A key and a self-signed certificate (RFC 5280). node:crypto signs but cannot make certificates, and `openssl` may not be
 * there, so the DER is written here. Whoever relies on it pins the key: dates and names are only what clients insist on.
 */
export function selfSigned({ secret, name, places }: SelfSigned): TlsIdentity {
  const privateKey = deriveKey(secret);
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const body = certificateBody(name, places, publicKey);
  const signature = sign('sha256', body, privateKey);
  const cert = sequence(body, ecdsaWithSha256, bitString(signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(cert),
    pin: createHash('sha256').update(publicKey).digest('hex'),
  };
}

/** Lines of 64 characters (RFC 7468): a last one that is empty would end it for OpenSSL. */
function pem(cert: Buffer): string {
  const lines = cert.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** P-256, which every client speaks. The first bit is cleared, so that the scalar is below the order of the curve. */
function deriveKey(secret: string): KeyObject {
  const scalar = createHash('sha256').update(secret).digest();
  scalar.writeUInt8(scalar.readUInt8(0) & 0x7f, 0);
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(scalar);
  const point = curve.getPublicKey();
  const base64url = (bytes: Buffer): string => bytes.toString('base64url');
  return createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      d: base64url(scalar),
      x: base64url(point.subarray(1, 33)),
      y: base64url(point.subarray(33, 65)),
    },
  });
}

const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));
const version3 = der(0xa0, integer(Buffer.from([2])));

function certificateBody(commonName: string, places: readonly string[], publicKey: Uint8Array): Buffer {
  const serial = createHash('sha256').update(publicKey).digest().subarray(0, 8);
  serial.writeUInt8(serial.readUInt8(0) | 0x80, 0);
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8(commonName))));
  const validity = sequence(utcTime('200101000000Z'), utcTime('491231235959Z'));
  const extensions = der(
    0xa3,
    sequence(sequence(oid('2.5.29.17'), octetString(sequence(...places.map(alternativeName))))),
  );
  return sequence(version3, integer(serial), ecdsaWithSha256, name, validity, name, publicKey, extensions);
}

/** dNSName [2] or iPAddress [7]. */
const alternativeName = (place: string): Buffer =>
  isIP(place) === 4 ? der(0x87, Buffer.from(place.split('.').map(Number))) : der(0x82, Buffer.from(place, 'latin1'));
