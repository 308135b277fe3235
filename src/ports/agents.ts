import type { BootService, Caller, Heard, Image, WorkItem } from '../model/boot.ts';
import type { Link } from '../model/fleet.ts';
import type { Identity } from '../model/inventory.ts';
import type { Digest, MachineName } from '../model/names.ts';
import type { Rendered } from '../model/node.ts';
import type { Started } from '../model/outcome.ts';

/**
 * The machines that call us: those that run our agent, and those that were just installed (docs/boot.md). Whoever is not
 * expected is told to boot its own disk.
 */
export interface Agents {
  /** Why no machine can be booted here (no agent image, no `boot` in facility.yaml, a port that is taken); null: it can. */
  readonly unable: string | null;
  /**
   * From now on only these are answered, and are told this, at the address and within the ranges of the accepted commit.
   * Called in every pass, also with the same; null: the facility has no boot service, and nobody is answered.
   */
  expect(boot: BootService | null, expected: ReadonlyMap<MachineName, Expected>): void;
  /**
   * Waits for the agent of this machine to ask for work; `null` where it was called off. The same caller is offered again
   * after a `refuse`, or when its answer got lost.
   */
  claim(machine: MachineName, signal: AbortSignal): Promise<Claim | null>;
  /** The newest report of each machine that is expected, under its grant. */
  reports(): ReadonlyMap<MachineName, Heard>;
  /** Machines whose token was shown by two different runs of an agent; until their attempt ends. */
  contested(): ReadonlySet<MachineName>;
  /**
   * The next installed system that calls home, and is expected to. It is answered once `heard` has resolved, so that it
   * calls again if we die before that. `null` where it was called off.
   */
  home(signal: AbortSignal): Promise<Home | null>;
  /** Where the medium of this attempt is, for the BMC; not for status, log or commit. Throws before `expect` named a boot service. */
  mediumOf(attempt: Digest): BootMedium;
  /** Where the system that was installed under this grant calls home (`phone_home.url` of its seed). Throws as above. */
  homeOf(grant: Digest): string;
}

/** What a BMC is given to boot from. */
export interface BootMedium {
  /** Of the ISO, for virtual media. */
  readonly iso: string;
  /** Of the EFI program, for UEFI HTTP boot. */
  readonly efi: string;
}

export interface Expected {
  /** Who may call. */
  readonly identity: Identity;
  /** Of the boot attempt: what token and medium are derived from. */
  readonly attempt: Digest;
  /** The agent's own network, until the machine is installed; empty: DHCP. */
  readonly links: readonly Link[];
  /** Under which grant it works, or will. */
  readonly grant: Digest;
  /** What the agent is told when it has nothing to do any more: null while we want it to wait. */
  readonly then: 'reboot' | 'halt' | 'disk' | null;
  /** It may be given this image, and nothing else. */
  readonly image?: Image;
  /** What cloud-init finds there at its first boot. */
  readonly seed?: Rendered;
  /** The installed system is expected to call home. */
  readonly home: boolean;
}

/** An agent asks for work, and waits. */
export interface Claim {
  readonly caller: Caller;
  /** Hands it out. Once. */
  hand(item: WorkItem): Promise<Started>;
  /** Tells it to wait and ask again. */
  refuse(): void;
}

export interface Home {
  readonly machine: MachineName;
  /** Of the install that it is the evidence for. */
  readonly grant: Digest;
  /** For people: `ams1-r03-u12, instance bootstrap-0c41…`. */
  readonly evidence: string;
  /** It is remembered: the caller may be told so. */
  heard(): void;
}
