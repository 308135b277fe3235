import type { RepoCheck } from './bench.ts';
export declare const fetchCases: readonly RepoCheck[];
