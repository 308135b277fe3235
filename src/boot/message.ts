import type { ImageFile } from '../model/boot.ts';

/** One request to the boot service, from whatever network is in front of it. */
export interface BootRequest {
  /** Address of the peer, without a port. */
  readonly peer: string;
  /** It came by HTTPS. */
  readonly secure: boolean;
  readonly method: string;
  /** With the query. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Read as UTF-8; the network in front keeps to `bodyBytesMax`. */
  readonly body: string;
  /** Aborted when the peer goes away. */
  readonly gone: AbortSignal;
}

export interface BootAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BootBody;
  /** Called exactly once by the network: whether all of it went out before the connection ended. */
  sent?(whole: boolean): void;
}

/** Text is here already, all else is streamed by the network in front. */
export type BootBody =
  | { readonly kind: 'text'; readonly text: string }
  /** A file of the agent's folder; with `overlay` in the place that is reserved in it (adapters/boot-server/agent-folder.ts). */
  | { readonly kind: 'file'; readonly name: string; readonly overlay?: string }
  /** Through the site cache. */
  | { readonly kind: 'image'; readonly image: ImageFile };

/** docs/boot.md: no text of the protocol is longer. */
export const bodyBytesMax = 64 * 1024;

export const textAnswer = (status: number, text: string): BootAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: { kind: 'text', text },
});

/** Nothing to see, whatever was asked. */
export const refusal = (status: 400 | 401 | 403 | 404 | 405 | 413 | 503, why: string): BootAnswer =>
  textAnswer(status, `${why}\n`);
