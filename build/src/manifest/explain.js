import { tidyRange } from "./ip.js";
import { limits } from "./limits.js";
import { didYouMean, nearest } from "./nearest.js";
import { shown } from "./printable.js";
import { recordIn, textIn, textsOf, unknownIn } from "./untyped.js";
import { keyAt, nodeAt, pointerTo } from "./yaml-node.js";
/** What the schema found wrong, in words for whoever wrote the file; at most as many as are shown. */
export function explain(root, errors) {
    const ofWrongType = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
    const own = errors.filter(({ keyword, instancePath }) => !echoes.has(keyword) && (keyword === 'type' || !ofWrongType.has(instancePath)));
    // Each costs a search for what may have been meant, and a file can hold thousands.
    const explained = own.slice(0, limits.problems - 1).map((error) => explainOne(root, error));
    const more = own.length - explained.length;
    if (more === 0)
        return explained;
    return [
        ...explained,
        {
            code: 'schema',
            at: Number.POSITIVE_INFINITY,
            message: `and ${more} more problems`,
            remedy: 'mend those above first',
        },
    ];
}
/** Errors that only repeat another one. */
const echoes = new Set(['if', 'propertyNames']);
function explainOne(root, error) {
    const guest = /\/dependentSchemas\/([^/]+)\//.exec(error.schemaPath)?.[1];
    if (guest !== undefined)
        return explainGuest(root, error, guest);
    switch (error.keyword) {
        case 'additionalProperties':
            return explainUnknown(root, error);
        case 'required':
            return explainMissing(root, error);
        default:
            return explainValue(root, error);
    }
}
function explainUnknown(root, error) {
    const field = textIn(error.params, 'additionalProperty');
    const known = Object.keys(recordIn(error.parentSchema, 'properties'));
    const near = nearest(field, known);
    const there = known.length === 0 ? 'no fields are known here' : `known here: ${known.join(', ')}`;
    // The value is not shown: what has no place here may be a password.
    return {
        code: 'schema',
        ...placed(keyAt(root, error.instancePath, field)),
        pointer: pointerTo(error.instancePath, field),
        message: `\`${shown(field)}\` is no field of ${placeName(error.instancePath)}`,
        remedy: near === undefined ? there : `did you mean \`${near}\`?`,
    };
}
function explainMissing(root, error) {
    const field = textIn(error.params, 'missingProperty');
    const form = textIn(recordIn(recordIn(error.parentSchema, 'properties'), field), 'x-form');
    return {
        code: 'schema',
        ...placed(nodeAt(root, error.instancePath)?.at),
        pointer: pointerTo(error.instancePath, field),
        message: `\`${field}\` is missing in ${placeName(error.instancePath)}`,
        remedy: form === '' ? `add \`${field}:\`` : `add \`${field}:\` with ${form}`,
    };
}
/** A field that goes only with certain values of another: `boot` with Reboot and PowerCycle. */
function explainGuest(root, error, guest) {
    const pointer = error.instancePath.replace(/\/[^/]+$/, `/${guest}`);
    const found = nodeAt(root, error.instancePath);
    return {
        code: 'schema',
        ...placed(nodeAt(root, pointer)?.at),
        pointer,
        message: `\`${guest}\` goes only with ${list(error)}`,
        ...foundValue(found?.node),
        remedy: `leave \`${guest}\` out, or ask for another verb`,
    };
}
function explainValue(root, error) {
    const found = nodeAt(root, error.instancePath);
    const name = lastName(error.instancePath);
    // A key is checked like a value, and then named by propertyName.
    const key = error.propertyName;
    const fault = {
        code: 'schema',
        ...placed(key === undefined ? found?.at : (keyAt(root, error.instancePath, key) ?? found?.at)),
        pointer: error.instancePath,
        message: `${key === undefined ? name : 'the key'} must be ${demand(error)}`,
        ...(key === undefined ? foundValue(found?.node) : { value: shown(key) }),
    };
    const remedy = remedyFor(error, found?.node);
    return remedy === undefined ? fault : { ...fault, remedy };
}
/** What is expected, as a phrase after "must be". */
function demand(error) {
    const form = textIn(error.parentSchema, 'x-form');
    const limit = String(unknownIn(error.params, 'limit'));
    switch (error.keyword) {
        case 'const':
            return `\`${String(unknownIn(error.params, 'allowedValue'))}\``;
        case 'enum':
            return `one of ${list(error)}`;
        case 'type':
            return form === '' ? typeNames(error.schema) : form;
        case 'minimum':
            return `${limit} or more`;
        case 'maximum':
            return `${limit} or less`;
        case 'exclusiveMinimum':
            return `more than ${limit}`;
        case 'minLength':
            return 'some text';
        case 'maxLength':
            return `at most ${limit} characters long`;
        case 'minItems':
            return 'a list with something in it';
        case 'maxItems':
            return `a list of at most ${limit}`;
        case 'minProperties':
        case 'maxProperties': {
            const fields = Object.keys(recordIn(error.parentSchema, 'properties'));
            return fields.length > 0 ? `given by exactly one of ${fields.join(', ')}` : `a map of at most ${limit} keys`;
        }
        default:
            return form === '' ? 'otherwise' : form;
    }
}
function remedyFor(error, node) {
    const value = error.data;
    if (error.keyword === 'enum' && typeof value === 'string')
        return didYouMean(value, textsOf(error.schema)).remedy;
    if (textIn(error.parentSchema, 'format') === 'cidr' && typeof value === 'string') {
        const tidy = tidyRange(value);
        return tidy === null || tidy === value ? undefined : `did you mean \`${tidy}\`?`;
    }
    if (error.keyword !== 'type' || node?.kind !== 'scalar')
        return undefined;
    const wanted = error.schema;
    if (wanted === 'string' && node.text !== '')
        return `put it in quotes: "${shown(node.text)}"`;
    if (wanted === 'boolean')
        return 'write true or false, without quotes';
    if (wanted === 'integer' || wanted === 'number')
        return 'write it in digits, without quotes';
    return node.text === '' ? 'nothing is written here: write a value, or leave the field out' : undefined;
}
const typeNames = (schema) => (typeof schema === 'string' ? [schema] : textsOf(schema)).map(typeName).join(' or ');
const typeName = (type) => wordsForTypes[type] ?? type;
const wordsForTypes = {
    string: 'text',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    object: 'a map of fields',
    array: 'a list',
};
const list = (error) => textsOf(error.schema).join(', ');
const placed = (at) => (at === undefined ? {} : { at });
const foundValue = (node) => node?.kind === 'scalar' && node.text !== '' ? { value: shown(node.text) } : {};
const lastTwo = (pointer) => {
    const [last = '', previous = ''] = pointer.split('/').slice(1).toReversed();
    return [shown(last), shown(previous)];
};
const isIndex = (segment) => /^[0-9]+$/.test(segment);
function lastName(pointer) {
    const [last, previous] = lastTwo(pointer);
    if (last === '')
        return 'the object';
    return isIndex(last) ? `each of \`${previous}\`` : `\`${last}\``;
}
function placeName(pointer) {
    const [last, previous] = lastTwo(pointer);
    return isIndex(last) ? `an entry of \`${previous}\`` : lastName(pointer);
}
//# sourceMappingURL=explain.js.map