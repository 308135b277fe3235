import type { JsonObject } from './json.ts';
import { type MessageId } from './messages.ts';
/** What the BMC puts on the wire. */
export type Answer = Reply
/** Nothing, while the connection stays open. */
 | {
    readonly kind: 'hang';
}
/** The connection breaks. */
 | {
    readonly kind: 'reset';
}
/** Bytes that are not HTTP, then the end of the connection. */
 | {
    readonly kind: 'noise';
    readonly text: string;
};
export interface Reply {
    readonly kind: 'reply';
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
}
export declare const reply: (status: number, headers?: Readonly<Record<string, string>>, body?: string) => Reply;
export declare const replyJson: (status: number, body: JsonObject, headers?: Readonly<Record<string, string>>) => Reply;
/** An error as DSP0266 shapes it: `error.code`, `error.message` and the extended information. */
export declare function refuse(status: number, messages: readonly (readonly [MessageId, ...string[]])[], headers?: Readonly<Record<string, string>>): Reply;
