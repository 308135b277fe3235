import type { RepoCheck } from './bench.ts';
export declare const writeCases: readonly RepoCheck[];
