import type { HttpLimits } from '../ports/http.ts';

/** Every bound of the protocol in one place. Times in milliseconds. */
export interface RedfishLimits {
  readonly read: HttpLimits;
  /** BMCs were seen to take more than a minute over a BIOS write that they then accepted. */
  readonly write: HttpLimits;
  /** For ending one session when the driver closes. */
  readonly logoutMs: number;
  /** Requests that may wait for one BMC, which may front some hundred machines; what comes after them is told that it is busy. */
  readonly waitingMax: number;
  /** How deep an answer may nest. */
  readonly depthMax: number;
  readonly pagesMax: number;
  readonly membersMax: number;
  /** Resources read in one look. */
  readonly readsMax: number;
  /** Refused credentials are tried again after this long: by then a person may have changed the account. */
  readonly refusalMs: number;
}

const mebibyte = 1024 * 1024;

export const defaultLimits: RedfishLimits = {
  read: { connectMs: 10_000, idleMs: 30_000, totalMs: 60_000, bodyBytesMax: 4 * mebibyte },
  write: { connectMs: 10_000, idleMs: 90_000, totalMs: 120_000, bodyBytesMax: mebibyte },
  logoutMs: 3_000,
  waitingMax: 256,
  depthMax: 64,
  pagesMax: 50,
  membersMax: 1_000,
  readsMax: 2_000,
  refusalMs: 3_600_000,
};
