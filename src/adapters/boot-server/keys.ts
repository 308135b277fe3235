import { createHash, createHmac, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import type { FacilityName } from '../../model/names.ts';
import type { BootKeys } from '../../ports/boot-keys.ts';
import type { Disk } from '../../ports/disk.ts';
import { selfSigned, type TlsIdentity } from '../tls/self-signed.ts';

/** In the state folder, for its owner only: 64 hex digits. Whoever has it can have anything written to the disks of the facility. */
const keyFile = 'boot-key';

/**
 * Reads the facility's boot key, or makes it at the first start. One that cannot be read throws: a new one in its place
 * would cut off every agent that runs. Where it is lost, agents that run are not heard any more, and are booted anew.
 */
export async function openBootSecret(disk: Disk): Promise<string> {
  const content = await disk.read(keyFile);
  if (content === null) {
    const secret = randomBytes(32).toString('hex');
    await disk.write(keyFile, Buffer.from(`${secret}\n`));
    return secret;
  }
  const secret = Buffer.from(content).toString('utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(secret)) throw new Error(`${keyFile} in the state folder does not hold 64 hex digits`);
  return secret;
}

/** All of it follows from the one secret. */
export function bootKeysOf(secret: string): BootKeys {
  const derive = (label: string): Buffer => createHmac('sha256', Buffer.from(secret, 'hex')).update(label).digest();
  // PKCS #8 of an Ed25519 key is this prefix and 32 bytes (RFC 8410).
  const privateKey = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), derive('key of work items')]),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    derive: (label) => derive(`name ${label}`).toString('hex'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64'),
    publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64'),
    pin: Buffer.from(tlsIdentity(secret, 'boot', []).pin, 'hex').toString('base64'),
  };
}

/** The certificate names the address for clients that look; agents go by the pin alone. */
export const bootTls = (secret: string, facility: FacilityName, address: string): TlsIdentity =>
  tlsIdentity(secret, `boot service of ${facility}`, address.includes(':') ? [] : [address]);

const tlsIdentity = (secret: string, name: string, places: readonly string[]): TlsIdentity =>
  selfSigned({
    secret: createHash('sha256').update(`nanometal boot service ${secret}`).digest('hex'),
    name,
    places: ['localhost', ...places],
  });
