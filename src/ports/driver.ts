import type { Applied, HostLook, Release } from '../model/component.ts';
import type { Bmc } from '../model/fleet.ts';
import type { Identity, Look, Miss } from '../model/inventory.ts';
import type { Digest } from '../model/names.ts';
import type { NodeSecrets, NodeSpec, Rendered } from '../model/node.ts';
import type { Started } from '../model/outcome.ts';
import type { Arguments } from '../model/plan.ts';
import type { Result } from '../model/result.ts';
import type { Verb } from '../model/verb.ts';
import type { BootMedium } from './agents.ts';
import type { Clock } from './clock.ts';
import type { Http } from './http.ts';
import type { LoginBook } from './login-book.ts';
import type { Credentials, Secrets } from './secrets.ts';
import type { HostSubject, Shells } from './shell.ts';

/** What the outside world is made of, for a driver. */
export interface DriverPorts {
  readonly http: Http;
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** Where it writes down which passwords it shows, because accounts lock; `Survey.enter` leaves that to its `permit`. */
  readonly loginBook: LoginBook;
}

/** The same for a driver of the control plane. */
export interface ControlPlanePorts {
  readonly shells: Shells;
  readonly clock: Clock;
}

/** One machine, as a driver needs to know it. */
export interface Subject {
  readonly machine: string;
  readonly bmc: Bmc;
  /** Who has to answer before anything is sent to it. */
  readonly identity: Identity;
  /** CIDR ranges that its BMC must be in. */
  readonly within: readonly string[];
  /** What may be in force for its own account (`bmc.account`), likeliest first; they go before `bmc.credentials`. */
  readonly logins: readonly OwnLogin[];
  /** What a RotateCredentials sets. */
  readonly next?: Credentials;
  /** What an InsertMedia inserts, an EjectMedia may eject, and SetBootOnce from `UefiHttp` points at. */
  readonly medium?: BootMedium;
}

/** Credentials that an earlier RotateCredentials set, or may have set. */
export interface OwnLogin {
  readonly grant: Digest;
  readonly credentials: Credentials;
  /** Only behind `bmc.credentials`: nothing ever proved it. */
  readonly last?: boolean;
}

/** `quick`: power, boot, tasks, the declared BIOS keys. `full`: the hardware too. */
export type Depth = 'quick' | 'full';

/**
 * The infrastructure role. `observe` changes nothing on the hardware (logins aside). `perform` sends exactly one
 * mutating request (logins aside), never repeats one, and returns when it is answered; what came of it is seen by looking.
 * It is `unsent` where another machine answers than `subject.identity` (`isMachine` judges).
 */
export interface InfrastructureDriver {
  readonly role: 'infrastructure';
  readonly name: string;
  /** What it can do; anything else is held as `Unsupported`. */
  readonly verbs: readonly Verb[];
  observe(subject: Subject, depth: Depth, signal: AbortSignal): Promise<Look>;
  /** `quirk` is what the last `refused` answer named, when the request is sent again in another form. */
  perform(subject: Subject, args: Arguments, quirk: string | undefined, signal: AbortSignal): Promise<Started>;
  /** How machines are found that no manifest names yet; absent: this driver only knows those that are declared. */
  readonly survey?: Survey;
  /** Ends sessions. */
  close(): Promise<void>;
}

/** Looking for machines. Changes nothing on any hardware, logins aside; no redirect is followed, nothing is repeated. */
export interface Survey {
  /** Without credentials: who answers at `host[:port]`, or at `http(s)://host[:port]`? */
  knock(address: string, within: readonly string[], signal: AbortSignal): Promise<Knock>;
  /** Logs in, at most once, and lists the machines behind the service; the session is kept for `observe`. */
  enter(subject: Subject, permit: Permit, signal: AbortSignal): Promise<Entry>;
  /** Ends what `enter` began. */
  leave(subject: Subject): Promise<void>;
}

export type Knock =
  | {
      readonly kind: 'service';
      /** `http(s)://host[:port]`, where it was found. */
      readonly address: string;
      /** The key that it showed: trusted from now on because nobody knows better. */
      readonly tlsPin?: string;
      /** Of what it says to everybody: one service that answers at many addresses has one mark. */
      readonly mark: Digest;
    }
  /** Somebody who speaks something else: a printer, a switch, a page that wants a browser. */
  | { readonly kind: 'stranger'; readonly message: string }
  /** Nobody listens. */
  | { readonly kind: 'silent'; readonly message: string }
  | { readonly kind: 'missed'; readonly reason: Miss; readonly message: string };

/** Asked just before a password is shown to a BMC, and writes it down. Null: it may be; text: why it may not. */
export type Permit = (username: string) => Promise<string | null>;

export type Entry =
  /** Of one machine, none is named: `bmc.system` is for services that front several. */
  | { readonly kind: 'in'; readonly systems: readonly (string | undefined)[] }
  /** `permit` had something against it: nothing was sent. */
  | { readonly kind: 'barred'; readonly message: string }
  | { readonly kind: 'refused'; readonly why: 'password' | 'password-change' | 'lock-out'; readonly message: string }
  | { readonly kind: 'missed'; readonly reason: Miss; readonly message: string };

/** The bootstrap role, second half: a server becomes a cluster node by what is rendered for its first boot. */
export interface BootstrapDriver {
  readonly role: 'bootstrap';
  readonly name: string;
  /**
   * Pure: the same node and secrets give the same bytes, and secrets are nowhere but in `userData`. The error says, for
   * people, what this node lacks.
   */
  render(node: NodeSpec, secrets: NodeSecrets): Result<Rendered, string>;
}

/**
 * The control-plane role: components of a facility, on its hosts. Unlike a BMC's verbs an apply is convergent: cut off at any
 * point it may be begun again, and ends the same.
 */
export interface ControlPlaneDriver {
  readonly role: 'control-plane';
  readonly name: string;
  /** Changes nothing. One entry for each release, all of them of this host. */
  observe(host: HostSubject, releases: readonly Release[], signal: AbortSignal): Promise<HostLook>;
  /**
   * Fetches and checks everything first, then changes what differs, file by file atomically, then waits for health; what does
   * not get healthy goes back to the release that was last healthy here, or is removed. Touches nothing that is neither in
   * the release nor in one that it installed before. `mayAct` is asked in the moment before anything is sent that changes
   * something, since a process that was stopped does not know it: where it is false, somebody else may act by now.
   */
  apply(host: HostSubject, release: Release, signal: AbortSignal, mayAct: () => boolean): Promise<Applied>;
  close(): Promise<void>;
}

export type Driver = InfrastructureDriver | BootstrapDriver | ControlPlaneDriver;
