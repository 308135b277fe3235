/** docs/manifests.md: a table for each kind, with a row for each field. */
export function renderDocs(schemas) {
  const [first] = schemas;
  const shared = [...fieldsOf(first, first, '')].filter(({ path }) => !isSpec(path)).map(withoutKind);
  return [intro, ...renderTable(shared), ...schemas.map(renderKind)].join('\n');
}

const intro = `<!-- Generated from schemas/ by schemas/generate.mjs; do not edit. -->

# Manifests

One object a file, YAML 1.2; the path says kind and name. Unknown fields are refused. **Impact** is what a change of the
field can cost the machine: \`none\`, \`reboot\`, \`off\`, or \`erase\` (data is lost).

YAML is taken plainly: one document, no anchors, aliases, tags or merge keys, no key twice. A number is read as a number
only when it is written in its shortest decimal form; \`010\`, \`0x1f\` or \`1.50\` must be put in quotes if text is meant,
and so must a serial number that consists of digits. \`no\` and \`off\` are text.

A file has at most 256 KiB, 10,000 values, 32 levels, and 64 KiB in one value. Markdown files and names that begin with a
dot are ignored everywhere; anything else that has no place in the layout is refused.

Every object begins with:
`;

/** The one field that differs: each kind has its own word there. */
const withoutKind = ({ path, field, required }) =>
  path === 'kind'
    ? { path, required, field: { ...field, const: undefined, 'x-form': 'as in the headings below' } }
    : { path, field, required };

const isSpec = (path) => /^spec\b/.test(path);

function renderKind(schema) {
  const kind = schema.properties.kind?.const;
  const fields = [...fieldsOf(schema, schema, '')].filter(({ path }) => kind === undefined || isSpec(path));
  return [`## ${kind ?? 'Credentials'}`, '', schema.description, '', ...renderTable(fields)].join('\n');
}

const renderTable = (fields) => [
  '| field | | type | impact | meaning |',
  '|---|---|---|---|---|',
  ...fields.map(renderRow),
  '',
];

/** Every field under `schema`, definitions put in where they are used. */
function* fieldsOf(root, schema, prefix) {
  for (const [name, written] of Object.entries(schema.properties ?? {})) {
    const field = resolve(root, written);
    const path = `${prefix}${name}`;
    yield { path, field, required: schema.required?.includes(name) ?? false };
    const items = field.items && resolve(root, field.items);
    if (items?.properties) yield* fieldsOf(root, items, `${path}[].`);
    else yield* fieldsOf(root, field, `${path}.`);
  }
}

/** The words beside a reference say more than those of the definition. */
function resolve(root, { $ref, ...beside }) {
  return $ref === undefined ? beside : { ...root.$defs[$ref.replace('#/$defs/', '')], ...beside };
}

function renderRow({ path, field, required }) {
  const standard = field.default === undefined ? '' : ` Default: \`${field.default}\`.`;
  const meaning = `${field.description ?? ''}${standard}`.replaceAll('|', '\\|');
  return `| \`${path}\` | ${required ? 'required' : ''} | ${typeOf(field)} | ${field['x-impact']} | ${meaning} |`;
}

function typeOf(field) {
  if (field.const !== undefined) return `\`${field.const}\``;
  if (field.enum !== undefined) return field.enum.map((value) => `\`${value}\``).join(', ');
  if (field.items !== undefined) return field.items.enum ? `list of ${typeOf(field.items)}` : listOf(field.items);
  if (field['x-form'] !== undefined) return field['x-form'];
  if (field.minimum !== undefined) return `${field.type}, ${field.minimum} to ${field.maximum}`;
  if (field.type === 'object' && field.properties === undefined) return 'map';
  return field.type === 'string' ? 'text' : field.type;
}

const listOf = (items) => (items['x-form'] === undefined ? 'list' : `list; each ${items['x-form']}`);
