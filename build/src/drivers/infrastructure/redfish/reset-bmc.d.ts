import type { Started } from '../../../model/outcome.ts';
import type { Approach } from './approach.ts';
/** Manager.Reset. A BMC that does not say which types it takes is asked for a graceful one. */
export declare function resetBmc(to: Approach): Promise<Started>;
