import type { Bmc } from '../../twin/bmc.ts';

/** One machine of the simulation that is running: the state moves, the rest stays. */
export interface Twin {
  bmc: Bmc;
  /** Where its BMC listens on 127.0.0.1. */
  readonly port: number;
}
