/** What stands behind a simulated BMC that has more to it than its own state. */
export interface Behind {
  /** Called after each change of the twin, before it is answered to anybody else. */
  changed(): void;
  /** Returns when nothing of it runs any more. */
  close(): Promise<void>;
}
