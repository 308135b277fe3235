import type { DiskName, Image, Install, Ready } from '../model/boot.ts';
import type { Bmc, BmcAccount, Link, Machine, MachineClass, Operation } from '../model/fleet.ts';
import type { BiosValue, Identity } from '../model/inventory.ts';
import type {
  DeclaredDisk,
  DeclaredOperation,
  DeclaredPause,
  MachineClassManifest,
  MachineManifest,
} from '../model/manifest.gen.ts';
import type { Digest, Instant, RackName } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { UserData } from '../model/user-data.ts';
import type { BmcAddress } from './bmc-address.ts';
import { readBmcAddress, writeBmcAddress } from './bmc-address.ts';
import { digestOf } from './digest.ts';
import { readDurationMs } from './duration.ts';
import { checkInstall } from './install-rules.ts';
import { readInstant } from './instant.ts';
import type { Ip, Range } from './ip.ts';
import { contains } from './ip.ts';
import { addressesWithin, linkLink } from './link-network.ts';
import { nearest } from './nearest.ts';
import type { ParsedFile } from './parse.ts';
import { placeIn } from './place-in.ts';
import { shown } from './printable.ts';
import { readUserData } from './user-data.ts';

/** What a machine's manifest refers to. */
export interface Surroundings {
  readonly classes: ReadonlyMap<string, LinkedClass>;
  readonly images: ReadonlyMap<string, Image>;
  /** Where BMCs may be; null while the facility's own manifest is not there to say so. */
  readonly bmcRanges: readonly Range[] | null;
  /** Where images may be fetched from; null: anywhere, as far as the manifests say. */
  readonly imageRanges: readonly Range[] | null;
  /** Where machines are while they are installed, and afterwards. */
  readonly provisioningRanges: readonly Range[];
  /** Where firmware fetches the agent from, for classes whose BIOS is told; null: nothing is booted so in this facility. */
  readonly httpBootUri: string | null;
  /** The facility says whom passwords are sealed for. */
  readonly seals: boolean;
}

export interface LinkedClass {
  readonly class: MachineClass;
  readonly bios: Readonly<Record<string, BiosValue>>;
  readonly digest: Digest;
}

export function linkClass({ metadata, spec }: MachineClassManifest, digest: Digest): LinkedClass {
  const { expects = {}, bios = {}, httpBootAttribute } = spec;
  const own = httpBootAttribute === undefined ? {} : { httpBootAttribute };
  return { class: { name: metadata.name, expects, ...own }, bios, digest };
}

/** A machine with its references resolved and its defaults filled in. */
export function linkMachine(
  file: ParsedFile,
  { metadata, spec }: MachineManifest,
  rack: RackName,
  around: Surroundings,
): Result<Machine, Problem[]> {
  const linked = around.classes.get(spec.class);
  const image = spec.install && around.images.get(spec.install.image);
  const address = readBmcAddress(spec.bmc.address);
  const problems = [
    ...(linked === undefined
      ? [unknownReference(file, '/spec/class', 'class', spec.class, around.classes.keys())]
      : []),
    ...(spec.install !== undefined && image === undefined
      ? [unknownReference(file, '/spec/install/image', 'image', spec.install.image, around.images.keys())]
      : []),
    ...checkRange(file, spec.bmc.address, address?.ip, around.bmcRanges),
    ...checkAccount(file, spec, around.seals),
    ...(spec.install === undefined || image === undefined
      ? []
      : checkInstall(file, spec.install, image, around.imageRanges)),
  ];
  if (linked === undefined || problems.length > 0) return fail(problems);
  const httpBoot = httpBootKey(linked.class, around.httpBootUri);
  const links = spec.network?.links.map(linkLink);
  return ok({
    name: metadata.name,
    rack,
    ...(spec.location?.unit === undefined ? {} : { unit: spec.location.unit }),
    file: file.path,
    labels: ownMap(metadata.labels ?? {}),
    class: linked.class,
    management: spec.management,
    bmc: linkBmc(spec.bmc, address),
    identity: linkIdentity(spec.identity ?? {}),
    ...(spec.hardware?.acknowledged === undefined ? {} : { acknowledged: spec.hardware.acknowledged }),
    ...(spec.power === undefined ? {} : { power: spec.power }),
    bios: ownMap({ ...httpBoot, ...linked.bios, ...spec.bios }),
    operations: (spec.operations ?? []).map(linkOperation),
    ...(spec.install === undefined || image === undefined
      ? {}
      : { install: linkInstall(spec.install, image, links ?? [], around.provisioningRanges) }),
    ...(links === undefined ? {} : { links }),
    ...(spec.userData === undefined ? {} : { userData: linkUserData(spec.userData) }),
    lifecycle: spec.lifecycle ?? 'active',
    ...(spec.parked === undefined ? {} : { parked: linkPause(spec.parked) }),
    protected: spec.protected ?? false,
    specDigest: digestOf({ machine: file.digest, class: linked.digest, ...(httpBoot === null ? {} : { httpBoot }) }),
  });
}

/** What nobody has to write down for each facility; whoever does write the attribute down means it. */
const httpBootKey = ({ httpBootAttribute: key }: MachineClass, uri: string | null) =>
  key === undefined || uri === null ? null : { [key]: uri };

type Spec = MachineManifest['spec'];
type DeclaredInstall = NonNullable<Spec['install']>;

/** Looked up by names from elsewhere, so that nothing may be found in it that nobody wrote. */
function ownMap<T>(map: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const own: Record<string, T> = Object.create(null);
  return Object.assign(own, map);
}

function linkBmc({ driver, address, credentials, system, tls, account }: Spec['bmc'], read: BmcAddress | null): Bmc {
  return {
    driver,
    address: read === null ? address : writeBmcAddress(read),
    credentials,
    ...(system === undefined ? {} : { system }),
    ...(tls?.sha256 === undefined ? {} : { tlsPin: tls.sha256.toLowerCase() }),
    insecure: tls?.insecure ?? false,
    ...(account === undefined ? {} : { account: linkAccount(account) }),
  };
}

const linkAccount = ({ username, rotate }: NonNullable<Spec['bmc']['account']>): BmcAccount => ({
  username,
  ...(rotate === undefined ? {} : { rotateMs: durationOf(rotate) }),
});

export function linkIdentity({ serial, uuid, chassisSerial, bmcMac }: NonNullable<Spec['identity']>): Identity {
  return {
    ...(uuid === undefined ? {} : { uuid: uuid.toLowerCase() }),
    ...(serial === undefined ? {} : { serial }),
    ...(chassisSerial === undefined ? {} : { chassisSerial }),
    ...(bmcMac === undefined ? {} : { bmcMac: bmcMac.toLowerCase() }),
  };
}

export function linkOperation({ id, verb, notAfter, boot, indicator, disks }: DeclaredOperation): Operation {
  const lit = verb === 'Identify' ? { indicator: indicator ?? 'Lit' } : {};
  const target = boot === undefined ? {} : { boot };
  return {
    id,
    verb,
    notAfter: instantOf(notAfter),
    ...target,
    ...lit,
    ...(disks === undefined ? {} : { disks: disks.map(linkDisk) }),
    spec: digestOf({ verb, ...target, ...lit, ...(disks === undefined ? {} : { disks }) }),
  };
}

/** The image counts by its name: a newer file behind it does not make a consent that is spent another one. */
export const installSpecOf = ({ image, disk, overwrite = false, ready = 'phoneHome' }: DeclaredInstall): Digest =>
  digestOf({ verb: 'Install', image, ...(disk === undefined ? {} : { disk }), overwrite, ready });

function linkInstall(
  declared: DeclaredInstall,
  image: Image,
  links: readonly Link[],
  ranges: readonly Range[],
): Install {
  const { id, disk, overwrite = false } = declared;
  const onto = disk === undefined ? {} : { disk: linkDisk(disk) };
  const ready = linkReady(declared.ready ?? 'phoneHome', links, ranges);
  return { id, image, ...onto, overwrite, ready, spec: installSpecOf(declared) };
}

/** One of them is there, as the schema has it; numbers and letters that mean the same are written the same. */
export function linkDisk({ serial, wwn, eui, volume }: DeclaredDisk): DiskName {
  if (serial !== undefined) return { by: 'serial', value: serial };
  if (wwn !== undefined) return { by: 'wwn', value: wwn.toLowerCase() };
  return eui === undefined ? { by: 'volume', value: volume ?? '' } : { by: 'eui', value: eui.toLowerCase() };
}

function linkReady(text: string, links: readonly Link[], ranges: readonly Range[]): Ready {
  if (text === 'phoneHome' || text === 'powerOn') return { kind: text };
  return { kind: 'tcp', port: Number(text.slice('tcp:'.length)), addresses: addressesWithin(ranges, links) };
}

function linkUserData(text: string): UserData {
  const read = readUserData(text);
  if (!read.ok) throw new Error(`the rules let through a cloud-config that cannot be read: ${read.error.message}`);
  return read.value;
}

export function linkPause({ reason, until }: DeclaredPause): { readonly reason: string; readonly until?: Instant } {
  return until === undefined ? { reason } : { reason, until: instantOf(until) };
}

function durationOf(text: string): number {
  const duration = readDurationMs(text);
  if (duration === null) throw new Error(`the schema let through a duration that cannot be read: ${text}`);
  return duration;
}

function instantOf(text: string): Instant {
  const instant = readInstant(text);
  if (instant === null) throw new Error(`the schema let through a time that cannot be read: ${text}`);
  return instant;
}

function checkRange(file: ParsedFile, text: string, ip: Ip | undefined, ranges: readonly Range[] | null): Problem[] {
  // A name is checked when it is connected to, address by address.
  if (ip === undefined || ranges === null || ranges.some((range) => contains(range, ip))) return [];
  return [
    {
      code: 'address-out-of-range',
      ...placeIn(file, '/spec/bmc/address'),
      message: 'the BMC is outside the ranges of the facility',
      value: shown(text),
      remedy: 'correct the address, or add its range to `ranges.bmc` in facility.yaml',
    },
  ];
}

/** A password that nobody could open any more would lock the machine away. */
function checkAccount(file: ParsedFile, { bmc, operations = [] }: Spec, seals: boolean): Problem[] {
  if (bmc.account !== undefined && !seals) {
    return [
      {
        code: 'reference-unknown',
        ...placeIn(file, '/spec/bmc/account'),
        message: 'the facility names nobody for whom its password could be sealed',
        remedy: 'add `recipients` to facility.yaml: the key of the facility, and one that is kept elsewhere',
      },
    ];
  }
  const rotates = operations.some(({ verb }) => verb === 'RotateCredentials');
  if (bmc.account !== undefined || !rotates) return [];
  return [
    {
      code: 'reference-unknown',
      ...placeIn(file, '/spec/operations'),
      message: 'there is no account whose password could be replaced',
      remedy: 'add `bmc.account: { username: … }`; passwords that people keep are for people to change',
    },
  ];
}

function unknownReference(
  file: ParsedFile,
  pointer: string,
  kind: 'class' | 'image',
  name: string,
  known: Iterable<string>,
): Problem {
  const near = nearest(name, known);
  const path = `${kind === 'class' ? 'classes' : 'images'}/${name}.yaml`;
  return {
    code: 'reference-unknown',
    ...placeIn(file, pointer),
    message: `there is no ${kind} of this name`,
    value: shown(name),
    remedy: near === undefined ? `add ${path}` : `did you mean \`${near}\`?`,
  };
}
