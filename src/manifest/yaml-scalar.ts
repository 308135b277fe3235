/** What a scalar without quotes means under the core schema of YAML 1.2 (§10.3). */
export type PlainMeaning =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  /** A number, but not as we would write it: `010`, `0x1f`, `1.50`, `.inf`, or more digits than a number can hold. */
  | { readonly kind: 'odd-number' };

export function resolvePlain(text: string): PlainMeaning {
  const known = words.get(text);
  if (known !== undefined) return { kind: 'value', value: known };
  const first = text.charCodeAt(0);
  const mayBeNumber = first <= 0x39 && numberPattern.test(text);
  if (!mayBeNumber) return { kind: 'value', value: text };
  const value = Number(text);
  // What prints as it was written has one meaning only; 2^53 and more would be rounded.
  const plain = String(value) === text && (!Number.isInteger(value) || Number.isSafeInteger(value));
  return plain ? { kind: 'value', value } : { kind: 'odd-number' };
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

const numberPattern =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
