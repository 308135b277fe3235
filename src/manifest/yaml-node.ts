/** What a YAML text says, with places; both readers give this. */
export type Node = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  /** Offset into the text. */
  readonly at: number;
  readonly text: string;
  /** Written without quotes, so that it may mean null, a boolean or a number. */
  readonly plain: boolean;
}
export interface ListNode {
  readonly kind: 'list';
  readonly at: number;
  readonly items: readonly Node[];
}
export interface MapNode {
  readonly kind: 'map';
  readonly at: number;
  readonly entries: readonly Entry[];
}
export interface Entry {
  readonly key: string;
  /** Where the key stands. */
  readonly at: number;
  readonly value: Node;
}

export interface Found {
  readonly node: Node;
  /** Where to point people: at a scalar, else at the key. */
  readonly at: number;
}

/** The node that a JSON Pointer names. Null: it is not there. */
export const nodeAt = (root: Node, pointer: string): Found | null => nodeUnder(root, segmentsOf(pointer));

export function nodeUnder(root: Node, segments: readonly string[]): Found | null {
  let node = root;
  let at = root.at;
  for (const segment of segments) {
    if (node.kind === 'map') {
      const entry = node.entries.find(({ key }) => key === segment);
      if (entry === undefined) return null;
      node = entry.value;
      at = node.kind === 'scalar' && node.text !== '' ? node.at : entry.at;
    } else if (node.kind === 'list') {
      const item = node.items[Number(segment)];
      if (item === undefined) return null;
      node = item;
      at = item.at;
    } else {
      return null;
    }
  }
  return { node, at };
}

/** Where the key of a field stands. */
export function keyAt(root: Node, pointer: string, field: string): number | undefined {
  const map = nodeAt(root, pointer)?.node;
  return map?.kind === 'map' ? map.entries.find(({ key }) => key === field)?.at : undefined;
}

/** RFC 6901. */
export const segmentsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));

export const pointerTo = (pointer: string, segment: string | number): string =>
  `${pointer}/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`;
