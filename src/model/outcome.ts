import type { DiskState, Receipt } from './boot.ts';

/** What came of an intent. */
export type Outcome =
  | { readonly kind: 'done'; readonly evidence: string; readonly receipts?: readonly Receipt[] }
  /** Proved: it had no effect. Of an agent: it says so, and how it leaves the disk. */
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly disk?: DiskState;
      readonly receipts?: readonly Receipt[];
    }
  /**
   * An agent did not call, or fell silent. The disk itself is the fence (docs/boot.md), so that another boot attempt may hand
   * out the same grant again.
   */
  | { readonly kind: 'unfinished'; readonly message: string; readonly disk?: DiskState }
  /** It may have had its effect, and this hardware offers no way to tell. */
  | { readonly kind: 'unknown'; readonly message: string }
  /**
   * The process died around sending it, and the hardware shows no effect a good while later: it never arrived. The request
   * goes on under another grant, so that a crash makes no difference to the end (law 6).
   */
  | { readonly kind: 'lost'; readonly message: string }
  /** It never left, and will not: the commit no longer asks, or the machine is no longer as expected. */
  | { readonly kind: 'withdrawn'; readonly message: string };

/** What a driver answers at once; whether it worked is seen later, by looking. */
export type Started =
  | { readonly kind: 'accepted'; readonly status: number; readonly task?: string }
  /** A definite no (400, 401, 405, 409, 412, 415, 428 …): nothing happened. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly message: string;
      /** Named when the same request may be sent again in another form, after a fresh look. */
      readonly quirk?: string;
    }
  /** Not a byte of the request left. */
  | { readonly kind: 'unsent'; readonly message: string }
  /** It may have arrived: timeout, broken connection, 5xx. */
  | { readonly kind: 'ambiguous'; readonly message: string };
