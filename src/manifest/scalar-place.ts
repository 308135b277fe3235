import type { ScalarNode } from './yaml-node.ts';

/**
 * The offset into `source` of what stands at `within` in the value of a scalar: exactly in a literal block and in text of
 * one line, else where the scalar begins.
 */
export function placeInScalar(source: string, { at, text }: ScalarNode, within: number): number {
  if (source[at] === '|') return placeInBlock(source, at, text, within);
  const start = source[at] === '"' || source[at] === "'" ? at + 1 : at;
  return source.startsWith(text, start) ? start + within : at;
}

/** Each line of a literal block is a line of the file, behind spaces. */
function placeInBlock(source: string, at: number, text: string, within: number): number {
  const before = text.slice(0, within).split('\n');
  let start = at;
  for (let line = 0; line < before.length; line++) {
    const newline = source.indexOf('\n', start);
    if (newline === -1) return at;
    start = newline + 1;
  }
  const column = before.at(-1)?.length ?? 0;
  const line = text.split('\n')[before.length - 1] ?? '';
  const found = source.indexOf(line, start);
  const end = source.indexOf('\n', start);
  return found === -1 || (end !== -1 && found > end) ? start : found + column;
}
