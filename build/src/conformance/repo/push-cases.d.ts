import type { RepoCheck } from './bench.ts';
export declare const pushCases: readonly RepoCheck[];
