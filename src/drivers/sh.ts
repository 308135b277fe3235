/** One word for sh, whatever is in it. A NUL cannot be in a word, and the schema lets none through. */
export const word = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A script of one command a line that ends at the first that fails. */
export const script = (about: string, lines: readonly string[]): string =>
  ['#!/bin/sh', `# ${about}`, 'set -eu', ...lines, ''].join('\n');

/** A line that people wrote, run as a shell of its own: what is wrong with its quotes stays within it. */
export const command = (line: string): string => `sh -ec ${word(line)}`;
