import type { RepoCheck } from './bench.ts';
export declare const raceCases: readonly RepoCheck[];
