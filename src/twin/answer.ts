import type { JsonObject } from './json.ts';
import { type MessageId, message } from './messages.ts';

/** What the BMC puts on the wire. */
export type Answer =
  | Reply
  /** Nothing, while the connection stays open. */
  | { readonly kind: 'hang' }
  /** The connection breaks. */
  | { readonly kind: 'reset' }
  /** Bytes that are not HTTP, then the end of the connection. */
  | { readonly kind: 'noise'; readonly text: string };

export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const reply = (status: number, headers: Readonly<Record<string, string>> = {}, body = ''): Reply => ({
  kind: 'reply',
  status,
  headers: { 'odata-version': '4.0', 'cache-control': 'no-cache', ...headers },
  body,
});

export const replyJson = (status: number, body: JsonObject, headers: Readonly<Record<string, string>> = {}): Reply =>
  reply(status, { 'content-type': 'application/json; charset=utf-8', ...headers }, JSON.stringify(body));

/** An error as DSP0266 shapes it: `error.code`, `error.message` and the extended information. */
export function refuse(
  status: number,
  messages: readonly (readonly [MessageId, ...string[]])[],
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const infos = messages.map(([id, ...args]) => message(id, ...args));
  const only = infos.length === 1 ? infos[0] : undefined;
  const head = only ?? message('GeneralError');
  const error = { code: head.MessageId, message: head.Message, '@Message.ExtendedInfo': infos };
  return replyJson(status, { error }, headers);
}
