/**
 * The journal on the disk port: one file, never rotated and never rewritten, so that no SENT is ever forgotten. An action
 * takes about 1.5 KiB in all (INTENT 0.8, SENT 0.3, OUTCOME 0.4), a PUBLISHED 0.3. At its limit the journal refuses, and
 * a person moves it away: by then the status branch holds all of it.
 */
import type { Clock } from '../../ports/clock.ts';
import type { Disk } from '../../ports/disk.ts';
import type { Host } from '../../ports/host.ts';
import type { Journal } from '../../ports/journal.ts';
/** In the state folder. */
export declare const journalFile = "journal.ndjson";
/** Some 300,000 actions. More would take longer than a start should, and more memory than a small host has. */
export declare const journalBytesMax: number;
export interface OpenedJournal extends Journal {
    /** Of the file, with what is being written. */
    bytes(): number;
}
export declare function openJournal(disk: Disk, { clock, host }: {
    readonly clock: Pick<Clock, 'now'>;
    readonly host: Pick<Host, 'bootId'>;
}): Promise<OpenedJournal>;
