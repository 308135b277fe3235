import { didYouMean } from './nearest.ts';
import { shown } from './printable.ts';

/** What stands behind a name that a template may use. */
export type Shape =
  | { readonly kind: 'text' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'map'; readonly fields: Readonly<Record<string, Shape>> };

export interface TemplateFault {
  /** UTF-16 code units into the template. */
  readonly at: number;
  /** What is wrong, as a sentence without a full stop. */
  readonly message: string;
  /** The tag as it stands there, shortened. */
  readonly value: string;
  readonly remedy?: string;
}

/** Where `{{` begins something. */
export const hasTags = (text: string): boolean => text.includes('{{');

/**
 * What is wrong with a template: tags that are none of ours (they are a part of Mustache: values, sections, inverted sections,
 * comments), sections that do not close, and names that no value has. A template without faults renders for every value
 * of this shape. Lazy: each search for what may have been meant costs something.
 */
export function* faultsOf(template: string, values: Shape): Generator<TemplateFault, void, undefined> {
  const open: Section[] = [];
  const scopes: Shape[] = [values];
  for (let from = template.indexOf('{{'); from !== -1; from = template.indexOf('{{', from)) {
    const tag = readTag(template, from);
    if (tag === null) return yield explainTag(template, from);
    from = tag.end;
    if (tag.sign === '!') continue;
    if (tag.sign === '/') {
      const section = open.pop();
      if (section?.name !== tag.name) return yield explainClosing(tag, section);
      if (section.scoped) scopes.pop();
      continue;
    }
    const found = lookUp(tag.name, scopes);
    const fault = found === undefined ? explainUnknown(tag, scopes) : explainUse(tag, found);
    if (fault !== null) yield fault;
    if (tag.sign === '') continue;
    const inner = tag.sign === '^' ? null : scopeIn(found);
    if (inner !== null) scopes.push(inner);
    open.push({ name: tag.name, tag, scoped: inner !== null });
    // What stands in a section that is nothing would only be unknown too.
    if (fault !== null) return;
  }
  const section = open.at(-1);
  if (section === undefined) return;
  yield { ...faultAt(section.tag, 'this section does not end'), remedy: `add {{/${section.name}}} where it ends` };
}

interface Tag {
  readonly at: number;
  readonly end: number;
  readonly sign: '' | '#' | '^' | '/' | '!';
  readonly name: string;
  readonly text: string;
}

interface Section {
  readonly name: string;
  readonly tag: Tag;
  /** Names inside are looked up in it first. */
  readonly scoped: boolean;
}

const name = String.raw`(?:\.|[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*)`;
const tagPattern = new RegExp(
  String.raw`\{\{(?:(!)[^]*?|\{\s*(${name})\s*\}|\s*&\s*(${name})\s*|\s*([#^/]?)\s*(${name})\s*)\}\}`,
  'y',
);

function readTag(template: string, at: number): Tag | null {
  tagPattern.lastIndex = at;
  const [text, comment, inThree, after, sign = '', plain] = tagPattern.exec(template) ?? [];
  if (text === undefined) return null;
  const end = at + text.length;
  if (comment !== undefined) return { at, end, sign: '!', name: '', text };
  return {
    at,
    end,
    sign: sign === '#' || sign === '^' || sign === '/' ? sign : '',
    name: inThree ?? after ?? plain ?? '',
    text,
  };
}

const faultAt = ({ at, text }: Tag, message: string): TemplateFault => ({ at, message, value: shown(text) });

function explainTag(template: string, at: number): TemplateFault {
  const end = template.indexOf('}}', at);
  const text = template.slice(at, end === -1 ? at + 40 : end + 2);
  const fault = { at, value: shown(text.split('\n', 1)[0] ?? '') };
  const sign = /^\{\{\s*([>=])/.exec(text)?.[1];
  if (sign === '>') {
    return { ...fault, message: 'a template cannot bring in another one', remedy: 'write out what it would say' };
  }
  if (sign === '=') {
    const remedy = 'braces that are meant as such can be the value of a setting';
    return { ...fault, message: 'the delimiters of tags are {{ and }}, always', remedy };
  }
  // What a later tag closes was meant to end before it.
  if (end === -1 || /\n|.\{\{[^{}]/.test(text.slice(2))) {
    return { ...fault, message: 'this tag does not end', remedy: 'close it with }} on its line' };
  }
  const remedy =
    'a tag is {{name}}, {{#name}}, {{^name}} or {{/name}}; braces that are meant as such can be the value of a setting';
  return { ...fault, message: 'this is no tag that is known', remedy };
}

function explainClosing(tag: Tag, section: Section | undefined): TemplateFault {
  if (section === undefined)
    return { ...faultAt(tag, 'no section is open here'), remedy: `remove it, or add {{#${tag.name}}} before` };
  return {
    ...faultAt(tag, `the section that is open here is \`${section.name}\``),
    remedy: `close it first: {{/${section.name}}}`,
  };
}

/** From the innermost section outwards; a name with dots is found as a whole or not at all. */
function lookUp(wanted: string, scopes: readonly Shape[]): Shape | undefined {
  if (wanted === '.') return scopes.at(-1);
  const path = wanted.split('.');
  for (const scope of scopes.toReversed()) {
    let found: Shape | undefined = scope;
    for (const field of path) found = found?.kind === 'map' ? fieldIn(found.fields, field) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const fieldIn = (fields: Readonly<Record<string, Shape>>, field: string): Shape | undefined =>
  Object.hasOwn(fields, field) ? fields[field] : undefined;

function explainUnknown(tag: Tag, scopes: readonly Shape[]): TemplateFault {
  const known = scopes.toReversed().flatMap((scope) => [...namesIn(scope, '')]);
  const near = didYouMean(tag.name, known);
  const first = tag.name.split('.')[0] ?? '';
  const alike = known.filter((candidate) => candidate.startsWith(`${first}.`));
  const there = alike.length > 0 ? alike : known;
  return {
    ...faultAt(tag, 'there is no such value'),
    remedy: near.remedy ?? `there ${there.length === 1 ? 'is' : 'are'}: ${there.slice(0, 12).join(', ') || 'none'}`,
  };
}

function* namesIn(shape: Shape, prefix: string): Generator<string> {
  if (shape.kind !== 'map') return;
  for (const [field, inner] of Object.entries(shape.fields)) {
    if (inner.kind === 'map') yield* namesIn(inner, `${prefix}${field}.`);
    else yield `${prefix}${field}`;
  }
}

function explainUse(tag: Tag, found: Shape): TemplateFault | null {
  if (found.kind === 'map') {
    const [field = ''] = namesIn(found, tag.name === '.' ? '' : `${tag.name}.`);
    return { ...faultAt(tag, 'this is several values in one'), remedy: `name one of them, such as {{${field}}}` };
  }
  if (found.kind !== 'list' || tag.sign !== '') return null;
  const remedy = `write what comes of each: {{#${tag.name}}}…{{/${tag.name}}}`;
  return { ...faultAt(tag, 'this is a list'), remedy };
}

/** What names inside a section are looked up in first. Null: nothing of its own. */
function scopeIn(found: Shape | undefined): Shape | null {
  if (found?.kind === 'list') return found.of;
  return found?.kind === 'text' ? found : null;
}
