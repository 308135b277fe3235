import type { Identity } from './inventory.ts';
import type { Digest, FacilityName, MachineName, RequestId, Ticks } from './names.ts';

/** How a BMC gets a machine to start our agent. */
export const bootMethods = ['VirtualMedia', 'UefiHttp', 'Pxe'] as const;
export type BootMethod = (typeof bootMethods)[number];

/** Where machines and their BMCs find the boot service of the facility (`facility.yaml`, `boot`). */
export interface BootService {
  /** IPv4 or IPv6. */
  readonly address: string;
  readonly ports: { readonly http: number; readonly https: number };
  /** Best first; the first that the BMC offers is taken. */
  readonly methods: readonly BootMethod[];
  /** Where machines are while the agent runs, and afterwards (CIDR). */
  readonly provisioning: readonly string[];
  /** Where BMCs are: who may fetch a medium (CIDR). */
  readonly bmc: readonly string[];
  /** Where images are fetched from (CIDR); absent: anywhere. */
  readonly images?: readonly string[];
}

/** One disk by one durable name; exactly one disk of the machine must match. */
export interface DiskName {
  readonly by: 'serial' | 'wwn' | 'eui' | 'volume';
  readonly value: string;
}

/** A file that is fetched, and is used only if it is exactly this. */
export interface ImageFile {
  /** For people. */
  readonly name: string;
  readonly url: string;
  /** Of the file at the URL. */
  readonly sha256: string;
}

export type Image = ImageFile & {
  readonly boot: 'uefi' | 'bios';
} & (
    | { readonly format: 'raw' | 'raw.zst' | 'raw.gz' }
    /** Runs from memory or its medium: the BMC boots it, after the agent. */
    | { readonly format: 'iso' }
    /** Runs from memory: the agent starts it. */
    | { readonly format: 'kernel'; readonly initrd: ImageFile; readonly commandLine?: string }
  );

/** What counts as evidence that what was installed runs. */
export type Ready = { readonly kind: 'phoneHome' } | { readonly kind: 'powerOn' } | Listening;

/** It takes a TCP connection. */
export interface Listening {
  readonly kind: 'tcp';
  readonly port: number;
  /** Its static ones that are within `ranges.provisioning`: no other is ever connected to. Empty: it has none. */
  readonly addresses: readonly string[];
}

/** The consent to install: which image, onto exactly which disk, once for each id. */
export interface Install {
  readonly id: RequestId;
  readonly image: Image;
  /** Absent: the image runs from memory, and no disk is written to. */
  readonly disk?: DiskName;
  /** The disk may hold something. */
  readonly overwrite: boolean;
  readonly ready: Ready;
  readonly spec: Digest;
}

/** What an agent does; the verbs that are pulled and not sent. */
export type Pulled = 'Inspect' | 'Install' | 'Erase';

/** A disk as the agent sees it from inside (docs/boot.md). */
export interface DiskSeen {
  /** The kernel's name; it may be another after the next start. */
  readonly device: string;
  readonly bytes: number;
  readonly serial?: string;
  readonly wwn?: string;
  readonly eui?: string;
  readonly model?: string;
  readonly rotational: boolean;
  readonly removable: boolean;
  /** Signatures found there: `gpt`, `ext4`, `lvm` …; empty: blank. */
  readonly holds: readonly string[];
  /** What an agent left there. */
  readonly marker?: { readonly facility: FacilityName; readonly grant: Digest; readonly state: MarkerState };
}

export type MarkerState = 'dirty' | 'installed' | 'erased';

/** A port as the agent sees it. */
export interface PortSeen {
  readonly mac: string;
  readonly up: boolean;
  readonly mbps?: number;
  /** What LLDP tells of the other end: `switch-7/Eth12`. */
  readonly neighbour?: string;
}

/** What the agent says of the machine that it runs on, when it asks for work. */
export interface Caller {
  /** Version of the agent. */
  readonly agent: string;
  /** Which run of the agent this is. */
  readonly boot: string;
  /** Seconds since its kernel started; left out by an agent that does not say. */
  readonly upSeconds?: number;
  readonly identity: Identity;
  readonly ports: readonly PortSeen[];
  readonly disks: readonly DiskSeen[];
}

/** What an agent saw of the machine from inside, when it asked last; sorted, and without what changes by itself. */
export interface Inside {
  readonly disks: readonly Omit<DiskSeen, 'marker'>[];
  readonly ports: readonly PortSeen[];
}

/** What the agent is to do; signed, and good for one machine, one grant and a while. */
export type WorkItem = {
  readonly facility: FacilityName;
  readonly machine: MachineName;
  readonly grant: Digest;
  readonly epoch: number;
  /** It must be begun within so many seconds of being handed out. */
  readonly seconds: number;
  /** Of the manifest: the agent compares it with SMBIOS itself. */
  readonly identity: Identity;
} & (
  | { readonly verb: 'Inspect' }
  | { readonly verb: 'Erase'; readonly disks: readonly DiskName[] }
  | { readonly verb: 'Install'; readonly image: Image; readonly disk?: DiskName; readonly overwrite: boolean }
);

export const diskStates = ['untouched', 'dirty', 'installed'] as const;
export type DiskState = (typeof diskStates)[number];

/** The closed list of docs/boot.md. */
export const failureReasons = [
  'SignatureWrong',
  'ContractUnknown',
  'NotThisMachine',
  'Expired',
  'DiskMissing',
  'DiskAmbiguous',
  'DiskTooSmall',
  'DiskNotBlank',
  'MarkedByOther',
  'DigestDiffers',
  'DownloadFailed',
  'WriteFailed',
  'VerifyFailed',
  'LoadFailed',
  'EraseUnsupported',
  'EraseFailed',
  'SeedFailed',
  'ToolMissing',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/** How one disk was erased, and what shows it. */
export interface Receipt {
  /** Serial number of the disk, or the name that it was declared by. */
  readonly disk: string;
  /** `nvme-sanitize`, `nvme-format`, `ata-secure-erase`, `discard-zero`. */
  readonly method: string;
  /** What the tool said. */
  readonly answer: string;
  /** What reading it afterwards showed: `zero:64` (64 samples, all of them zero). */
  readonly verified: string;
}

/** The last thing that an agent said under a grant. */
export interface Report {
  readonly grant: Digest;
  readonly boot: string;
  readonly state: 'working' | 'done' | 'failed';
  readonly step?: string;
  readonly percent?: number;
  readonly reason?: FailureReason;
  readonly message?: string;
  readonly disk?: DiskState;
  readonly evidence?: string;
  readonly receipts: readonly Receipt[];
}

/** A report, and when it was heard last. */
export interface Heard {
  readonly report: Report;
  readonly at: Ticks;
}
