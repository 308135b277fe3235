import { fail, ok, type Result } from '../model/result.ts';

/** Lines `key=value` (docs/boot.md), in the order in which they stand. A key that stands several times is a list. */
export type Lines = readonly (readonly [key: string, value: string])[];

const linesMax = 2_048;
const keyPattern = /^[a-z][a-z0-9.-]{0,31}$/;
const control = /\p{Cc}/u;

/** Empty lines and comments are passed over. The error is for people. */
export function readLines(text: string): Result<Lines, string> {
  const lines = text.split('\n');
  if (lines.length > linesMax) return fail(`more than ${linesMax} lines`);
  const read: (readonly [string, string])[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const equals = line.indexOf('=');
    const key = line.slice(0, Math.max(0, equals));
    const value = line.slice(equals + 1);
    if (!keyPattern.test(key)) return fail(`line ${index + 1} is not key=value`);
    if (control.test(value)) return fail(`line ${index + 1}: a control character in ${key}`);
    read.push([key, value]);
  }
  return ok(read);
}

/** Throws where a value would break out of its line: whoever has such a value checks it before. */
export function writeLines(lines: Lines): string {
  return lines
    .map(([key, value]) => {
      if (!keyPattern.test(key) || control.test(value)) throw new Error(`not a line of the protocol: ${key}`);
      return `${key}=${value}\n`;
    })
    .join('');
}

export const isWritable = (value: string): boolean => !control.test(value);

export const firstOf = (lines: Lines, key: string): string | undefined => lines.find(([name]) => name === key)?.[1];

export const allOf = (lines: Lines, key: string): readonly string[] =>
  lines.flatMap(([name, value]) => (name === key ? [value] : []));

/** `nvme0n1 bytes=480 model=A%20B`: words, and the fields among them, with spaces put back. */
export function readWords(value: string): {
  readonly words: readonly string[];
  readonly fields: ReadonlyMap<string, string>;
} {
  const words: string[] = [];
  const fields = new Map<string, string>();
  for (const part of value.split(' ')) {
    const equals = part.indexOf('=');
    if (part === '') continue;
    if (equals < 0) words.push(decodeWord(part));
    else if (!fields.has(part.slice(0, equals))) fields.set(part.slice(0, equals), decodeWord(part.slice(equals + 1)));
  }
  return { words, fields };
}

export const encodeWord = (text: string): string => text.replaceAll('%', '%25').replaceAll(' ', '%20');
const decodeWord = (text: string): string => text.replaceAll('%20', ' ').replaceAll('%25', '%');
