import { ok } from '../model/result.ts';
import { flag, isResource, list, part, type Resource, text, texts } from './fields.ts';
import { getOptional, pathOf, type Reader } from './reader.ts';
import type { Reading } from './reply.ts';
import { within } from './uri.ts';

/** An action that a resource offers, such as `#ComputerSystem.Reset`. */
export interface Action {
  /** Where it is posted, within the origin. */
  readonly target: string;
  /** Values that the parameter takes, as offered; empty: the service does not say. */
  readonly values: readonly string[];
  /** Parameters that it does not go without, where an ActionInfo says so. */
  readonly required: readonly string[];
}

/**
 * `null`: it is not offered. The values are beside the action, or in an ActionInfo that it links to, which is only read
 * where they are not.
 */
export async function findAction(
  reader: Reader,
  resource: Resource,
  name: string,
  parameter: string,
): Promise<Reading<Action | null>> {
  const offered = part(part(resource, 'Actions'), name);
  const posted = text(offered, 'target');
  const target = posted === undefined ? undefined : within(reader.origin, posted);
  if (offered === undefined || target === undefined) return ok(null);
  const values = texts(offered, `${parameter}@Redfish.AllowableValues`);
  if (values.length > 0) return ok({ target, values, required: [] });
  const info = pathOf(reader, offered, '@Redfish.ActionInfo');
  if (info === undefined) return ok({ target, values, required: [] });
  const found = await getOptional(reader, info);
  if (!found.ok) return found;
  const parameters = list(found.value?.body, 'Parameters').filter(isResource);
  const described = parameters.find((entry) => text(entry, 'Name') === parameter);
  const required = parameters
    .filter((entry) => flag(entry, 'Required') === true)
    .map((entry) => text(entry, 'Name'))
    .filter((name) => name !== undefined);
  return ok({ target, values: texts(described, 'AllowableValues'), required });
}
