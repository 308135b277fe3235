export interface Place {
    /** 1-based. */
    readonly line: number;
    /** 1-based, in UTF-16 code units as editors count them. */
    readonly column: number;
}
/** Turns offsets into lines and columns. */
export declare class Lines {
    #private;
    constructor(text: string);
    /** Beyond the end: the end. */
    placeOf(offsetAsked: number): Place;
}
