/** A release of Kubernetes. */
export interface KubernetesVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** `v1.31.4`; null for anything else, also for candidates and builds. */
export function readKubernetesVersion(text: string): KubernetesVersion | null {
  const [, major, minor, patch] = /^v(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})$/.exec(text) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return null;
  return { major: Number(major), minor: Number(minor), patch: Number(patch) };
}

export type KubeadmApi = 'v1beta3' | 'v1beta4';

/**
 * The newest form of configuration that this kubeadm reads: v1beta4 came with 1.31, v1beta3 with 1.22. Null: older
 * than that, or of a Kubernetes that nobody knows yet.
 */
export function kubeadmApiOf({ major, minor }: KubernetesVersion): KubeadmApi | null {
  if (major !== 1 || minor < 22) return null;
  return minor < 31 ? 'v1beta3' : 'v1beta4';
}
