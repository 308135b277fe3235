import { selfSigned, type TlsIdentity } from '../tls/self-signed.ts';

/**
 * For a machine on 127.0.0.1. The key follows from seed and name, so that the pin in a manifest outlives a restart of the
 * simulation: it protects nothing, as nothing here needs protection.
 */
export const makeTlsIdentity = (seed: number, machine: string): TlsIdentity =>
  selfSigned({ secret: `nanometal twin ${seed} ${machine}`, name: machine, places: ['localhost', '127.0.0.1'] });
