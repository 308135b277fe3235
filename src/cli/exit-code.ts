/** What a command ends with (design §7). */
export const exitCode = {
  done: 0,
  failed: 1,
  usage: 2,
  /** `plan --exit-code`: there is something to do. */
  actions: 3,
  /** Manifests are not acceptable. */
  rejected: 4,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
