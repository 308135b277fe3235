/** The only chance there is. */
export interface Random {
    /** In [0, 1). */
    fraction(): number;
    /** `bytes` random bytes as lower-case hex. */
    hex(bytes: number): string;
}
