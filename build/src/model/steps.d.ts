/**
 * Pure work in small pieces. Whoever runs it may let others go first after each `yield`, so that a large facility never
 * blocks the process; the value is the same however it is run.
 */
export type Steps<T> = Generator<undefined, T, undefined>;
/** All of it at once. */
export declare function finish<T>(steps: Steps<T>): T;
