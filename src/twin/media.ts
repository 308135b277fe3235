import type { Bmc } from './bmc.ts';

/** What the BMC shows the host as if somebody had put it in. */
export interface Medium {
  /** Of the VirtualMedia resource. */
  readonly slot: string;
  /** http or https URL. */
  readonly image: string;
  readonly writeProtected: boolean;
}

/**
 * Where a make differs from DMTF's schema. `patched`: no actions, the resource is written to (Lenovo). `image-only`: takes no
 * Inserted and no WriteProtected (Supermicro X11). `protocol-named`: wants TransferProtocolType (Nokia, AMI).
 * `at-system`: under the system, and not under the BMC (Dell).
 */
export const mediaHabits = ['patched', 'image-only', 'protocol-named', 'at-system'] as const;
export type MediaHabit = (typeof mediaHabits)[number];

interface Slot {
  readonly id: string;
  /** MediaType values (Redfish VirtualMedia schema). */
  readonly types: readonly string[];
}

export const slotsOf = ({ spec }: Bmc): readonly Slot[] =>
  spec.mediaHabit === 'patched'
    ? ['EXT1', 'EXT2', 'RDOC1'].map((id) => ({ id, types: ['CD', 'DVD', 'USBStick'] }))
    : [
        { id: 'Cd', types: ['CD', 'DVD'] },
        { id: 'Usb', types: ['USBStick'] },
      ];

export const mediumIn = (bmc: Bmc, slot: string): Medium | undefined => bmc.media.find((one) => one.slot === slot);

export const insertMedium = (bmc: Bmc, medium: Medium): Bmc => ({
  ...bmc,
  media: [...bmc.media.filter(({ slot }) => slot !== medium.slot), medium],
});

export const ejectMedium = (bmc: Bmc, slot: string): Bmc => ({
  ...bmc,
  media: bmc.media.filter((one) => one.slot !== slot),
});

/** The first that the host takes for a CD, or for a stick. */
export const mediumOf = (bmc: Bmc, type: 'CD' | 'USBStick'): Medium | undefined =>
  slotsOf(bmc)
    .filter(({ types }) => types.includes(type))
    .map(({ id }) => mediumIn(bmc, id))
    .find((medium) => medium !== undefined);

/** Of a URL as the effect log may keep it: whoever knows more could fetch what is there. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '[no URL]');
