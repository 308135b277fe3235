import type { Problem } from '../model/problem.ts';
/** At most 100 problems; one more then stands for the rest and says how many they are. */
export declare function bounded(problems: readonly Problem[]): Problem[];
