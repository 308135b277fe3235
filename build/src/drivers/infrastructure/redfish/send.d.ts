import type { Started } from '../../../model/outcome.ts';
import type { Client } from '../../../redfish/client.ts';
import type { Refusal } from '../../../redfish/refusal.ts';
import { type Form, type Forms } from './form.ts';
/** The one request of a verb. */
export interface Order {
    readonly method: 'POST' | 'PATCH';
    /** Within the origin. */
    readonly path: string;
    readonly body: unknown;
    /** Of the resource that is changed. */
    readonly etag?: string;
    /** The form to try when a 400 refuses this one. */
    readonly otherwise?: (refusal: Refusal) => Form | undefined;
}
/** Sends it once. */
export declare function send(client: Client, order: Order, forms: Forms, signal: AbortSignal): Promise<Started>;
/** Nothing was sent: this hardware does not offer it. */
export declare const notOffered: (message: string) => Started;
