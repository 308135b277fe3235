import type { ComponentName } from '../model/component.ts';

/** For each component those that it names in `after`. */
export type After = ReadonlyMap<ComponentName, readonly ComponentName[]>;

/**
 * Each after those that it names, as far as they are there; else by name. What waits for itself, in a circle, is told of by
 * `circlesOf`, and stands at the end here.
 */
export function inOrder(after: After): ComponentName[] {
  const left = new Set([...after.keys()].sort());
  const order: ComponentName[] = [];
  for (;;) {
    const ready = [...left].find((name) => !(after.get(name) ?? []).some((other) => other !== name && left.has(other)));
    if (ready === undefined) return [...order, ...left];
    left.delete(ready);
    order.push(ready);
  }
}

/** Every circle of components that wait for each other, once: `a` waits for `b`, that for `c`, and that for `a`. */
export function circlesOf(after: After): ComponentName[][] {
  const settled = new Set<ComponentName>();
  const circles: ComponentName[][] = [];
  const visit = (name: ComponentName, way: readonly ComponentName[]): void => {
    const begin = way.indexOf(name);
    if (begin !== -1) circles.push(way.slice(begin));
    if (begin !== -1 || settled.has(name)) return;
    for (const other of after.get(name) ?? []) visit(other, [...way, name]);
    settled.add(name);
  };
  for (const name of [...after.keys()].sort()) visit(name, []);
  return circles;
}
