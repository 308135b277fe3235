import type { Problem } from '../model/problem.ts';
import { circlesOf } from './component-order.ts';
import { nearest } from './nearest.ts';
import type { ParsedFile } from './parse.ts';
import { placeIn } from './place-in.ts';
import { shown } from './printable.ts';

/** What is wrong between the components of a fleet, whoever uses them. By name, sorted. */
export function checkComponents(components: ReadonlyMap<string, ParsedFile>): Problem[] {
  const unknown = [...components.values()].flatMap((file) =>
    afterOf(file).flatMap((name, i): Problem[] => {
      if (components.has(name)) return [];
      const near = nearest(name, components.keys());
      return [
        {
          code: 'reference-unknown',
          ...placeIn(file, `/spec/after/${i}`),
          message: 'there is no component of this name',
          value: shown(name),
          remedy: near === undefined ? `add components/${name}.yaml` : `did you mean \`${near}\`?`,
        },
      ];
    }),
  );
  const after = new Map([...components].map(([name, file]) => [name, afterOf(file)] as const));
  return [...unknown, ...circlesOf(after).flatMap((circle) => explainCircle(circle, components))];
}

export const afterOf = ({ manifest }: ParsedFile): readonly string[] =>
  manifest.kind === 'Component' ? (manifest.spec.after ?? []) : [];

/** A component that waits for itself alone is told of by its own file. */
function explainCircle(circle: readonly string[], components: ReadonlyMap<string, ParsedFile>): Problem[] {
  const [name = '', next = name] = circle;
  const file = components.get(name);
  if (file === undefined || circle.length < 2) return [];
  return [
    {
      code: 'component-cycle',
      ...placeIn(file, `/spec/after/${afterOf(file).indexOf(next)}`),
      message: `none of these could ever be the first: ${[...circle, name].join(' waits for ')}`,
      value: shown(next),
      remedy: 'take one `after` out',
    },
  ];
}
