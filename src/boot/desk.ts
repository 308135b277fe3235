import { compareIdentity, matchesFromInside, swapUuid } from '../diff/identity.ts';
import { urlsOf } from '../manifest/link-boot.ts';
import type { BootService, Heard } from '../model/boot.ts';
import type { Iso } from '../model/expected.ts';
import type { Digest, FacilityName, MachineName } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Agents, BootMedium, Claim, Expected, Home } from '../ports/agents.ts';
import type { BootKeys } from '../ports/boot-keys.ts';
import type { Clock } from '../ports/clock.ts';
import { readCaller, readMac } from './caller.ts';
import { Claimants } from './claimants.ts';
import { type Caller, Homes } from './homes.ts';
import { type BootAnswer, type BootRequest, bodyBytesMax, refusal, textAnswer } from './message.ts';
import { type BootNames, bootNames } from './names.ts';
import { Rates } from './rates.ts';
import { type Route, readRoute } from './route.ts';
import { type BootScript, ipxeEntry, ipxeExit, ipxeScript } from './scripts.ts';
import { contestedAnswer, diskAnswer, fileAnswer, Seat } from './seat.ts';
import { type AgentSettings, writeSettings } from './settings.ts';
import { Within } from './within.ts';

export interface DeskOptions {
  readonly facility: FacilityName;
  readonly clock: Clock;
  readonly keys: BootKeys;
  /** What there is to boot; where there is nothing, the string says why. */
  readonly agent: AgentImage | string;
}

/** The folder with the agent, as far as the desk needs to know it. */
export interface AgentImage {
  /** Names of the files that there are: `boot.iso`, `agent.efi`, `vmlinuz`, `initrd`. */
  readonly files: ReadonlySet<string>;
  /** Kernel command line, without what we add. */
  readonly commandLine: string;
}

/** The boot service but for sockets and files: a real network, or one in memory, hands it requests. */
export interface Desk extends Agents {
  answer(request: BootRequest): Promise<BootAnswer>;
}

export const createDesk = (options: DeskOptions): Desk => new OpenDesk(options);

/** Where it is, by the accepted commit. */
interface Site {
  readonly provisioning: Within;
  readonly bmc: Within;
  readonly address: string;
  /** `http://10.1.2.1:8080` */
  readonly http: string;
  readonly https: string;
}

class OpenDesk implements Desk {
  readonly #options: DeskOptions;
  readonly #names: BootNames;
  /** undefined: no pass has told us yet; null: there is to be none. */
  #site: Site | null | undefined;
  #seats: ReadonlyMap<MachineName, Seat> = new Map();
  #tokens: ReadonlyMap<string, Seat> = new Map();
  /** What is behind each medium: an ISO, or else the agent for that seat. */
  #media: ReadonlyMap<string, Seat | Iso> = new Map();
  readonly #claimants = new Map<MachineName, Claimants>();
  readonly #homes: Homes;
  readonly #rates = new Rates();

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#names = bootNames(options.keys, options.facility);
    this.#homes = new Homes(options.clock);
  }

  get unable(): string | null {
    return typeof this.#options.agent === 'string' ? this.#options.agent : null;
  }

  expect(boot: BootService | null, expected: ReadonlyMap<MachineName, Expected>): void {
    this.#site = boot === null ? null : siteOf(boot);
    const told = boot === null ? new Map<MachineName, Expected>() : expected;
    for (const [machine, seat] of this.#seats) if (!told.has(machine)) seat.close();
    const seats = new Map<MachineName, Seat>();
    for (const [machine, what] of told) seats.set(machine, this.#seatOf(machine, what));
    this.#seats = seats;
    for (const [machine, { size }] of this.#claimants) {
      if (size === 0 && !seats.has(machine)) this.#claimants.delete(machine);
    }
    const all = [...seats.values()];
    this.#tokens = new Map(all.map((seat) => [this.#names.token(seat.expected.attempt), seat]));
    const isos = all.flatMap(({ expected: { iso } }) => iso ?? []);
    this.#media = new Map<string, Seat | Iso>([
      ...all.map((seat) => [this.#names.medium(seat.expected.attempt), seat] as const),
      ...isos.map((iso) => [this.#names.medium(iso.attempt), iso] as const),
    ]);
    this.#homes.expect(
      new Map(
        [...told].flatMap(([machine, { grant, home, iso }]): (readonly [string, Caller])[] => {
          if (home) return [[this.#names.home(grant), { machine, grant }]];
          if (!iso?.watched) return [];
          return [[this.#names.medium(iso.attempt), { machine, grant, evidence: isoRead }]];
        }),
      ),
    );
  }

  #seatOf(machine: MachineName, expected: Expected): Seat {
    const known = this.#seats.get(machine);
    known?.expect(expected);
    const claimants = this.#claimantsOf(machine);
    return known ?? new Seat({ ...this.#options, machine, claimants, server: () => this.#placed().https }, expected);
  }

  claim(machine: MachineName, signal: AbortSignal): Promise<Claim | null> {
    const claim = this.#claimantsOf(machine).wait(signal);
    this.#seats.get(machine)?.counter.claimed();
    return claim;
  }

  #claimantsOf(machine: MachineName): Claimants {
    const known = this.#claimants.get(machine) ?? new Claimants();
    this.#claimants.set(machine, known);
    return known;
  }

  reports(): ReadonlyMap<MachineName, Heard> {
    return new Map([...this.#seats].flatMap(([name, { heard }]) => (heard === null ? [] : [[name, heard] as const])));
  }

  contested(): ReadonlySet<MachineName> {
    return new Set([...this.#seats].flatMap(([name, seat]) => (seat.contested ? [name] : [])));
  }

  home(signal: AbortSignal): Promise<Home | null> {
    return this.#homes.next(signal);
  }

  mediumOf(attempt: Digest): BootMedium {
    const { http } = this.#placed();
    return { iso: `${http}/media/${this.#names.medium(attempt)}/boot.iso` };
  }

  homeOf(grant: Digest): string {
    return `${this.#placed().http}/phone-home/${this.#names.home(grant)}`;
  }

  #placed(): Site {
    if (!this.#site) throw new Error('no accepted commit has named a boot service');
    return this.#site;
  }

  get #image(): AgentImage | null {
    const { agent } = this.#options;
    return typeof agent === 'string' ? null : agent;
  }

  async answer(request: BootRequest): Promise<BootAnswer> {
    const site = this.#site;
    if (site === undefined) return refusal(503, 'not yet');
    const route = readRoute(request);
    if (!site || !mayAsk(route, request.peer, site)) return refusal(403, 'nothing here is for you');
    if (route.kind === 'nothing') return refusal(404, 'there is nothing here');
    if (route.kind === 'wrong-method') return refusal(405, 'not in this way');
    if (request.body.length > bodyBytesMax) return refusal(413, `more than ${bodyBytesMax} bytes`);
    if (request.method === 'POST' && !this.#rates.admits(request.peer, this.#options.clock.monotonic())) {
      return refusal(503, 'too many questions');
    }
    return this.#serve(route, request, site);
  }

  async #serve(route: Served, request: BootRequest, site: Site): Promise<BootAnswer> {
    const { headers, body, gone } = request;
    switch (route.kind) {
      case 'medium':
        return this.#medium(route.digits, request, site);
      case 'file':
        return this.#file(route.name, site);
      case 'start':
        return this.#iso(writeSettings(this.#where(site)));
      case 'ipxe-entry':
        return script(ipxeEntry(site.http));
      case 'ipxe':
        return script(this.#starts(route) ? ipxeScript(this.#script(site)) : ipxeExit);
      case 'hello':
        return this.#hello(body, site);
      case 'home':
        return this.#homes.call(route.digits, instanceIn(body), gone);
      case 'claim':
        return this.#withToken(headers, (seat) => seat.claim(body, gone));
      case 'report':
        return this.#withToken(headers, async (seat) => seat.report(body));
      case 'seed':
        return this.#withToken(headers, async (seat) => seat.seed(route.file));
      case 'image':
        return this.#withToken(headers, async (seat) => seat.image(route.sha256));
      default:
        return never(route);
    }
  }

  #withToken(
    headers: BootRequest['headers'],
    serve: (seat: Seat) => Promise<BootAnswer>,
  ): Promise<BootAnswer> | BootAnswer {
    const token = /^Bearer ([A-Za-z0-9_-]{43})$/i.exec(headers.authorization ?? '')?.[1];
    const seat = token === undefined ? undefined : this.#tokens.get(token);
    return seat === undefined ? refusal(401, 'no token of an open attempt') : serve(seat);
  }

  #medium(digits: string, { method }: BootRequest, site: Site): BootAnswer {
    const medium = this.#media.get(digits);
    if (medium === undefined) return refusal(403, 'no medium of an open attempt');
    if (medium instanceof Seat) return this.#iso(this.#settings(medium, site));
    const answer = fileAnswer(medium.image, isoType);
    if (!medium.watched || method === 'HEAD') return answer;
    // What shows that it was booted is told like a call home: that it is remembered is not waited for.
    const sent = (whole: boolean): void => {
      if (whole) void this.#homes.call(digits, '', new AbortController().signal);
    };
    return { ...answer, sent };
  }

  #iso(settings: string): BootAnswer {
    if (!this.#image?.files.has('boot.iso')) return refusal(404, 'the agent has no boot.iso');
    const headers = { 'content-type': isoType };
    return { status: 200, headers, body: { kind: 'file', name: 'boot.iso', overlay: settings } };
  }

  #settings({ expected }: Seat, site: Site): string {
    const { attempt, links } = expected;
    return writeSettings({ ...this.#where(site), token: this.#names.token(attempt), server: site.address, links });
  }

  #file(name: string, site: Site): BootAnswer {
    if (name === 'boot.iso' || !this.#image?.files.has(name)) return refusal(404, 'the agent has no such file');
    const type = name.endsWith('.efi') ? 'application/efi' : 'application/octet-stream';
    const overlay = name === 'agent.efi' ? { overlay: this.#words(site) } : {};
    return { status: 200, headers: { 'content-type': type }, body: { kind: 'file', name, ...overlay } };
  }

  /** For an agent that has to ask who it is for. */
  #where({ https }: Site): AgentSettings {
    const { publicKey, pin } = this.#options.keys;
    return { url: https, pin, publicKey };
  }

  /** The same on a kernel command line. */
  #words(site: Site): string {
    const { url, pin } = this.#where(site);
    return `nanometal.url=${url} nanometal.pin=${pin}`;
  }

  /** The token of an attempt goes to one run of an agent. */
  #hello(body: string, site: Site): BootAnswer {
    const caller = readCaller(body);
    if (!caller.ok) return refusal(400, caller.error);
    const { identity, boot } = caller.value;
    const seat = [...this.#seats.values()].find(({ expected }) => matchesFromInside(expected.identity, identity));
    if (seat === undefined || seat.expected.next !== null) return diskAnswer;
    const shown = seat.show(boot);
    switch (shown) {
      case 'contested':
        return contestedAnswer;
      case 'later':
        return refusal(503, 'another run of the agent was here a moment ago');
      case 'ours':
        return textAnswer(200, this.#settings(seat, site));
      default:
        return never(shown);
    }
  }

  #script(site: Site): BootScript {
    return { http: site.http, commandLine: `${this.#image?.commandLine ?? ''} ${this.#words(site)}`.trim() };
  }

  /** Whether firmware that shows this is to start the agent. To start it in vain does no harm: it is told to leave. */
  #starts({ mac, uuid, serial }: Extract<Route, { kind: 'ipxe' }>): boolean {
    if (this.#image === null) return false;
    const port = readMac(mac);
    const seen = { ...(uuid === '' ? {} : { uuid: uuid.toLowerCase() }), ...(serial === '' ? {} : { serial }) };
    return [...this.#seats.values()].some(({ open, expected: { identity, links } }) => {
      if (!open) return false;
      const macs = links.flatMap(({ of }) => (of.kind === 'port' ? [of.mac] : []));
      if (port !== null && macs.includes(port)) return true;
      const swapped = seen.uuid === undefined ? seen : { ...seen, uuid: swapUuid(seen.uuid) };
      if (Object.keys(seen).length > 0) return [seen, swapped].some((one) => agrees(compareIdentity(identity, one)));
      return macs.length === 0;
    });
  }
}

/** For people. */
const isoRead = 'its ISO was read after the reset';

/** UEFI takes an ISO for a RAM disk by this type only; BMCs do not mind. */
const isoType = 'application/vnd.efi-iso';

/** Media are for BMCs, and for the firmware that one of them sent for it; everything else is for machines. */
function mayAsk({ kind }: Route, peer: string, { bmc, provisioning }: Site): boolean {
  return provisioning.has(peer) || (kind === 'medium' && bmc.has(peer));
}

type Served = Exclude<Route, { kind: 'nothing' | 'wrong-method' }>;

const agrees = ({ agreeing, differing }: ReturnType<typeof compareIdentity>): boolean =>
  agreeing.length > 0 && differing.length === 0;

const script = (text: string): BootAnswer => textAnswer(200, text);

function siteOf(boot: BootService): Site {
  const { address, provisioning, bmc } = boot;
  return { provisioning: new Within(provisioning), bmc: new Within(bmc), address, ...urlsOf(boot) };
}

/** What cloud-init's phone_home posts, urlencoded; for people. */
function instanceIn(body: string): string {
  const instance = new URLSearchParams(body).get('instance_id') ?? '';
  return /^[A-Za-z0-9._:/-]{1,128}$/.test(instance) ? instance : '';
}
