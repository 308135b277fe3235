import type { BootAnswer, BootRequest } from '../../boot/message.ts';
import { type BootMethod, type BootService, bootMethods, type ImageFile } from '../../model/boot.ts';
import type { FacilityName } from '../../model/names.ts';
import { isRecord, parseJson } from '../json.ts';
import type { Place } from './front.ts';

/**
 * What `nanometal boot` and the reconciler say to each other, as lines of JSON over HTTP on a Unix socket. Both are of one
 * version; what is not as it is here is not heard.
 *
 * - `GET /place`: where the ports are to be (`Told`), a line at each change, as long as both live. One process at a time.
 * - `POST /doors`: what came of it (`Report`).
 * - `POST /answer`: a caller's request (`Asked`). One line comes back (`Answered`), and where the reconciler waits to hear
 *   whether it went out, the response ends only after that was told by `POST /sent/<id>` (`Sent`).
 */
export interface Told {
  readonly facility: FacilityName;
  /** Counts the changes. */
  readonly turn: number;
  /** Null: there is to be no boot service, or nobody knows yet. */
  readonly place: Place | null;
}

/** Of that turn; `failure` null: the ports are open. */
export interface Report {
  readonly turn: number;
  readonly failure: string | null;
}

export type Asked = Omit<BootRequest, 'gone'>;

export type Answered = Omit<BootAnswer, 'sent'> & {
  /** What to tell by `/sent/<id>`; absent: nobody waits for it. */
  readonly id?: string;
};

export interface Sent {
  readonly whole: boolean;
}

export const toLine = (value: Told | Report | Asked | Answered | Sent): string => `${JSON.stringify(value)}\n`;

export function readTold(line: string): Told | null {
  const told = parseJson(line);
  if (!isRecord(told) || typeof told.facility !== 'string' || typeof told.turn !== 'number') return null;
  const { facility, turn } = told;
  if (told.place === null) return { facility, turn, place: null };
  const place = readPlace(told.place);
  return place && { facility, turn, place };
}

function readPlace(place: unknown): Place | null {
  if (!isRecord(place) || !isRecord(place.tls)) return null;
  const { key, cert, pin } = place.tls;
  const boot = readBoot(place.boot);
  if (!boot || !isText(key) || !isText(cert) || !isText(pin)) return null;
  return { boot, tls: { key, cert, pin } };
}

function readBoot(boot: unknown): BootService | null {
  if (!isRecord(boot) || !isRecord(boot.ports)) return null;
  const { address, methods, provisioning, bmc, images } = boot;
  const { http, https } = boot.ports;
  if (!isText(address) || typeof http !== 'number' || typeof https !== 'number') return null;
  if (!isTexts(provisioning) || !isTexts(bmc) || !(images === undefined || isTexts(images))) return null;
  if (!Array.isArray(methods) || !methods.every(isMethod)) return null;
  return { address, ports: { http, https }, methods, provisioning, bmc, ...(images === undefined ? {} : { images }) };
}

export function readReport(line: string): Report | null {
  const report = parseJson(line);
  if (!isRecord(report) || typeof report.turn !== 'number') return null;
  const { turn, failure } = report;
  return failure === null || isText(failure) ? { turn, failure } : null;
}

export function readAsked(line: string): Asked | null {
  const asked = parseJson(line);
  if (!isRecord(asked) || !isStrings(asked.headers)) return null;
  const { peer, secure, method, target, headers, body } = asked;
  if (!isText(peer) || typeof secure !== 'boolean' || !isText(method) || !isText(target) || !isText(body)) return null;
  return { peer, secure, method, target, headers, body };
}

export function readAnswered(line: string): Answered | null {
  const answer = parseJson(line);
  if (!isRecord(answer) || !isStrings(answer.headers)) return null;
  const { status, headers, id } = answer;
  const body = readBody(answer.body);
  if (body === null || typeof status !== 'number' || !(id === undefined || isText(id))) return null;
  return { status, headers, body, ...(id === undefined ? {} : { id }) };
}

function readBody(body: unknown): Answered['body'] | null {
  if (!isRecord(body)) return null;
  const { kind, text, name, overlay } = body;
  if (kind === 'text' && isText(text)) return { kind, text };
  if (kind === 'file' && isText(name) && (overlay === undefined || isText(overlay))) {
    return { kind, name, ...(overlay === undefined ? {} : { overlay }) };
  }
  const image = kind === 'image' ? readImage(body.image) : null;
  return image && { kind: 'image', image };
}

function readImage(image: unknown): ImageFile | null {
  if (!isRecord(image)) return null;
  const { name, url, sha256 } = image;
  if (!isText(name) || !isText(url) || !isText(sha256) || !/^[0-9a-f]{64}$/.test(sha256)) return null;
  return { name, url, sha256 };
}

export function readSent(line: string): Sent | null {
  const sent = parseJson(line);
  return isRecord(sent) && typeof sent.whole === 'boolean' ? { whole: sent.whole } : null;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isStrings = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) && Object.values(value).every(isText);
const isMethod = (value: unknown): value is BootMethod => bootMethods.some((method) => method === value);
