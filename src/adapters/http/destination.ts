import { isIP } from 'node:net';
import type { HttpRequest } from '../../ports/http.ts';

/** Where a request goes and what must be true of the peer. A class, so that the pool can tell it from other options. */
export class Destination {
  readonly secure: boolean;
  /** Without the brackets of an IPv6 literal. */
  readonly host: string;
  readonly port: number;
  /** Lower case hex; present: it decides alone. */
  readonly pin: string | undefined;
  readonly insecure: boolean;
  readonly learn: boolean;
  readonly within: readonly string[] | undefined;
  readonly connectMs: number;
  /** Connections with the same key may stand in for each other. */
  readonly key: string;

  constructor(url: URL, request: HttpRequest) {
    this.secure = url.protocol === 'https:';
    this.host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    this.port = url.port === '' ? (this.secure ? 443 : 80) : Number(url.port);
    this.pin = request.tls?.pin?.toLowerCase();
    this.learn = request.tls?.learn === true;
    this.insecure = request.tls?.insecure === true || this.learn;
    this.within = request.within;
    this.connectMs = request.limits.connectMs;
    this.key = JSON.stringify([this.secure, this.host, this.port, this.pin, this.insecure, this.within]);
  }

  get isAddress(): boolean {
    return isIP(this.host) !== 0;
  }
}

export interface Target {
  readonly url: URL;
  readonly to: Destination;
}

/** `null`: not an absolute http(s) URL, or one with a user name in it, which would end up in logs. */
export function readDestination(request: HttpRequest): Target | null {
  if (!URL.canParse(request.url)) return null;
  const url = new URL(request.url);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '') return null;
  return { url, to: new Destination(url, request) };
}
