/**
 * Small files in the state folder. Paths are relative, with `/`. Every failure but "it is not there" throws: a disk that
 * cannot be trusted ends the process, and a restart reads anew.
 */
export interface Disk {
    /** `null`: there is no such file. */
    read(path: string): Promise<Uint8Array | null>;
    /** Whole or not at all: temporary file, fsync, rename, fsync of the folder. */
    write(path: string, content: Uint8Array): Promise<void>;
    /** On the platter when it resolves. Creates the file. */
    append(path: string, content: Uint8Array): Promise<void>;
    /** Cuts the file to its first `size` bytes, fsynced. */
    truncate(path: string, size: number): Promise<void>;
    remove(path: string): Promise<void>;
}
