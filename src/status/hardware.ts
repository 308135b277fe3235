import type { Facts, Hardware } from '../model/inventory.ts';
import type { Ticks } from '../model/names.ts';
import { changesBetween, partsOf, placeOf } from './parts.ts';

/** A smaller inventory that waits for a second look to agree: BMCs forget parts while they start. */
export interface Doubt {
  readonly hardware: Hardware;
  readonly since: Ticks;
}

export interface Settled {
  readonly hardware: Hardware | undefined;
  readonly doubt: Doubt | undefined;
}

const agreeMs = 2 * 60_000;

/**
 * What the inventory says after this look. It is taken while the machine is on and past POST: before that, BMCs show what
 * they have found so far. Additions are taken at once; something that is gone, or is another than it was, only when two
 * full looks, minutes apart, agree.
 */
export function settleHardware(
  published: Hardware | undefined,
  doubt: Doubt | undefined,
  facts: Facts,
  fullAt: Ticks | undefined,
): Settled {
  const { hardware } = facts;
  if (!hardware || fullAt === undefined || (hardware === published && !doubt)) return { hardware: published, doubt };
  if (facts.power !== 'On' || facts.pastPost === false) return { hardware: published, doubt };
  if (!published) return { hardware, doubt: undefined };
  const lost = losses(published, hardware);
  if (lost.length === 0) return { hardware, doubt: undefined };
  const agrees = doubt && losses(doubt.hardware, hardware).length === 0;
  if (!agrees) return { hardware: published, doubt: { hardware, since: fullAt } };
  return fullAt - doubt.since >= agreeMs ? { hardware, doubt: undefined } : { hardware: published, doubt };
}

/** What `next` no longer has, or has another of, as paths: `memory DIMM.A1`, `biosVersion`. */
export function losses(before: Hardware, next: Hardware): readonly string[] {
  const lists = ['processors', 'memory', 'drives', 'nics', 'firmware'] as const;
  const scalars = ['manufacturer', 'model', 'sku', 'biosVersion', 'bmcVersion'] as const;
  const gone = lists.flatMap((list) => {
    const there = new Set(next[list].map((item) => item.id));
    return before[list].filter((item) => !there.has(item.id)).map((item) => `${list} ${item.id}`);
  });
  const other = changesBetween(partsOf(before), partsOf(next)).flatMap(({ was, is }) =>
    was && is ? [placeOf(is)] : [],
  );
  return [...gone, ...other, ...scalars.filter((key) => before[key] !== undefined && next[key] === undefined)];
}
