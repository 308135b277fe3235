import type { YamlValue } from '../../model/user-data.ts';

/**
 * YAML that every reader takes for the same value: PyYAML (1.1, cloud-init), Go's (1.1 and 1.2, Kubernetes) and ours.
 * Only words that mean nothing anywhere stand without quotes; text of several plain lines is a block that people can
 * read; everything else is quoted as in JSON, with what any of them would refuse or fold as an escape. Keys have at most
 * 1,024 characters, as YAML wants.
 */
export function yamlText(value: YamlValue): string {
  return `${isEmpty(value) ? emptyOf(value) : block(value, '').join('\n')}\n`;
}

function block(value: YamlValue, indent: string): readonly string[] {
  if (isList(value)) {
    return value.flatMap((item) => {
      const [first = '', ...more] = beside(item, `${indent}  `);
      return [`${indent}- ${first}`, ...more];
    });
  }
  if (typeof value !== 'object') return [indent + scalar(value)];
  return entriesOf(value).flatMap(([key, inner]) => {
    const name = `${indent}${isSafe(key) ? key : quoted(key)}:`;
    if (typeof inner === 'string' && isBlock(inner))
      return [`${name} ${literalHead(inner)}`, ...literal(inner, indent)];
    if (typeof inner !== 'object' || isEmpty(inner))
      return [`${name} ${typeof inner === 'object' ? emptyOf(inner) : scalar(inner)}`];
    return [name, ...block(inner, `${indent}  `)];
  });
}

/** An item of a list: its first line stands behind the dash, the others below it. */
function beside(item: YamlValue, indent: string): readonly string[] {
  if (typeof item === 'string' && isBlock(item)) return [literalHead(item), ...literal(item, indent.slice(2))];
  if (typeof item !== 'object') return [scalar(item)];
  if (isEmpty(item)) return [emptyOf(item)];
  const [first = '', ...more] = block(item, indent);
  return [first.slice(indent.length), ...more];
}

const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value);

function entriesOf(map: { readonly [key: string]: YamlValue | undefined }): readonly (readonly [string, YamlValue])[] {
  return Object.entries(map).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}

const isEmpty = (value: YamlValue): boolean =>
  isList(value) ? value.length === 0 : typeof value === 'object' && entriesOf(value).length === 0;
const emptyOf = (value: YamlValue): string => (isList(value) ? '[]' : '{}');

const scalar = (value: string | number | boolean): string =>
  typeof value === 'string' && !isSafe(value) ? quoted(value) : String(value);

/** Begins with a letter, has nothing that could be syntax, and is no word of any version (`no`, `on`, `y`, `null` …). */
const isSafe = (text: string): boolean =>
  /^[A-Za-z][A-Za-z0-9_./-]{0,127}$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null|inf|nan)$/i.test(text);

/** Lines of printable ASCII, none of them with space at its ends that a reader or an editor could take away. */
const isBlock = (text: string): boolean =>
  /^(?:[!-~](?:[ -~]*[!-~])?\n|\n)(?:(?: *[!-~](?:[ -~]*[!-~])?)?\n)*[ -~]*[!-~]\n?$/.test(text) &&
  !text.startsWith('\n');

const literalHead = (text: string): string => (text.endsWith('\n') ? '|' : '|-');
const literal = (text: string, indent: string): readonly string[] =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line === '' ? '' : `${indent}  ${line}`));

/** UTF-8 has no halves of a pair; what a reader of YAML 1.1 takes for a line end, or refuses, is escaped. */
const quoted = (text: string): string =>
  JSON.stringify(text.replace(loneHalf, '\ufffd')).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
const loneHalf = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
