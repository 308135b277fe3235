/** A Redfish resource or a part of one, as it came: nothing in it is what the schema says until it has been looked at. */
export type Resource = Readonly<Record<string, unknown>>;

export const isResource = (value: unknown): value is Resource =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const field = (resource: Resource | undefined, name: string): unknown =>
  resource !== undefined && Object.hasOwn(resource, name) ? resource[name] : undefined;

/** Trimmed; absent, null, blank and other kinds are `undefined`. */
export function text(resource: Resource | undefined, name: string): string | undefined {
  const value = field(resource, name);
  const trimmed = typeof value === 'string' ? value.trim() : '';
  return trimmed === '' ? undefined : trimmed;
}

/** Some services write numbers as strings. */
export function number(resource: Resource | undefined, name: string): number | undefined {
  const value = field(resource, name);
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}

export function flag(resource: Resource | undefined, name: string): boolean | undefined {
  const value = field(resource, name);
  return typeof value === 'boolean' ? value : undefined;
}

export function part(resource: Resource | undefined, name: string): Resource | undefined {
  const value = field(resource, name);
  return isResource(value) ? value : undefined;
}

/** Absent and null are an empty list. */
export function list(resource: Resource | undefined, name: string): readonly unknown[] {
  const value = field(resource, name);
  return Array.isArray(value) ? value : [];
}

export function texts(resource: Resource | undefined, name: string): readonly string[] {
  return list(resource, name).filter((value) => typeof value === 'string');
}

/** What `{"@odata.id": "…"}` points at; some services write the bare string. */
export function link(resource: Resource | undefined, name: string): string | undefined {
  return linkOf(field(resource, name));
}

export function links(resource: Resource | undefined, name: string): readonly string[] {
  return list(resource, name)
    .map(linkOf)
    .filter((path) => path !== undefined);
}

function linkOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.startsWith('/') ? value : undefined;
  return isResource(value) ? text(value, '@odata.id') : undefined;
}
