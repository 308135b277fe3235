/** Git's rules for a full ref name (git-check-ref-format), as far as they keep a name from being anything else. */
const unfit = /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.$|\/$|\.lock(?:\/|$)/u;

/** A name that is not one comes from a bug, never from a person. */
export function assertRefName(ref: string): void {
  if (!ref.startsWith('refs/') || ref.length < 6 || Buffer.byteLength(ref) > 1000 || unfit.test(ref)) {
    throw new Error(`not a full ref name: ${JSON.stringify(ref)}`);
  }
}

/** Refs of our own that hold one parentless commit, replaced and never continued: the lease. */
export const isOwnRef = (ref: string): boolean => ref.startsWith('refs/nanometal/');

/**
 * Where a clone remembers what a remote's ref was last seen at. One flat folder, so that a branch `a` which became a
 * folder `a/b` on the remote cannot be in its own way here.
 */
export function trackingRef(ref: string): string {
  const flat = encodeURIComponent(ref.slice('refs/'.length)).replaceAll('.', '%2E').replaceAll('*', '%2A');
  return `refs/nanometal/remote/${flat}`;
}
