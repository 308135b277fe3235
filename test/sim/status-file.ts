import type { Objects } from '../../src/rehearsal/objects.ts';

/** A file of a commit; undefined where there is none. */
export function readJson(objects: Objects, commit: string | null, path: string): unknown {
  const text = readText(objects, commit, path);
  return text === undefined ? undefined : JSON.parse(text);
}

export function readText(objects: Objects, commit: string | null, path: string): string | undefined {
  const head = objects.get(commit ?? '');
  let id = head?.kind === 'commit' ? head.body.tree : '';
  for (const part of path.split('/')) {
    const folder = objects.get(id);
    id = (folder?.kind === 'tree' ? folder.items.find((item) => item.name === part)?.id : '') ?? '';
  }
  const blob = objects.get(id);
  return blob?.kind === 'blob' ? new TextDecoder().decode(blob.bytes) : undefined;
}

export interface FacilityFile {
  readonly accepted?: string;
  readonly rejected?: object;
  readonly counts: { readonly underWay: number; readonly reachable: number };
}
export const isFacility = (value: unknown): value is FacilityFile =>
  typeof value === 'object' && value !== null && 'counts' in value;
export const isPlan = (
  value: unknown,
): value is { readonly intents: readonly unknown[]; readonly holds?: readonly unknown[] } =>
  typeof value === 'object' && value !== null && 'intents' in value;

/** What `secrets/<machine>.age` holds, as it is sealed in rehearsal. */
export function keysIn(
  sealed: string | undefined,
): readonly { readonly username: string; readonly password: string }[] {
  const plain: unknown = sealed === undefined ? null : JSON.parse(atob(sealed.split(': ')[1]?.trim() ?? ''));
  return isKeyring(plain) ? plain.keys : [];
}

const isKeyring = (
  value: unknown,
): value is { readonly keys: readonly { readonly username: string; readonly password: string }[] } =>
  typeof value === 'object' && value !== null && 'keys' in value;
