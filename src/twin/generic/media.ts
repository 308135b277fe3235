import type { Instant } from '../../model/names.ts';
import { type Reply, refuse, reply } from '../answer.ts';
import type { Bmc } from '../bmc.ts';
import { drawMishap } from '../faults.ts';
import type { Json, JsonObject } from '../json.ts';
import { ejectMedium, hostOf, insertMedium, type Medium, mediumIn, slotsOf } from '../media.ts';
import type { MessageId } from '../messages.ts';
import { type Change, type Params, type Route, unchanged } from '../route.ts';
import { showCollection } from './collection.ts';
import { controllerPath, systemPath } from './paths.ts';

type Complaint = readonly [MessageId, ...string[]];

const insertAction = 'VirtualMedia.InsertMedia';
const ejectAction = 'VirtualMedia.EjectMedia';

/** Where this machine keeps its virtual media. */
export const mediaPathOf = ({ spec }: Bmc): string =>
  `${spec.mediaHabit === 'at-system' ? systemPath : controllerPath}/VirtualMedia`;

const routesAt = (path: string): readonly Route[] => [
  {
    pattern: path,
    licensed: true,
    get: (bmc) => {
      const ids = slotsOf(bmc).map(({ id }) => id);
      return mediaPathOf(bmc) === path ? showCollection(path, 'VirtualMedia', ids) : null;
    },
  },
  {
    pattern: `${path}/{id}`,
    licensed: true,
    tagged: true,
    get: (bmc, { id }) => (mediaPathOf(bmc) === path ? showSlot(bmc, id ?? '', path) : null),
    patch: (bmc, body, now, params) => writeSlot(bmc, body, now, params),
  },
  ...([insertAction, ejectAction] as const).map(
    (action): Route => ({
      pattern: `${path}/{id}/Actions/${action}`,
      licensed: true,
      post: (bmc, body, now, { id = '' }) => {
        const there = mediaPathOf(bmc) === path && hasActions(bmc) && slotsOf(bmc).some((slot) => slot.id === id);
        if (!there) return unchanged(bmc, refuse(404, [['ResourceMissingAtURI', `${path}/${id}/Actions/${action}`]]));
        return action === insertAction ? insert(bmc, body, id, now) : eject(bmc, body, id);
      },
    }),
  ),
];

/** VirtualMedia (DMTF schema): images are fetched from where the client says, and shown to the host. */
export const mediaRoutes: readonly Route[] = [
  ...routesAt(`${controllerPath}/VirtualMedia`),
  ...routesAt(`${systemPath}/VirtualMedia`),
];

const hasActions = ({ spec }: Bmc): boolean => spec.mediaHabit !== 'patched';

function showSlot(bmc: Bmc, id: string, collection: string): JsonObject | null {
  const slot = slotsOf(bmc).find((one) => one.id === id);
  if (slot === undefined) return null;
  const path = `${collection}/${id}`;
  const medium = mediumIn(bmc, id);
  return {
    '@odata.id': path,
    '@odata.type': '#VirtualMedia.v1_6_1.VirtualMedia',
    Id: id,
    Name: `Virtual media ${id}`,
    MediaTypes: slot.types,
    Image: medium?.image ?? null,
    ImageName: medium === undefined ? null : (medium.image.split('/').at(-1) ?? null),
    Inserted: medium !== undefined,
    WriteProtected: medium?.writeProtected ?? true,
    ConnectedVia: medium === undefined ? 'NotConnected' : 'URI',
    ...(hasActions(bmc)
      ? {
          TransferProtocolType: medium === undefined ? null : protocolOf(medium.image),
          TransferMethod: medium === undefined ? null : 'Stream',
          Actions: Object.fromEntries(
            [insertAction, ejectAction].map((action) => [`#${action}`, { target: `${path}/Actions/${action}` }]),
          ),
        }
      : {}),
  };
}

const protocolOf = (image: string): string => (image.startsWith('https:') ? 'HTTPS' : 'HTTP');

function insert(bmc: Bmc, body: JsonObject, slot: string, now: Instant): Change {
  const complaint = judgeInsert(bmc, body);
  if (complaint !== null) return unchanged(bmc, refuse(400, [complaint]));
  if (mediumIn(bmc, slot) !== undefined) return unchanged(bmc, refuse(409, [['ResourceInUse']]));
  return put(bmc, { slot, image: String(body.Image), writeProtected: body.WriteProtected !== false }, now);
}

function judgeInsert({ spec }: Bmc, body: JsonObject): Complaint | null {
  const plain = spec.mediaHabit === 'image-only';
  for (const [name, value] of Object.entries(body)) {
    const allowed = plain && refusedByPlain.has(name) ? undefined : parameters.get(name);
    if (allowed === undefined) return ['ActionParameterUnknown', insertAction, name];
    if (!allowed(value ?? null)) return ['ActionParameterValueFormatError', name, insertAction];
  }
  const demanded = ['Image', ...(spec.mediaHabit === 'protocol-named' ? ['TransferProtocolType'] : [])];
  const missing = demanded.find((name) => body[name] === undefined);
  if (missing !== undefined) return ['ActionParameterMissing', insertAction, missing];
  const told = body.TransferProtocolType;
  if (told !== undefined && told !== protocolOf(String(body.Image))) {
    return ['ActionParameterValueFormatError', 'TransferProtocolType', insertAction];
  }
  return null;
}

const isImage = (value: Json): boolean =>
  typeof value === 'string' && value.length <= 2_048 && /^https?:\/\/[^/]/.test(value) && URL.canParse(value);
const isText = (value: Json): boolean => typeof value === 'string';

/** What InsertMedia takes. The twin fetches nothing. */
const parameters: ReadonlyMap<string, (value: Json) => boolean> = new Map([
  ['Image', isImage],
  // An image that is known and not inserted is nothing that this BMC has.
  ['Inserted', (value) => value === true],
  ['WriteProtected', (value) => typeof value === 'boolean'],
  ['TransferProtocolType', (value) => value === 'HTTP' || value === 'HTTPS'],
  ['TransferMethod', (value) => value === 'Stream' || value === 'Upload'],
  ['UserName', isText],
  ['Password', isText],
]);
const refusedByPlain: ReadonlySet<string> = new Set(['Inserted', 'WriteProtected']);

/** Some say yes and have nothing afterwards. */
function put(bmc: Bmc, medium: Medium, now: Instant): Change {
  const { struck, dice } = drawMishap(bmc.faults, bmc.dice, 'insert-lost', now);
  const rolled = dice === bmc.dice ? bmc : { ...bmc, dice };
  if (struck) return unchanged(rolled, reply(204));
  const effect = { media: { [medium.slot]: `empty→${hostOf(medium.image)}` } };
  return { bmc: insertMedium(rolled, medium), reply: reply(204), effect };
}

function eject(bmc: Bmc, body: JsonObject, slot: string): Change {
  const [unknown] = Object.keys(body);
  if (unknown !== undefined) return unchanged(bmc, refuse(400, [['ActionParameterUnknown', ejectAction, unknown]]));
  return takeOut(bmc, slot);
}

/** 204 also where nothing was in, without an effect. */
function takeOut(bmc: Bmc, slot: string): Change {
  const medium = mediumIn(bmc, slot);
  if (medium === undefined) return unchanged(bmc, reply(204));
  const effect = { media: { [slot]: `${hostOf(medium.image)}→empty` } };
  return { bmc: ejectMedium(bmc, slot), reply: reply(204), effect };
}

/** Where there are no actions, Image and Inserted are written together. */
function writeSlot(bmc: Bmc, body: JsonObject, now: Instant, { id = '' }: Params): Change {
  const no = (...complaint: Complaint): Change => unchanged(bmc, refuse(400, [complaint]));
  const { Image = null, Inserted, WriteProtected = true, ...rest } = body;
  const [unknown] = Object.keys(rest);
  if (hasActions(bmc)) return unchanged(bmc, refuseToWrite());
  if (unknown !== undefined) return no('PropertyNotWritable', unknown);
  if (typeof WriteProtected !== 'boolean')
    return no('PropertyValueTypeError', JSON.stringify(WriteProtected), 'WriteProtected');
  if (Image === null && Inserted === false) return takeOut(bmc, id);
  if (!isImage(Image)) return no('PropertyValueFormatError', '(hidden)', 'Image');
  if (Inserted !== true) return no('PropertyValueTypeError', JSON.stringify(Inserted ?? null), 'Inserted');
  if (!id.startsWith('EXT')) return no('PropertyNotWritable', 'Image');
  if (mediumIn(bmc, id) !== undefined) return unchanged(bmc, refuse(409, [['ResourceInUse']]));
  return put(bmc, { slot: id, image: String(Image), writeProtected: WriteProtected }, now);
}

const refuseToWrite = (): Reply => refuse(405, [['OperationNotAllowed']]);
