import type { Started } from '../../../model/outcome.ts';
import type { Approach } from './approach.ts';
/** LocationIndicatorActive, and where that is missing the older IndicatorLED (ComputerSystem schema). */
export declare function identify(to: Approach, indicator: 'Lit' | 'Off'): Promise<Started>;
