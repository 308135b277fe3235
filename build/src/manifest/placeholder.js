/**
 * Values that boards leave the factory with when nobody filled them in. They tell no machine from another, so that law 7
 * would be kept in the letter only. Sources: DMTF SMBIOS §7.2.1 (a UUID of all zeros or all ones is not set) and what
 * dmidecode shows on boards of several makers.
 */
export function isPlaceholder(value) {
    const word = value.toLowerCase().replace(/[^a-z0-9]/g, '');
    return word === '' || /^(.)\1*$/.test(word) || placeholders.has(word);
}
const placeholders = new Set([
    'tobefilledbyoem',
    'defaultstring',
    'default',
    'notspecified',
    'notavailable',
    'notapplicable',
    'notprovided',
    'none',
    'null',
    'na',
    'unknown',
    'empty',
    'invalid',
    'oem',
    'systemserialnumber',
    'chassisserialnumber',
    'baseboardserialnumber',
    'serialnumber',
    '0123456789',
    '123456789',
    '1234567890',
    // A UUID that a BIOS vendor's sample code carries.
    '03000200040005000006000700080009',
]);
//# sourceMappingURL=placeholder.js.map