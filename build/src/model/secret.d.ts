/** A value that prints as `[secret]` everywhere; `reveal` is called only where it goes on the wire. */
export declare class Secret {
    #private;
    constructor(value: string);
    reveal(): string;
    toString(): string;
    toJSON(): string;
}
