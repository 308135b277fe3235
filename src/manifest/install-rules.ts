import type { Image } from '../model/boot.ts';
import type { ImageManifest, MachineManifest } from '../model/manifest.gen.ts';
import type { Problem } from '../model/problem.ts';
import type { Range } from './ip.ts';
import { contains, readIp } from './ip.ts';
import type { ParsedFile } from './parse.ts';
import { placeIn } from './place-in.ts';
import { shown } from './printable.ts';
import { fault, type RuleFault } from './rule-fault.ts';

/** What belongs to a kernel, and to nothing else. */
export function checkImage({ spec }: ImageManifest): RuleFault[] {
  const { format, initrd, commandLine } = spec;
  if (format === 'kernel') {
    if (initrd !== undefined) return [];
    const remedy = 'add `initrd: { url: …, sha256: … }`; without one a kernel finds nothing to run';
    return [fault('/spec', 'a kernel comes with an initrd', 'none', remedy)];
  }
  return (['initrd', 'commandLine'] as const)
    .filter((key) => (key === 'initrd' ? initrd : commandLine) !== undefined)
    .map((key) => fault(`/spec/${key}`, `\`${key}\` is for \`format: kernel\``, format, `take \`${key}\` out`));
}

type DeclaredInstall = NonNullable<MachineManifest['spec']['install']>;

/** Of images that a machine is to be given: another facility may fetch the others. */
export function checkInstall(
  file: ParsedFile,
  install: DeclaredInstall,
  image: Image,
  ranges: readonly Range[] | null,
): Problem[] {
  const urls = image.format === 'kernel' ? [image.url, image.initrd.url] : [image.url];
  return [...urls.flatMap((url) => checkUrl(file, image.name, url, ranges)), ...checkDisk(file, install, image)];
}

function checkUrl(file: ParsedFile, name: string, url: string, ranges: readonly Range[] | null): Problem[] {
  const { hostname } = new URL(url);
  const ip = readIp(hostname.replace(/^\[|\]$/g, ''));
  // A name is checked when it is connected to, address by address.
  if (ip === null || ranges === null || ranges.some((range) => contains(range, ip))) return [];
  return [
    {
      code: 'address-out-of-range',
      ...placeIn(file, '/spec/install/image'),
      message: `the image is fetched from ${hostname}, outside the ranges of the facility`,
      value: shown(name),
      remedy: `correct the URL in images/${name}.yaml, or add its range to \`ranges.images\` in facility.yaml`,
    },
  ];
}

/** An image of a disk goes onto one, and what runs from memory onto none. */
function checkDisk(file: ParsedFile, install: DeclaredInstall, { name, format }: Image): Problem[] {
  const problem = (field: string, message: string, value: string, remedy: string): Problem[] => [
    { code: 'schema', ...placeIn(file, `/spec/install${field}`), message, value, remedy },
  ];
  switch (format) {
    case 'raw':
    case 'raw.gz':
    case 'raw.zst':
      if (install.disk !== undefined) return [];
      return problem('', `image ${name} goes onto a disk`, 'none', 'name exactly one: `disk: { serial: … }`');
    case 'kernel':
    case 'iso': {
      const extra = (['disk', 'overwrite'] as const).find((key) => install[key] !== undefined);
      if (extra !== undefined) {
        const message = `image ${name} runs from memory, and is written to no disk`;
        return problem(`/${extra}`, message, shown(extra), `take \`${extra}\` out`);
      }
      if (format === 'kernel' || (install.ready ?? 'phoneHome') !== 'phoneHome') return [];
      const message = 'an ISO is given no seed, so that nothing in it would call home';
      return problem('', message, 'phoneHome', 'say `ready: powerOn`, or `ready: tcp:` and a port');
    }
  }
}
