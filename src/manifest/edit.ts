import { type Document, isMap, isPair, isScalar, Pair, parseDocument, Scalar, YAMLMap } from 'yaml';
import type { BiosValue } from '../model/inventory.ts';

/** One value to be written, by its keys from the top of the file. */
export interface Edit {
  readonly path: readonly string[];
  readonly to: Exclude<BiosValue, null>;
}

/** Where a new field of a machine's spec goes: as the documentation lists them. */
const order = [
  'class',
  'location',
  'management',
  'bmc',
  'identity',
  'hardware',
  'power',
  'bios',
  'install',
  'operations',
];

/**
 * Writes values into a manifest that is sound, and leaves the rest of it to its author: comments, the order of keys, block
 * or flow style, quotes, and the indent. What was not there goes where the documentation would have it.
 */
export function editManifest(text: string, edits: readonly Edit[]): string {
  const document = parseDocument(text, { keepSourceTokens: true });
  for (const { path, to } of edits) write(document, path, to);
  const padded = !/\{\S/.test(text.replace(/\{\}/g, ''));
  return document.toString({ lineWidth: 0, indent: indentOf(text), flowCollectionPadding: padded });
}

function write(document: Document, path: readonly string[], to: Edit['to']): void {
  const last = path.at(-1);
  let map: unknown = document.contents;
  for (const key of path.slice(0, -1)) {
    if (!isMap(map)) return;
    let next: unknown = map.get(key, true);
    if (!isMap(next)) {
      next = new YAMLMap();
      insert(map, new Pair(new Scalar(key), next));
    }
    map = next;
  }
  if (!isMap(map) || last === undefined) return;
  const present: unknown = map.get(last, true);
  if (isScalar(present)) {
    // Its comment stays; quotes stay where a text is written over a text.
    const plain = typeof present.value !== 'string' || typeof to !== 'string';
    present.value = to;
    delete present.source;
    if (plain) delete present.type;
  } else {
    insert(map, new Pair(new Scalar(last), new Scalar(to)));
  }
}

/** Behind the last key that the order has before it; else at the end. */
function insert(map: YAMLMap<unknown, unknown>, pair: Pair<Scalar, unknown>): void {
  const rank = order.indexOf(String(pair.key.value));
  const before = new Set(order.slice(0, Math.max(0, rank)));
  const at = map.items.findLastIndex(
    (item) => isPair(item) && isScalar(item.key) && before.has(String(item.key.value)),
  );
  map.items.splice(at < 0 ? map.items.length : at + 1, 0, pair);
}

/** Of the first line that is indented; two where none is. */
const indentOf = (text: string): number => Math.min(/^( +)\S/m.exec(text)?.[1]?.length ?? 2, 8);
