import type { BootService, Caller, Heard, WorkItem } from '../model/boot.ts';
import type { Expected } from '../model/expected.ts';
import type { Digest, MachineName } from '../model/names.ts';
import type { Started } from '../model/outcome.ts';

export type { Expected };

/**
 * The machines that call us: those that run our agent, and those that were just installed (docs/boot.md). Whoever is not
 * expected is told to boot its own disk.
 */
export interface Agents {
  /** Why no machine can be booted here (no agent image, a port that is taken); null: it can. */
  readonly unable: string | null;
  /**
   * From now on only these are answered, and are told this, at the address and within the ranges of the accepted commit.
   * Called in every pass, also with the same; null: the facility has no boot service, and nobody is answered.
   */
  expect(boot: BootService | null, expected: ReadonlyMap<MachineName, Expected>): void;
  /**
   * Waits for the agent of this machine to ask for work; `null` where it was called off. The same caller is offered again
   * after a `refuse`, or when its answer got lost. A second call for a machine takes back what an earlier one was offered and
   * has not answered.
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
  /** Where the medium of this attempt is, for the BMC and for firmware that fetches it; not for status, log or commit. Throws before `expect` named a boot service. */
  mediumOf(attempt: Digest): BootMedium;
  /** Where the system that was installed under this grant calls home (`phone_home.url` of its seed). Throws as above. */
  homeOf(grant: Digest): string;
}

/** What a BMC is given to boot from: an ISO, which it inserts or its firmware fetches (UEFI HTTP boot, as a RAM disk). */
export interface BootMedium {
  readonly iso: string;
}

/** An agent asks for work, and waits. */
export interface Claim {
  readonly caller: Caller;
  /**
   * Hands it out, once, under the grant that the machine is expected with. `unsent`: the agent is gone, was replaced, or did
   * not come back for it within 30 seconds. `ambiguous`: the connection broke while it was handed out; it will ask again.
   */
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
