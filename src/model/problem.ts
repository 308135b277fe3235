/** Something wrong with a file that people wrote, with its place and what would be right. */
export interface Problem {
  readonly code: ProblemCode;
  /** Path in the fleet repo, printable. */
  readonly file: string;
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** JSON Pointer (RFC 6901) into the object. */
  readonly pointer?: string;
  /** What is wrong, as a sentence without a full stop. */
  readonly message: string;
  /** The offending value as it stands there, shortened to 80 characters. */
  readonly value?: string;
  /** What to do about it: "did you mean …", "add …". */
  readonly remedy?: string;
}

/** Closed: programs may branch on it, nobody compares messages. */
export type ProblemCode =
  | 'tree-empty'
  | 'tree-too-large'
  | 'file-mode'
  | 'file-name'
  | 'file-misplaced'
  | 'file-too-large'
  | 'file-not-utf8'
  | 'yaml-syntax'
  | 'yaml-feature'
  | 'yaml-duplicate-key'
  | 'yaml-too-deep'
  | 'yaml-too-many'
  | 'kind-unknown'
  | 'schema'
  | 'name-mismatch'
  | 'name-duplicate'
  | 'reference-unknown'
  | 'identity-duplicate'
  | 'address-duplicate'
  | 'account-duplicate'
  | 'address-out-of-range'
  | 'address-insecure'
  | 'operation-duplicate'
  | 'member-duplicate'
  | 'member-unfit'
  /** A template that cannot be read, or that names a value which is not there. */
  | 'template'
  /** What a template gave is not what belongs there. */
  | 'rendered'
  | 'setting-missing'
  | 'host-duplicate'
  | 'component-duplicate'
  | 'component-cycle'
  /** Two components of one host want the same port, file or unit. */
  | 'component-conflict'
  | 'component-unfit';
