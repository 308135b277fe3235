import { createHash } from 'node:crypto';
import type { ObjectId } from '../../../model/names.ts';
import { finish, type Steps } from '../../../model/steps.ts';
import { slices } from './slices.ts';

export type ObjectKind = 'commit' | 'tree' | 'blob' | 'tag';

/** A Git object as it is hashed: its kind and its bytes. */
export interface GitObject {
  readonly kind: ObjectKind;
  readonly content: Buffer;
}

/** A Git object together with its name. */
export interface NamedObject extends GitObject {
  readonly id: ObjectId;
}

export const objectIdPattern = /^[0-9a-f]{40}$/;

/** What the wire uses for "no object": a ref that does not exist. */
export const zeroId: ObjectId = '0'.repeat(40);

/** The bytes that stand before the content when an object is hashed and when it lies on disk by itself. */
export const objectHeader = (kind: ObjectKind, size: number): Buffer => Buffer.from(`${kind} ${size}\0`, 'latin1');

/** SHA-1 of header and content. */
export const idOf = (kind: ObjectKind, content: Uint8Array): ObjectId => finish(hashing(kind, content));

export function* hashing(kind: ObjectKind, content: Uint8Array): Steps<ObjectId> {
  const hash = createHash('sha1').update(objectHeader(kind, content.length));
  yield* slices(content, (slice) => hash.update(slice));
  return hash.digest('hex');
}

export const named = (kind: ObjectKind, content: Buffer): NamedObject => ({ kind, content, id: idOf(kind, content) });

export function isObjectKind(text: string): text is ObjectKind {
  return text === 'commit' || text === 'tree' || text === 'blob' || text === 'tag';
}
