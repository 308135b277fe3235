import { fail, ok } from '../model/result.ts';
import type { Client } from './client.ts';
import { link, type Resource } from './fields.ts';
import type { RedfishLimits } from './limits.ts';
import { type Found, isGone, type Reading, type Reply, unusable } from './reply.ts';
import type { Root } from './root.ts';
import { within } from './uri.ts';

/** Reading one BMC for one look: bounded in requests, and called off as a whole. */
export interface Reader {
  readonly origin: string;
  readonly root: Root;
  readonly limits: RedfishLimits;
  get(path: string): Promise<Reply>;
}

export async function openReader(client: Client, limits: RedfishLimits, signal: AbortSignal): Promise<Reading<Reader>> {
  const root = await client.root(signal);
  if (!root.ok) return root;
  let reads = 0;
  const get = async (path: string): Promise<Reply> => {
    if (++reads <= limits.readsMax) return client.get(path, signal);
    return fail({ reason: 'Garbage', message: `it links to more than ${limits.readsMax} resources` });
  };
  return ok({ origin: client.endpoint.origin, root: root.value, limits, get });
}

/** The same, for what must not be taken for absent because it is not shown to us: that is a miss. */
export const demanding = (reader: Reader): Reader => ({
  ...reader,
  get: async (path) => {
    const reply = await reader.get(path);
    const withheld = reply.ok && reply.value.kind === 'absent' && !isGone(reply.value);
    return withheld ? fail(unusable(reply.value)) : reply;
  },
});

/** `null`: no such link, or nothing behind it. */
export async function follow(reader: Reader, from: Resource, name: string): Promise<Reading<Found | null>> {
  const path = pathOf(reader, from, name);
  return path === undefined ? ok(null) : getOptional(reader, path);
}

/** `null`: it is not there. */
export async function getOptional(reader: Reader, path: string): Promise<Reading<Found | null>> {
  const reply = await reader.get(path);
  if (!reply.ok) return reply;
  return ok(reply.value.kind === 'found' ? reply.value : null);
}

/** Where a link leads, within the origin. */
export function pathOf(reader: Reader, from: Resource | undefined, name: string): string | undefined {
  const target = link(from, name);
  return target === undefined ? undefined : within(reader.origin, target);
}
