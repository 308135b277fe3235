import { type Result } from '../../model/result.ts';
import { type Reply } from '../answer.ts';
import type { JsonObject } from '../json.ts';
/** The one parameter of an action, or the 400 that says what is wrong with the body. */
export declare function readActionParameter<T extends string>(action: string, name: string, body: JsonObject, isAllowed: (value: unknown) => value is T): Result<T, Reply>;
