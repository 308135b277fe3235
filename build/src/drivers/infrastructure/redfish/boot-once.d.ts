import type { Started } from '../../../model/outcome.ts';
import { type Approach } from './approach.ts';
/** The boot override for the next boot (ComputerSystem.Boot). */
export declare function setBootOnce(to: Approach, target: string): Promise<Started>;
