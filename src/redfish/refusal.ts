import { isResource, list, part, type Resource, text } from './fields.ts';
import { parseResource } from './json.ts';
import { printable } from './printable.ts';

/** What a service said when it said no. */
export interface Refusal {
  readonly status: number;
  /** Without the registry's name and version: `Base.1.8.PropertyUnknown` is `PropertyUnknown`. */
  readonly messageIds: readonly string[];
  /** For people: what it said, at most 200 printable characters. */
  readonly message: string;
}

/** Takes out of a text what must not leave this process: a service may echo what it was sent. */
export type Conceal = (words: string) => string;

const messageMax = 200;
/** Characters that are looked at for a message: to clean megabytes would keep the whole process waiting. */
const wordsMax = 16_384;
const depthMax = 16;

/** Reads `@Message.ExtendedInfo` as list or single object, inside `error` or beside it, and else the text as it stands. */
export function readRefusal(status: number, body: Uint8Array, conceal: Conceal): Refusal {
  const parsed = parseResource(body, depthMax);
  const error = parsed.ok ? (part(parsed.value, 'error') ?? parsed.value) : undefined;
  const infos = extendedInfo(error);
  const ids = [...infos.map((info) => text(info, 'MessageId')), text(error, 'code')].filter((id) => id !== undefined);
  const said = infos
    .map((info) => text(info, 'Message') ?? text(info, 'MessageId'))
    .filter((line) => line !== undefined);
  const words = said.length > 0 ? said.join(' ') : (text(error, 'message') ?? plain(body));
  const message = printable(conceal(words.slice(0, wordsMax)), messageMax) || `status ${status}`;
  return { status, messageIds: [...new Set(ids.map((id) => id.split('.').at(-1) ?? id))], message };
}

/** The account must be given another password before it may do anything (DSP0266, password management). */
export const wantsNewPassword = ({ messageIds }: Refusal): boolean => messageIds.includes('PasswordChangeRequired');

/** It speaks of locking, or of having been asked too often: by id where it has one, else in its own words. */
export const hintsAtLockOut = ({ status, messageIds, message }: Refusal): boolean =>
  status === 429 ||
  messageIds.some((id) => /lock|attempt(?:s|delay)|toomany/i.test(id) && !/^UnauthorizedLoginAttempt$/.test(id)) ||
  /\block(?:ed|out|-out| out)\b|too many|attempts? (?:remain|left)/i.test(message);

function extendedInfo(error: Resource | undefined): readonly Resource[] {
  const single = part(error, '@Message.ExtendedInfo');
  return single === undefined ? list(error, '@Message.ExtendedInfo').filter(isResource) : [single];
}

/** Tags are left out: a page of HTML says little before its title. */
function plain(body: Uint8Array): string {
  const start = new TextDecoder().decode(body.subarray(0, wordsMax));
  return start.replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>|<[^>]*>?/gi, ' ');
}
