import jsonPatch from 'fast-json-patch';

/** One operation of a JSON Patch (RFC 6902); a path is a JSON Pointer (RFC 6901), and `''` is the whole document. */
export type PatchOperation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

/** What makes the second document out of the first; null: there was none, or there is none any more. */
export function patchBetween(before: object | null, after: object | null): readonly PatchOperation[] {
  if (before === null) return after === null ? [] : [{ op: 'add', path: '', value: after }];
  if (after === null) return [{ op: 'remove', path: '' }];
  return jsonPatch.compare(before, after).map((operation): PatchOperation => {
    const { op, path } = operation;
    switch (op) {
      case 'add':
      case 'replace':
        return { op, path, value: operation.value };
      case 'remove':
        return { op, path };
      default:
        throw new Error(`a difference is never ${op}`);
    }
  });
}
