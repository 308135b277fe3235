import type { Facts, Hardware } from '../model/inventory.ts';
import type { Ticks } from '../model/names.ts';

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
 * What the inventory says after this look. Additions and changes are taken at once, while the machine is on and past POST;
 * something that is gone only when two full looks, minutes apart, agree.
 */
export function settleHardware(
  published: Hardware | undefined,
  doubt: Doubt | undefined,
  facts: Facts,
  fullAt: Ticks | undefined,
): Settled {
  const { hardware } = facts;
  if (!hardware || fullAt === undefined || (hardware === published && !doubt)) return { hardware: published, doubt };
  if (!published) return { hardware, doubt: undefined };
  if (facts.power !== 'On' || facts.pastPost === false) return { hardware: published, doubt };
  const lost = losses(published, hardware);
  if (lost.length === 0) return { hardware, doubt: undefined };
  const agrees = doubt && losses(doubt.hardware, hardware).length === 0;
  if (!agrees) return { hardware: published, doubt: { hardware, since: fullAt } };
  return fullAt - doubt.since >= agreeMs ? { hardware, doubt: undefined } : { hardware: published, doubt };
}

/** What `next` no longer has, as paths: `memory DIMM.A1`, `biosVersion`. */
export function losses(before: Hardware, next: Hardware): readonly string[] {
  const lists = ['processors', 'memory', 'drives', 'nics', 'firmware'] as const;
  const scalars = ['manufacturer', 'model', 'sku', 'biosVersion', 'bmcVersion'] as const;
  const gone = lists.flatMap((list) => {
    const there = new Set(next[list].map((item) => item.id));
    return before[list].filter((item) => !there.has(item.id)).map((item) => `${list} ${item.id}`);
  });
  return [...gone, ...scalars.filter((key) => before[key] !== undefined && next[key] === undefined)];
}
