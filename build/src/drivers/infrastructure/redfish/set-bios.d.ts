import type { BiosValue } from '../../../model/inventory.ts';
import type { Started } from '../../../model/outcome.ts';
import { type Approach } from './approach.ts';
/** Writes all attributes at once, to take effect at the next reset: some allow one write until then. */
export declare function setBios(to: Approach, attributes: Readonly<Record<string, BiosValue>>): Promise<Started>;
