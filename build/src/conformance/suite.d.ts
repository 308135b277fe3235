/** One promise of a port or a driver role, checked against whatever claims to keep it. `run` throws when it does not. */
export interface Case {
    readonly name: string;
    readonly run: () => Promise<void>;
}
