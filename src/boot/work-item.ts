import type { DiskName, Image, ImageFile, WorkItem } from '../model/boot.ts';
import { never } from '../model/never.ts';
import type { Rendered } from '../model/node.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { contract } from './caller.ts';
import { isWritable, type Lines, writeLines } from './lines.ts';

/**
 * The text that is signed and handed out; `server`: `https://10.1.2.1:8443`. The error, for people, names what has no place
 * in a line: a name of a disk is whatever stands in a manifest.
 */
export function writeWorkItem(item: WorkItem, server: string, seed: Rendered | undefined): Result<string, string> {
  const { uuid, serial } = item.identity;
  const lines: Lines = [
    ['contract', contract],
    ['facility', item.facility],
    ['machine', item.machine],
    ['verb', item.verb],
    ['grant', item.grant],
    ['epoch', String(item.epoch)],
    ['seconds', String(item.seconds)],
    ...(uuid === undefined ? [] : [['uuid', uuid.toLowerCase()] as const]),
    ...(serial === undefined ? [] : [['serial', serial] as const]),
    ...linesOf(item, server, seed),
  ];
  const wrong = lines.find(([, value]) => !isWritable(value));
  return wrong === undefined ? ok(writeLines(lines)) : fail(`${wrong[0]} holds a control character`);
}

function linesOf(item: WorkItem, server: string, seed: Rendered | undefined): Lines {
  switch (item.verb) {
    case 'Inspect':
      return [];
    case 'Erase':
      return item.disks.map((disk) => ['disk', diskText(disk)]);
    case 'Install':
      return [
        ...(item.disk === undefined
          ? []
          : [['disk', diskText(item.disk)] as const, ['overwrite', item.overwrite ? 'yes' : 'no'] as const]),
        ...imageLines(item.image, server),
        ...(seed === undefined ? [] : [['seed', seedFiles(seed).join(' ')] as const]),
      ];
    default:
      return never(item);
  }
}

function imageLines(image: Image, server: string): Lines {
  const urlOf = ({ sha256 }: ImageFile): string => `${server}/images/${sha256}`;
  const own: Lines = [
    ['image', urlOf(image)],
    ['format', image.format],
    ['sha256', image.sha256],
  ];
  if (image.format !== 'kernel') return own;
  const { initrd, commandLine } = image;
  const line: Lines = commandLine === undefined ? [] : [['cmdline', commandLine]];
  return [...own, ['initrd', urlOf(initrd)], ['initrd-sha256', initrd.sha256], ...line];
}

const diskText = ({ by, value }: DiskName): string => `${by}:${value}`;

/** Names of NoCloud's files that there are. */
export const seedFiles = ({ networkConfig }: Rendered): readonly SeedFile[] =>
  networkConfig === undefined ? ['user-data', 'meta-data'] : ['user-data', 'meta-data', 'network-config'];

export type SeedFile = 'user-data' | 'meta-data' | 'network-config';

export function seedText(seed: Rendered, file: string): string | null {
  switch (file) {
    case 'user-data':
      return seed.userData.reveal();
    case 'meta-data':
      return seed.metaData;
    case 'network-config':
      return seed.networkConfig ?? null;
    default:
      return null;
  }
}
