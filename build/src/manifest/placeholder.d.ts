/**
 * Values that boards leave the factory with when nobody filled them in. They tell no machine from another, so that law 7
 * would be kept in the letter only. Sources: DMTF SMBIOS §7.2.1 (a UUID of all zeros or all ones is not set) and what
 * dmidecode shows on boards of several makers.
 */
export declare function isPlaceholder(value: string): boolean;
