import type { Bootable } from './disk.ts';

/** How an installed system says that it runs: cloud-init's `phone_home`, as its seed asks for it. */
export interface PhoneHome {
  readonly url: string;
  /** How often it tries, a few seconds apart; then it never does again. */
  readonly tries: number;
  readonly instance: string;
}

/** What the system calls at its first boot; null: nobody. */
export function phoneHomeOf(system: Bootable): PhoneHome | null {
  if (system.kind === 'old') return null;
  const user = system.seed['user-data'] ?? '';
  const url = /^phone_home:\n(?: +.*\n)*? +url: *"?([^"\s]+)"?$/m.exec(user)?.[1];
  if (url === undefined) return null;
  const tries = Number(/^phone_home:\n(?: +.*\n)*? +tries: *"?(\d+)"?$/m.exec(user)?.[1] ?? 10);
  const instance = /"?instance-id"?: *"?([^"\s,]+)"?/.exec(system.seed['meta-data'] ?? '')?.[1] ?? '';
  return { url, tries, instance };
}

const ssh = 22;

/** Whether the system takes connections there: on the port of its ssh, at an address that its seed gave it. */
export function listensOn(system: Bootable, address: string, port: number): boolean {
  if (system.kind === 'old' || port !== ssh) return false;
  const given = /[0-9a-f.:]+(?=\/\d+)/gi;
  return (system.seed['network-config'] ?? '').match(given)?.includes(address) ?? false;
}
