import { _ } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';

/**
 * The checks of the schemas as code: compiling them at run time would hold up the process for a quarter of a second.
 * `schemas` are `[name, schema]`; each is exported by its name, with the type from `typesFrom` that its title says.
 * `options` are ajv's, beside those that all have.
 */
export function renderValidators(schemas, typesFrom, options) {
  const formatNames = schemas.flatMap(([, schema]) => formatsIn(schema));
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    ...options,
    schemas: schemas.map(([, schema]) => schema),
    formats: Object.fromEntries(formatNames.map((name) => [name, () => true])),
    code: { source: true, esm: true, formats: _`formats` },
  });
  ajv.addVocabulary(['x-impact', 'x-form']);
  const code = standaloneCode
    .default(ajv, Object.fromEntries(schemas.map(([name, { $id }]) => [name, $id])))
    .replace('"use strict";', '')
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'codePoints')
    .replace(
      /export const (\w+) = /g,
      (_all, name) => `export const ${name}: ValidateFunction<${titleOf(schemas, name)}> = `,
    )
    .replace(/(?<=[;}])(?=export const |const \w+ = |function validate)/g, '\n');
  if (code.includes('require(')) throw new Error('ajv wants something of its own at run time');
  const types = schemas.map(([, { title }]) => title).join(', ');
  return `// @ts-nocheck: ajv writes no types; those of what is exported are added.
import type { ValidateFunction } from 'ajv';
import type { ${types} } from '${typesFrom}';
${formatNames.length > 0 ? "import { formats } from './formats.ts';\n" : ''}
${code.includes('codePoints') ? codePoints : ''}${code}
`;
}

const codePoints = `const codePoints = (text) => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};
`;

const titleOf = (schemas, wanted) => schemas.find(([name]) => name === wanted)[1].title;

/** Their functions are `formats` in the code; here only the names count. */
function formatsIn(schema) {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = typeof schema.format === 'string' ? [schema.format] : [];
  return [...own, ...Object.values(schema).flatMap(formatsIn)];
}
