import type { RepoBench } from './repo/bench.ts';
import type { Case } from './suite.ts';
export type { OtherCommit, OtherFile, RepoBench } from './repo/bench.ts';
/** The promises of the `Repo` port. `make` gives an empty remote each time. */
export declare function repoCases(make: () => Promise<RepoBench>): Case[];
