import { never } from "../model/never.js";
import { fail, ok } from "../model/result.js";
import { readFullYaml, tooMany } from "./yaml-full.js";
import { readPlainYaml } from "./yaml-plain.js";
import { tooDeep } from "./yaml-scan.js";
/** The YAML of one manifest: the quick reader first, the library for whatever that one does not know. */
export function readYaml(text) {
    const plain = readPlainYaml(text);
    if (plain === null)
        return readFullYaml(text);
    if (plain.kind !== 'too-much')
        return ok(plain);
    switch (plain.code) {
        case 'yaml-too-deep':
            return fail([tooDeep(plain.at)]);
        case 'yaml-too-many':
            return fail([tooMany(plain.at)]);
        default:
            return never(plain.code);
    }
}
//# sourceMappingURL=yaml.js.map