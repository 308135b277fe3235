/** ajv hands out its parameters and parts of the schema untyped: these look into them without believing anything. */
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

export const unknownIn = (from: unknown, field: string): unknown => (isRecord(from) ? from[field] : undefined);

/** Empty where there is no such text. */
export function textIn(from: unknown, field: string): string {
  const value = unknownIn(from, field);
  return typeof value === 'string' ? value : '';
}

export function recordIn(from: unknown, field: string): Readonly<Record<string, unknown>> {
  const value = unknownIn(from, field);
  return isRecord(value) ? value : {};
}

export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
