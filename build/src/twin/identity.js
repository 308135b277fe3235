import { hash } from "./dice.js";
/** Without letters that are taken for digits. */
const serialAlphabet = 'ABCDFGHJKLMNPQRSTVWXYZ23456789';
const letters = 'ABCDFGHJKLMNPQRSTVWXYZ';
/** Serial numbers begin with a letter, so that no YAML reader takes one for a number. */
export const dealSerial = (dealer, length) => dealer.text(1, letters) + dealer.text(length - 1, serialAlphabet);
/** `02:` marks an address that was given out locally (IEEE 802), so no real card has it. */
export const dealMac = (dealer) => ['02', ...Array.from({ length: 5 }, () => dealer.hex(2))].join(':');
/**
 * A full identity. UUID, serial and MAC carry a hash of the name beside what is dealt, so that they stay apart in
 * fleets of tens of thousands, where 32 bits of seed alone would not do.
 */
export function dealIdentity(dealer, name) {
    const mark = hash(name);
    const hex = mark.toString(16).padStart(8, '0');
    const octets = hex.match(/../g) ?? [];
    return {
        uuid: `${dealer.hex(8)}-${dealer.hex(4)}-4${dealer.hex(3)}-a${dealer.hex(3)}-${dealer.hex(4)}${hex}`,
        serial: dealSerial(dealer, 4) + spell(mark),
        chassisSerial: dealSerial(dealer, 9),
        bmcMac: ['02', dealer.hex(2), ...octets].join(':'),
    };
}
/** Seven characters for 32 bits. */
function spell(number) {
    let rest = number;
    return Array.from({ length: 7 }, () => {
        const digit = serialAlphabet[rest % serialAlphabet.length];
        rest = Math.floor(rest / serialAlphabet.length);
        return digit;
    }).join('');
}
//# sourceMappingURL=identity.js.map