/** The machine that the reconciler itself runs on. */
export interface Host {
    readonly name: string;
    /** Changes when the kernel starts anew (Linux: /proc/sys/kernel/random/boot_id). */
    readonly bootId: string;
    readonly pid: number;
}
