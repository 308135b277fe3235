/** Waits until there may be something to see. It says only "look again", never what happened. */
export interface Wake {
    /** Ends after at most `ms`, earlier when a ref moved or somebody knocked; never rejects. */
    next(ms: number, signal: AbortSignal): Promise<void>;
    close(): Promise<void>;
}
