import type { Repo } from '../ports/repo.ts';
import { type Fates } from './fate.ts';
import type { Kernel } from './kernel.ts';
import type { Life } from './life.ts';
/** The `repo` port of one process: a repository in memory, with a network in between. */
export declare function overNetwork(repo: Repo, kernel: Kernel, life: Life, fates: Fates): Repo;
