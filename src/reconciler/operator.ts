import type { CommitId, Instant } from '../model/names.ts';
import type { OperatorHold } from '../model/plan.ts';
import type { Disk } from '../ports/disk.ts';

/** What an operator said on this host, beside Git: red buttons, and that a rewritten main is meant. */
export interface OperatorNotes {
  readonly holds: readonly OperatorHold[];
  readonly accept?: { readonly commit: CommitId; readonly because: string; readonly at: Instant };
}

const path = 'operator.json';
/** The last year that ISO 8601 writes with four digits. */
const endOfTime = Date.UTC(9999, 0);

/** A damaged note is not an empty one: it may have held something back, so that until it is mended all is held. */
export async function readNotes(disk: Disk): Promise<OperatorNotes> {
  const bytes = await disk.read(path);
  if (bytes === null) return { holds: [] };
  const value = parse(bytes);
  if (isNotes(value)) return value;
  const reason = `${path} in the state folder is damaged; repair or remove it`;
  return { holds: [{ what: 'all', reason, until: endOfTime }] };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

export const writeNotes = (disk: Disk, notes: OperatorNotes): Promise<void> =>
  disk.write(path, new TextEncoder().encode(`${JSON.stringify(notes, null, 2)}\n`));

function isNotes(value: unknown): value is OperatorNotes {
  if (!isRecord(value) || !Array.isArray(value.holds)) return false;
  const { accept } = value;
  return value.holds.every(isHold) && (accept === undefined || (isRecord(accept) && typeof accept.commit === 'string'));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isHold = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.what === 'string' &&
  typeof value.reason === 'string' &&
  typeof value.until === 'number' &&
  value.until >= 0 &&
  value.until <= endOfTime;
