import type { Refusal } from './refusal.ts';

/** By their names in the message registries of Supermicro, HPE and Dell. */
const licenceMissing = /^(?:OemLicenseNotPassed|LicenseKeyRequired|LIC50[123])$/;

/** It would be done if it were paid for. */
export const wantsLicence = ({ messageIds }: Pick<Refusal, 'messageIds'>): boolean =>
  messageIds.some((id) => licenceMissing.test(id));
