import { fail, ok, type Result } from '../../model/result.ts';
import { type Reply, refuse } from '../answer.ts';
import type { JsonObject } from '../json.ts';

/** The one parameter of an action, or the 400 that says what is wrong with the body. */
export function readActionParameter<T extends string>(
  action: string,
  name: string,
  body: JsonObject,
  isAllowed: (value: unknown) => value is T,
): Result<T, Reply> {
  const unknown = Object.keys(body).find((key) => key !== name);
  if (unknown !== undefined) return fail(refuse(400, [['ActionParameterUnknown', action, unknown]]));
  const value = body[name];
  if (value === undefined) return fail(refuse(400, [['ActionParameterMissing', action, name]]));
  if (!isAllowed(value)) {
    return fail(refuse(400, [['ActionParameterValueNotInList', JSON.stringify(value), name, action]]));
  }
  return ok(value);
}
