import { createPublicKey, verify } from 'node:crypto';
import type { FailureReason, Pulled } from '../../model/boot.ts';
import type { Identity } from '../../model/inventory.ts';
import { holdsOf, type TwinDisk } from './disk.ts';
import { one, readWords, type Words } from './words.ts';

interface ImageFile {
  readonly url: string;
  readonly sha256: string;
}

/** What the agent was told to do, as it stands in the work item. */
export interface Work {
  readonly verb: Pulled;
  readonly facility: string;
  readonly machine: string;
  readonly grant: string;
  readonly seconds: number;
  readonly image?: ImageFile;
  /** What is started with a kernel: that one runs from memory, like an ISO. */
  readonly initrd?: ImageFile;
  readonly format: string;
  readonly seed: readonly string[];
  readonly overwrite: boolean;
  /** Serial numbers of the disks that it is about. */
  readonly disks: readonly string[];
}

/** What came of looking at the work item, before anything is written. */
export type Judged =
  | { readonly kind: 'go'; readonly work: Work }
  /** The markers say that it was done before. */
  | { readonly kind: 'done'; readonly work: Work }
  | { readonly kind: 'no'; readonly grant: string; readonly reason: FailureReason; readonly message: string };

/** docs/boot.md: the agent does it only when the signature, contract, machine and disks are right. */
export function judgeWork(answer: Words, key: string, identity: Identity, disks: readonly TwinDisk[]): Judged {
  const text = Buffer.from(one(answer, 'item') ?? '', 'base64').toString();
  const item = readWords(text);
  const grant = one(item, 'grant') ?? '';
  const no = (reason: FailureReason, message: string): Judged => ({ kind: 'no', grant, reason, message });
  if (!isSigned(text, one(answer, 'signature') ?? '', key)) return no('SignatureWrong', 'it is not from here');
  if (one(item, 'contract') !== '1') return no('ContractUnknown', `contract ${one(item, 'contract')}`);
  if (!isMeant(item, identity)) return no('NotThisMachine', 'it is for another machine');
  const verb = (['Install', 'Erase', 'Inspect'] as const).find((known) => known === one(item, 'verb'));
  if (verb === undefined) return no('ContractUnknown', `verb ${one(item, 'verb')}`);
  const chosen: TwinDisk[] = [];
  for (const name of item.get('disk') ?? []) {
    const found = disks.filter((disk) => isNamed(disk, name));
    const [only] = found;
    if (only === undefined) return no('DiskMissing', `no disk is ${name}`);
    if (found.length > 1) return no('DiskAmbiguous', `${found.length} disks are ${name}`);
    chosen.push(only);
  }
  const fileOf = (name: string, digest: string): ImageFile | null => {
    const [url, sha256] = [one(item, name), one(item, digest)];
    return url === undefined || sha256 === undefined ? null : { url, sha256 };
  };
  const image = fileOf('image', 'sha256');
  const initrd = fileOf('initrd', 'initrd-sha256');
  const work: Work = {
    verb,
    facility: one(item, 'facility') ?? '',
    machine: one(item, 'machine') ?? '',
    grant,
    seconds: Number(one(item, 'seconds')),
    ...(image === null ? {} : { image }),
    ...(initrd === null ? {} : { initrd }),
    format: one(item, 'format') ?? '',
    seed: (one(item, 'seed') ?? '').split(' ').filter((name) => name !== ''),
    overwrite: one(item, 'overwrite') === 'yes',
    disks: chosen.map(({ serial }) => serial),
  };
  if (verb === 'Inspect') return { kind: 'go', work };
  if (verb === 'Install' && work.image === undefined) return no('DownloadFailed', 'no image is named');
  if (isFromMemory(work)) {
    return chosen.length === 0 ? { kind: 'go', work } : no('ContractUnknown', 'it runs from memory, and names a disk');
  }
  if (chosen.length === 0) return no('DiskMissing', 'no disk is named');
  return judgeMarkers(work, chosen);
}

/** No disk is written to. */
export const isFromMemory = ({ format }: Work): boolean => format === 'kernel' || format === 'iso';

function judgeMarkers(work: Work, chosen: readonly TwinDisk[]): Judged {
  const { verb, grant, facility, overwrite } = work;
  const no = (reason: FailureReason, message: string): Judged => ({ kind: 'no', grant, reason, message });
  const foreign = chosen.find(({ marker }) => marker !== null && marker.facility !== facility);
  if (foreign) return no('MarkedByOther', `${foreign.serial} is of ${foreign.marker?.facility}`);
  const end = verb === 'Install' ? 'installed' : 'erased';
  const isDone = chosen.every(({ marker }) => marker?.grant === grant && marker.state === end);
  if (isDone) return { kind: 'done', work };
  const kept = chosen.find((disk) => holdsOf(disk).length > 0 && disk.marker?.grant !== grant);
  if (verb === 'Install' && !overwrite && kept) {
    return no('DiskNotBlank', `${kept.serial} holds ${holdsOf(kept).join(', ')}`);
  }
  return { kind: 'go', work };
}

function isSigned(text: string, signature: string, key: string): boolean {
  if (key === '' || text === '') return false;
  const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'));
}

/** Both are checked where both are named; one at least has to be. */
function isMeant(item: Words, { uuid, serial }: Identity): boolean {
  const named = { uuid: one(item, 'uuid'), serial: one(item, 'serial') };
  if (named.uuid === undefined && named.serial === undefined) return false;
  return (named.uuid ?? uuid) === uuid && (named.serial ?? serial) === serial;
}

function isNamed({ serial, wwn, eui }: TwinDisk, name: string): boolean {
  const colon = name.indexOf(':');
  const value = name.slice(colon + 1);
  switch (name.slice(0, colon)) {
    case 'serial':
      return serial === value;
    case 'wwn':
      return wwn === value;
    case 'eui':
      return eui === value;
    default:
      return false;
  }
}
