import { isKind, kinds, laterKinds } from './kind.ts';
import { didYouMean } from './nearest.ts';
import type { ManifestPath } from './path.ts';
import { homeOf } from './path.ts';
import { shown } from './printable.ts';
import type { RuleFault } from './rule-fault.ts';

/**
 * Kind and names against the path, before the rest: a file that lies in the wrong place would else be measured by the
 * wrong schema, and its author be told of fields that are right.
 */
export function checkHeader(where: Exclude<ManifestPath, { readonly kind: 'secret' }>, value: unknown): RuleFault[] {
  const kind = fieldIn(value, 'kind');
  if (typeof kind !== 'string') return [];
  if (!isKind(kind)) return [explainKind(kind)];
  if (kind !== where.kind) {
    return [
      {
        code: 'name-mismatch',
        pointer: '/kind',
        message: `the path is that of a ${where.kind}`,
        value: kind,
        remedy: `objects of kind ${kind} lie at ${homeOf[kind]}`,
      },
    ];
  }
  return [...checkName(where, value), ...checkRack(where, value)];
}

function explainKind(kind: string): RuleFault {
  const later = laterKinds.some((known) => known === kind);
  return {
    code: 'kind-unknown',
    pointer: '/kind',
    message: later ? 'this version of nanometal does not know this kind' : 'there is no such kind',
    value: shown(kind),
    remedy: `the kinds are ${kinds.join(', ')}`,
    ...didYouMean(kind, kinds),
  };
}

function checkName(where: ManifestPath, value: unknown): RuleFault[] {
  // The fleet has a name of its own choice.
  if (where.kind === 'Fleet') return [];
  const name = fieldIn(fieldIn(value, 'metadata'), 'name');
  if (typeof name !== 'string' || name === where.name) return [];
  return [
    {
      code: 'name-mismatch',
      pointer: '/metadata/name',
      message: `the path says \`${where.name}\`, the file another name`,
      value: shown(name),
      remedy: 'rename the file, or change the name',
    },
  ];
}

function checkRack(where: ManifestPath, value: unknown): RuleFault[] {
  if (where.kind !== 'Machine') return [];
  const rack = fieldIn(fieldIn(fieldIn(value, 'spec'), 'location'), 'rack');
  if (typeof rack !== 'string' || rack === where.rack) return [];
  return [
    {
      code: 'name-mismatch',
      pointer: '/spec/location/rack',
      message: `the file lies in the folder of rack \`${where.rack}\`, and says another`,
      value: shown(rack),
      remedy: `move it to machines/${shown(rack)}/, or change the rack`,
    },
  ];
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The value is as the file has it, so that nothing about its shape is known yet. */
const fieldIn = (value: unknown, field: string): unknown =>
  isMap(value) && Object.hasOwn(value, field) ? value[field] : undefined;
