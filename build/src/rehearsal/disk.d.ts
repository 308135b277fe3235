import type { Disk } from '../ports/disk.ts';
import { type Fates } from './fate.ts';
import type { Kernel } from './kernel.ts';
import type { Life } from './life.ts';
/** What is on the platter of a host's state folder, by path: it outlives every process. */
export type DiskContent = Map<string, Uint8Array>;
/** A state folder in memory that does at once what it is told. */
export declare function openMemoryDisk(content: DiskContent): Disk;
/**
 * The same for one process of a simulated host. A write takes time, and until it is over nothing of it is certain: of an
 * append that its process did not survive there is nothing on the platter, some of it, all of it, or as much of zeros,
 * as file systems leave behind that grew a file before they wrote to it.
 */
export declare function openDisk(content: DiskContent, kernel: Kernel, life: Life, fates: Fates, seed: number): Disk;
