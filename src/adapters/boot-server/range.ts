/** The part that is asked for, `to` exclusive. `whole`: all of it. `none`: there is no such part (416). */
export type Part =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly from: number; readonly to: number }
  | { readonly kind: 'none' };

/** `Range` of RFC 9110 §14. Several ranges, and what cannot be read, are answered with the whole, as it allows. */
export function readRange(header: string | undefined, length: number): Part {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return { kind: 'whole' };
  if (first === '') {
    const from = Math.max(0, length - Number(last));
    return from < length ? { kind: 'part', from, to: length } : { kind: 'none' };
  }
  const from = Number(first);
  const to = last === '' ? length : Math.min(length, Number(last) + 1);
  if (last !== '' && Number(last) < from) return { kind: 'whole' };
  return from < to ? { kind: 'part', from, to } : { kind: 'none' };
}
