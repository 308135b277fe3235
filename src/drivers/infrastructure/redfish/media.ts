import type { Medium } from '../../../model/inventory.ts';
import { ok } from '../../../model/result.ts';
import { findAction } from '../../../redfish/action.ts';
import { members } from '../../../redfish/collection.ts';
import { flag, part, type Resource, text, texts } from '../../../redfish/fields.ts';
import { label } from '../../../redfish/printable.ts';
import { pathOf, type Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
import { within } from '../../../redfish/uri.ts';
import type { BootMedium } from '../../define.ts';
import { hostOf, isOurs } from './medium-image.ts';
import { byId } from './parts.ts';

/** A VirtualMedia resource that takes CDs. */
export interface Slot {
  readonly path: string;
  readonly body: Resource;
  /** How an image is put into it that is fetched by HTTP; `null`: not at all. */
  readonly insert: Insertion | null;
}

export type Insertion =
  /** VirtualMedia.InsertMedia, with the parameters that it does not go without. */
  | { readonly kind: 'action'; readonly target: string; readonly required: readonly string[] }
  /** Lenovo has no action: the resource itself is written to. */
  | { readonly kind: 'patch' };

export interface Media {
  /** In the order of the service, whose first is the one that boots where only one does (iDRAC10). */
  readonly slots: readonly Slot[];
  /** The service would show more if it were paid for. */
  readonly barred: boolean;
}

/** CDs of the system, and where it has none that we can use, of its BMC: vendors keep them at either, or both. */
export async function readMedia(
  reader: Reader,
  system: Resource,
  manager: Resource | undefined,
): Promise<Reading<Media>> {
  let barred = false;
  const watching: Reader = {
    ...reader,
    get: async (path) => {
      const reply = await reader.get(path);
      if (reply.ok && reply.value.kind === 'absent' && reply.value.unlicensed) barred = true;
      return reply;
    },
  };
  let shown: readonly Slot[] = [];
  const paths = [pathOf(reader, system, 'VirtualMedia'), pathOf(reader, manager, 'VirtualMedia')];
  for (const path of new Set(paths.filter((known) => known !== undefined))) {
    const slots = await readSlots(watching, path);
    if (!slots.ok) return slots;
    if (slots.value.some(({ insert }) => insert !== null)) return ok({ slots: slots.value, barred });
    if (shown.length === 0) shown = slots.value;
  }
  return ok({ slots: shown, barred });
}

async function readSlots(reader: Reader, path: string): Promise<Reading<readonly Slot[]>> {
  const found = await members(reader, path);
  if (!found.ok) return found;
  const slots: Slot[] = [];
  for (const body of (found.value ?? []).filter(takesCds)) {
    const named = text(body, '@odata.id');
    const own = named === undefined ? undefined : within(reader.origin, named);
    if (own === undefined) continue;
    const insert = await readInsertion(reader, body);
    if (!insert.ok) return insert;
    slots.push({ path: own, body, insert: insert.value });
  }
  return ok(slots);
}

function takesCds(body: Resource): boolean {
  const types = texts(body, 'MediaTypes');
  return types.length === 0 ? /cd|dvd/i.test(text(body, 'Id') ?? '') : types.some((type) => /^(?:CD|DVD)$/i.test(type));
}

async function readInsertion(reader: Reader, body: Resource): Promise<Reading<Insertion | null>> {
  const action = await findAction(reader, body, '#VirtualMedia.InsertMedia', 'TransferProtocolType');
  if (!action.ok) return action;
  // Of Lenovo's slots only these: the others are for uploaded files, and for the remote console.
  if (action.value === null) return ok(/^EXT\d+$/.test(text(body, 'Id') ?? '') ? { kind: 'patch' } : null);
  const { target, values, required } = action.value;
  // AMI's old ones fetch from file shares only.
  const fetches = values.length === 0 || values.includes('HTTP');
  return ok(fetches ? { kind: 'action', target, required } : null);
}

/** Empty only where the BMC says so: what it does not tell may be in somebody's use. */
export function isEmpty({ body }: Slot): boolean {
  const inserted = flag(body, 'Inserted');
  if (inserted !== undefined) return !inserted;
  return text(body, 'Image') === undefined && text(body, 'ConnectedVia') === 'NotConnected';
}

/** What we inserted is in it. */
export const holdsOurs = (slot: Slot, medium: BootMedium | undefined): boolean =>
  !isEmpty(slot) && isOurs(text(slot.body, 'Image'), medium);

export const describeMedia = ({ slots }: Media, medium: BootMedium | undefined): readonly Medium[] =>
  byId(
    slots.map((slot) => {
      const inserted = !isEmpty(slot);
      const host = inserted ? hostOf(text(slot.body, 'Image')) : undefined;
      return {
        id: label(slot.body, 'Id') ?? '',
        inserted,
        ours: holdsOurs(slot, medium),
        ...(host === undefined ? {} : { host }),
      };
    }),
  );

/** Dell says at the system whether the service is on at all. */
export const isSwitchedOff = (system: Resource): boolean =>
  flag(part(system, 'VirtualMediaConfig'), 'ServiceEnabled') === false;
