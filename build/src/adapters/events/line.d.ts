import type { Event } from '../../ports/events.ts';
export type Level = 'debug' | 'info' | 'warn' | 'error';
/** What a log says of one event. */
export interface Line {
    readonly level: Level;
    readonly text: string;
    /** Flat values, for programs. Never an argument of an action or a value of a manifest: those may hold anything. */
    readonly fields: Readonly<Record<string, string | number | readonly string[]>>;
    /** It is told again in each pass for as long as it is so: only news of it is worth a line. */
    readonly standing?: true;
}
/** The fields that name the event are `event`, `machine`, `verb`, `commit`, wherever they apply. */
export declare function lineOf(event: Event): Line;
