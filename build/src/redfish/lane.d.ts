/** One thing at a time, in the order of arrival; only so many wait. A BMC is a small computer. */
export declare class Lane {
    #private;
    constructor(waitingMax: number);
    /** `full`: too many wait. `called-off`: the signal came before its turn. In both, `work` was not begun. */
    run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | 'full' | 'called-off'>;
}
