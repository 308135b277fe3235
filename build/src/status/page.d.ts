import type { Status } from '../model/status.ts';
/** STATUS.md: the facility at a glance, as any Git host shows it. Of the status alone, so that it changes only with it. */
export declare function renderStatusPage(status: Status): string;
