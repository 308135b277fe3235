/** Text as agent and boot service exchange it: lines `key=value`; repeated keys are lists (docs/boot.md). */
export type Words = ReadonlyMap<string, readonly string[]>;

export function readWords(text: string): Words {
  const words = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const equals = line.indexOf('=');
    if (equals <= 0 || line.startsWith('#')) continue;
    const key = line.slice(0, equals);
    words.set(key, [...(words.get(key) ?? []), line.slice(equals + 1).trimEnd()]);
  }
  return words;
}

export const one = (words: Words, key: string): string | undefined => words.get(key)?.[0];

export const writeWords = (lines: readonly (readonly [string, string | number | undefined])[]): string =>
  lines.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}\n`])).join('');

/** Spaces in the values of a `disk` line. */
export const spaceless = (value: string): string => value.replaceAll('%', '%25').replaceAll(' ', '%20');

const reserved = '# nanometal.conf: reserved\n';

/** The settings that stand in an ISO; null: it has none. */
export function settingsIn(iso: string): string | null {
  const at = iso.indexOf(reserved);
  return at < 0 ? null : iso.slice(at + reserved.length).trimEnd();
}
