import { compile } from 'json-schema-to-typescript';

const declared = (name) => `Declared${name[0].toUpperCase()}${name.slice(1)}`;

/** One module with a type for each schema and each of its definitions, which are shared where they have one name. */
export async function renderTypes(schemas) {
  const definitions = {};
  for (const { $defs = {}, ...schema } of schemas) {
    for (const [name, definition] of Object.entries($defs)) define(definitions, declared(name), definition);
    define(definitions, schema.title, schema);
  }
  const all = { title: 'All', $defs: definitions };
  const text = await compile(all, 'All', {
    bannerComment: '',
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  // The wrapper that carried the definitions is no type of ours, and nobody needs to be told of it.
  return text
    .replace(/export interface All \{[^}]*\}\n/, '')
    .replace(/ \*\n \* This interface was referenced by `All`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/g, '');
}

function define(definitions, name, definition) {
  const hoisted = hoist(definition);
  const text = (value) => JSON.stringify({ ...value, description: '' });
  const earlier = definitions[name];
  if (earlier !== undefined && text(earlier) !== text(hoisted))
    throw new Error(`two schemas define ${name} differently`);
  definitions[name] = hoisted;
}

/** References point to the shared definitions, and what TypeScript cannot say is left out. */
function hoist(value) {
  if (Array.isArray(value)) return value.map(hoist);
  if (typeof value !== 'object' || value === null) return value;
  if (typeof value.$ref === 'string') return { $ref: `#/$defs/${declared(value.$ref.replace('#/$defs/', ''))}` };
  const kept = Object.entries(value).filter(([key]) => !left.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, hoist(inner)]));
}
const left = new Set(['$schema', '$id', '$defs', 'if', 'then', 'dependentSchemas', 'default', 'maxItems', 'minItems']);
