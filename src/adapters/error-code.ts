/** The code of a failed system call (`ENOENT`, `EEXIST`, …); undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** "It is not there", the one failure of a disk that is an answer. */
export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';
