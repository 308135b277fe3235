import { reply } from "./answer.js";
import { roll } from "./dice.js";
/** Answers that were seen in the field, or are worse: none of them says anything about the machine. */
const kinds = [
    () => ({ kind: 'noise', text: '\u0000\u0001RMCP+\u0000 boot loader 2.1 ready\r\n' }),
    () => asJson('{"@odata.id":"/redfish/v1/Systems/1","PowerState":"O'),
    () => asJson('<!DOCTYPE html><html><body><h1>Please wait</h1></body></html>'),
    () => asJson('['.repeat(20_000)),
    () => asJson('"PowerState: Off"'),
    () => asJson('{"Members":null,"PowerState":42,"UUID":{"value":[]},"Actions":"none"}'),
];
const asJson = (body) => reply(200, { 'content-type': 'application/json' }, body);
export function throwGarbage(dice) {
    const thrown = roll(dice);
    const make = kinds[Math.floor(thrown.fraction * kinds.length)];
    return { answer: make === undefined ? asJson('') : make(), dice: thrown.dice };
}
//# sourceMappingURL=garbage.js.map