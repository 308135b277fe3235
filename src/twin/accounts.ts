import type { Instant } from '../model/names.ts';
import type { Bmc } from './bmc.ts';

/** A ManagerAccount (Redfish ManagerAccount schema). An empty slot has no user name, and nobody can log in with it. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly password: string;
  readonly role: string;
  /** Wrong passwords in a row. */
  readonly failures: number;
  /** Refused whatever is shown, until then. */
  readonly lockedUntil: Instant;
}

/** AccountService: so many wrong passwords in a row lock an account, for so long. */
export const lockoutThreshold = 5;
export const lockoutMs = 600_000;

export const createAccount = (id: string, username: string, password: string, role: string): Account => ({
  id,
  username,
  password,
  role,
  failures: 0,
  lockedUntil: 0,
});

/** What the machine comes with: one account, and behind it empty slots where accounts cannot be added. */
export const firstAccounts = (
  { username, password }: { readonly username: string; readonly password: string },
  slots: number,
): readonly Account[] => [
  createAccount('1', username, password, 'Administrator'),
  ...Array.from({ length: Math.max(0, slots - 1) }, (_, index) => createAccount(String(index + 2), '', '', 'None')),
];

/** Whether this name and password get in, and what the try leaves behind. */
export function admit(
  bmc: Bmc,
  username: string,
  password: string,
  now: Instant,
): { readonly bmc: Bmc; readonly admitted: boolean } {
  const account = bmc.accounts.find((one) => one.username === username && username !== '');
  if (account === undefined || now < account.lockedUntil) return { bmc, admitted: false };
  if (account.password === password) {
    return { bmc: account.failures === 0 ? bmc : withAccount(bmc, { ...account, failures: 0 }), admitted: true };
  }
  const failures = account.failures + 1;
  const locked = failures >= lockoutThreshold;
  const after = { ...account, failures: locked ? 0 : failures, ...(locked ? { lockedUntil: now + lockoutMs } : {}) };
  return { bmc: withAccount(bmc, after), admitted: false };
}

export const withAccount = (bmc: Bmc, account: Account): Bmc => ({
  ...bmc,
  accounts: bmc.accounts.map((one) => (one.id === account.id ? account : one)),
});
