import type { Instant } from '../model/names.ts';
import type { Bmc } from './bmc.ts';
import type { Effect } from './effect.ts';
/** Reset.ResetType values that the twin takes (Redfish Resource schema). */
export declare const resetTypes: readonly ["On", "ForceOff", "GracefulShutdown", "GracefulRestart", "ForceRestart", "PowerCycle"];
export type ResetType = (typeof resetTypes)[number];
export declare const isResetType: (value: unknown) => value is ResetType;
export type PowerOutcome = 
/** Effect `null`: it was so already. */
{
    readonly kind: 'accepted';
    readonly bmc: Bmc;
    readonly effect: Effect | null;
}
/** A change is on its way. */
 | {
    readonly kind: 'in-transition';
}
/** What is off cannot be restarted. */
 | {
    readonly kind: 'off';
};
/** Between two states: the machine takes no second power action. POST is not a transition. */
export declare const isInTransition: (bmc: Bmc) => boolean;
export declare function resetSystem(bmc: Bmc, type: ResetType, now: Instant): PowerOutcome;
/** Somebody presses the button on the chassis, or pulls the plug: no request, and no line in the effect log. */
export declare function pressPower(bmc: Bmc, power: 'On' | 'Off', now: Instant): Bmc;
