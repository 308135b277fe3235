import type { RepoCheck } from './bench.ts';
export declare const readCases: readonly RepoCheck[];
