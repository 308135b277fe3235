/**
 * How large what people write may be. Each is far above what a fleet needs and far below what would hold up the
 * process: the largest file that is allowed takes tens of milliseconds to read.
 */
export const limits = {
  fileBytes: 256 * 1024,
  /** UTF-16 code units in one value. */
  scalarLength: 64 * 1024,
  /** Maps and lists inside one another. */
  depth: 32,
  /** Maps, lists and scalars in one file; keys are not counted. */
  nodes: 10_000,
  /** Of the YAML library, which needs some microseconds for each: spaces, line ends and comments count too. */
  tokens: 12_000,
  /** A key is a word, not a text. */
  keyLength: 128,
  /** UTF-16 code units in all that the templates of one facility give. */
  renderedLength: 64 * 1024 * 1024,
  machineFiles: 200_000,
  otherFiles: 20_000,
  treeBytes: 256 * 1024 * 1024,
  /** Listed one by one; the rest is counted. */
  problems: 100,
  valueShown: 80,
} as const;
