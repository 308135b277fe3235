import { createHash } from 'node:crypto';
import type { DiskState, FailureReason } from '../../model/boot.ts';
import type { Identity, Nic } from '../../model/inventory.ts';
import { never } from '../../model/never.ts';
import { isFromMemory, judgeWork, type Work } from './agent-work.ts';
import { blank, type DiskWrite, holdsOf, imageOf, pieces, type Seed, type TwinDisk } from './disk.ts';
import { one, readWords, spaceless, type Words, writeWords } from './words.ts';

/**
 * The agent as a pure state machine (docs/boot.md): it asks, is answered, writes, is woken. Two things go on beside each
 * other: what it says to the boot service, and what it does to the disks.
 */
export interface Agent {
  readonly on: Ground;
  readonly settings: AgentSettings | null;
  readonly talk: Talk;
  readonly work: Doing | null;
  /** How the work ended. */
  readonly result: Result | null;
  /** A kernel that it has loaded, and starts when it is told to reboot. */
  readonly loaded: Loaded | null;
  /** What the answer was that it could not do anything with. */
  readonly over: boolean;
}

/** What it runs on. */
export interface Ground {
  /** Which run of the agent this is. */
  readonly boot: string;
  readonly upSeconds: number;
  readonly identity: Identity;
  readonly nics: readonly Nic[];
  /** In the order in which this kernel found them. */
  readonly disks: readonly TwinDisk[];
  /** It writes nothing, and says that it did. */
  readonly lies: boolean;
}

export interface AgentSettings {
  readonly url: string;
  readonly key: string;
  readonly token: string;
}

type Talk = 'hello' | 'claim' | 'report';

interface Doing {
  readonly work: Work;
  readonly steps: readonly WorkStep[];
  readonly at: number;
  /** Of the image as it came. */
  readonly digest: string | null;
  readonly seed: Seed;
}

/** What runs after the agent without a disk. */
export interface Loaded {
  /** Of the kernel. */
  readonly sha256: string;
  readonly grant: string;
  readonly seed: Seed;
}

type WorkStep = { readonly name: string } & (
  | { readonly kind: 'write'; readonly disk: string; readonly write: DiskWrite }
  | { readonly kind: 'download'; readonly url: string }
  | { readonly kind: 'verify' }
  /** What came last is what it should be. */
  | { readonly kind: 'compare'; readonly sha256: string }
  | { readonly kind: 'load'; readonly sha256: string }
  | { readonly kind: 'seed'; readonly file: string }
  | { readonly kind: 'write-seed'; readonly disk: string }
);

interface Result {
  readonly grant: string;
  readonly state: 'done' | 'failed';
  readonly reason?: FailureReason;
  readonly message?: string;
  readonly disk?: DiskState;
  readonly evidence?: string;
  readonly receipts: readonly string[];
}

export type AgentEvent =
  | { readonly kind: 'began' }
  /** Of what was asked last; null: nobody answered. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'woke' }
  /** It is on the disk; or what was written was read back. */
  | { readonly kind: 'written' }
  /** What `fetch` brought; null: it did not. */
  | { readonly kind: 'fetched'; readonly bytes: Uint8Array | null };

export type AgentDeed =
  | { readonly kind: 'ask'; readonly path: string; readonly body: string }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'write'; readonly disk: string; readonly write: DiskWrite; readonly grant: string }
  | { readonly kind: 'fetch'; readonly url: string }
  | { readonly kind: 'verify' }
  | { readonly kind: 'start'; readonly loaded: Loaded }
  | { readonly kind: 'reboot' }
  | { readonly kind: 'halt' };

export interface AgentStep {
  readonly agent: Agent;
  readonly deeds: readonly AgentDeed[];
}

const againMs = 5_000;
const unwantedMs = 60_000;

/** `settings`: the text of `nanometal.conf`; null: it was booted without, and asks. */
export function createAgent(on: Ground, settings: string | null): Agent {
  const known = settings === null ? null : readSettings(settings);
  return { on, settings: known, talk: known ? 'claim' : 'hello', work: null, result: null, loaded: null, over: false };
}

export function stepAgent(agent: Agent, event: AgentEvent): AgentStep {
  if (agent.over) return { agent, deeds: [] };
  switch (event.kind) {
    case 'began':
    case 'woke':
      return { agent, deeds: [ask(agent)] };
    case 'unanswered':
      return { agent, deeds: [{ kind: 'wait', ms: againMs }] };
    case 'answered':
      return hear(agent, event.status, event.body);
    case 'written':
      return goOn(agent);
    case 'fetched':
      return take(agent, event.bytes);
    default:
      return never(event);
  }
}

/** What has changed under it: disks are data here, and it looks at them anew each time. */
export const withGround = (agent: Agent, now: Pick<Ground, 'disks' | 'upSeconds'>): Agent => ({
  ...agent,
  on: { ...agent.on, ...now },
});

function ask(agent: Agent): AgentDeed {
  switch (agent.talk) {
    case 'hello':
      return { kind: 'ask', path: '/agent/v1/hello', body: callerText(agent.on) };
    case 'claim':
      return { kind: 'ask', path: '/agent/v1/claim', body: callerText(agent.on) };
    case 'report':
      return { kind: 'ask', path: '/agent/v1/report', body: reportText(agent) };
    default:
      return never(agent.talk);
  }
}

function hear(agent: Agent, status: number, body: string): AgentStep {
  const wait = (ms: number): AgentStep => ({ agent, deeds: [{ kind: 'wait', ms }] });
  if (status === 401 || status === 403) return wait(unwantedMs);
  if (status !== 200) return wait(againMs);
  const answer = readWords(body);
  const then = one(answer, 'then');
  // While it works nobody may stop it half-way.
  if (agent.work === null && then === 'halt') return { agent: { ...agent, over: true }, deeds: [{ kind: 'halt' }] };
  if (agent.work === null && (then === 'reboot' || then === 'disk')) {
    const { loaded } = agent;
    const starts = then === 'reboot' && loaded !== null;
    return { agent: { ...agent, over: true }, deeds: [starts ? { kind: 'start', loaded } : { kind: 'reboot' }] };
  }
  if (then === 'work' && agent.talk === 'claim') return begin(agent, answer);
  if (agent.talk === 'hello') {
    const settings = readSettings(body);
    if (settings === null) return wait(againMs);
    const next: Agent = { ...agent, settings, talk: 'claim' };
    return { agent: next, deeds: [ask(next)] };
  }
  return wait(Number(one(answer, 'seconds') ?? 5) * 1_000 || againMs);
}

function readSettings(text: string): AgentSettings | null {
  const words = readWords(text);
  const [url, key, token] = [one(words, 'url'), one(words, 'key'), one(words, 'token')];
  return url === undefined || key === undefined || token === undefined ? null : { url, key, token };
}

/** It reports at once, and does what it was told beside it. */
function begin(agent: Agent, answer: Words): AgentStep {
  const { on, settings } = agent;
  const judged = judgeWork(answer, settings?.key ?? '', on.identity, on.disks);
  const talking: Agent = { ...agent, talk: 'report' };
  switch (judged.kind) {
    case 'no': {
      const { grant, reason, message } = judged;
      const result: Result = { grant, state: 'failed', reason, message, disk: 'untouched', receipts: [] };
      const next = { ...talking, result };
      return { agent: next, deeds: [ask(next)] };
    }
    case 'done': {
      const next = { ...talking, result: doneOf(judged.work, 'marked before') };
      return { agent: next, deeds: [ask(next)] };
    }
    case 'go': {
      const steps = on.lies ? [] : stepsOf(judged.work, on.disks);
      const work: Doing = { work: judged.work, steps, at: 0, digest: null, seed: {} };
      const next = advance({ ...talking, work }, 0);
      return { agent: next.agent, deeds: [ask(next.agent), ...next.deeds] };
    }
    default:
      return never(judged);
  }
}

/** docs/boot.md, "The order of writing". */
function stepsOf(work: Work, found: readonly TwinDisk[]): readonly WorkStep[] {
  const { verb, facility, grant, image, seed, disks } = work;
  const write = (name: string, disk: string, what: DiskWrite): WorkStep => ({ name, kind: 'write', disk, write: what });
  const destroy = (disk: string): readonly WorkStep[] => [
    write('wipe', disk, { place: 'head', content: blank }),
    write('wipe', disk, { place: 'tail' }),
    write('wipe', disk, { place: 'marker', marker: { facility, grant, state: 'dirty' } }),
  ];
  const isErased = (serial: string): boolean =>
    found.some((disk) => disk.serial === serial && disk.marker?.grant === grant && disk.marker.state === 'erased');
  switch (verb) {
    case 'Inspect':
      return [];
    case 'Erase':
      // What was finished before the power went is not done again.
      return disks
        .filter((disk) => !isErased(disk))
        .flatMap((disk) => [
          ...destroy(disk),
          write('erase', disk, { place: 'all' }),
          write('erase', disk, { place: 'marker', marker: { facility, grant, state: 'erased' } }),
        ]);
    case 'Install': {
      if (isFromMemory(work)) return memorySteps(work);
      const [disk = ''] = disks;
      const { url = '', sha256 = '' } = image ?? {};
      return [
        ...destroy(disk),
        { name: 'write', kind: 'download', url },
        ...Array.from({ length: pieces }, (_, index) =>
          write('write', disk, { place: 'body', content: imageOf(sha256, index + 1) }),
        ),
        { name: 'verify', kind: 'verify' },
        write('seed', disk, { place: 'backup', content: imageOf(sha256) }),
        ...seed.map((file): WorkStep => ({ name: 'seed', kind: 'seed', file })),
        { name: 'seed', kind: 'write-seed', disk },
        write('seed', disk, { place: 'head', content: imageOf(sha256) }),
        write('seed', disk, { place: 'marker', marker: { facility, grant, state: 'installed' } }),
      ];
    }
    default:
      return never(verb);
  }
}

function memorySteps({ image, initrd, format, seed }: Work): readonly WorkStep[] {
  const files = [image, initrd].flatMap((file) => file ?? []);
  return [
    ...files.flatMap(({ url, sha256 }): readonly WorkStep[] => [
      { name: 'fetch', kind: 'download', url },
      { name: 'fetch', kind: 'compare', sha256 },
    ]),
    ...seed.map((file): WorkStep => ({ name: 'seed', kind: 'seed', file })),
    ...(format === 'kernel' ? [{ name: 'load', kind: 'load', sha256: image?.sha256 ?? '' } as const] : []),
  ];
}

const goOn = (agent: Agent): AgentStep =>
  agent.work === null ? { agent, deeds: [] } : advance(agent, agent.work.at + 1);

/** Begins the step at `at`, or ends where there is none. */
function advance(agent: Agent, at: number): AgentStep {
  const { work } = agent;
  if (work === null) return { agent, deeds: [] };
  const step = work.steps[at];
  if (step === undefined) return { agent: { ...agent, work: null, result: doneOf(work.work, 'verified') }, deeds: [] };
  const next: Agent = { ...agent, work: { ...work, at } };
  const { grant } = work.work;
  switch (step.kind) {
    case 'write': {
      const write = withDigest(step.write, work.digest);
      return { agent: next, deeds: [{ kind: 'write', disk: step.disk, write, grant }] };
    }
    case 'write-seed': {
      const write: DiskWrite = { place: 'seed', seed: work.seed };
      return { agent: next, deeds: [{ kind: 'write', disk: step.disk, write, grant }] };
    }
    case 'download':
      return { agent: next, deeds: [{ kind: 'fetch', url: step.url }] };
    case 'seed':
      return { agent: next, deeds: [{ kind: 'fetch', url: `${agent.settings?.url}/agent/v1/seed/${step.file}` }] };
    case 'compare':
      return work.digest === step.sha256 ? goOn(next) : failed(agent, 'DigestDiffers', `it is ${work.digest}`);
    case 'load':
      return goOn({ ...next, loaded: { sha256: step.sha256, grant, seed: work.seed } });
    case 'verify':
      return work.digest === work.work.image?.sha256
        ? { agent: next, deeds: [{ kind: 'verify' }] }
        : failed(agent, 'DigestDiffers', `it is ${work.digest}`);
    default:
      return never(step);
  }
}

/** What is written is what came, whatever was asked for. */
const withDigest = (write: DiskWrite, digest: string | null): DiskWrite =>
  write.place === 'body' && write.content.kind === 'image' && digest !== null
    ? { ...write, content: { ...write.content, sha256: digest } }
    : write;

function take(agent: Agent, bytes: Uint8Array | null): AgentStep {
  const { work } = agent;
  const step = work?.steps[work.at];
  if (work === null || step === undefined) return { agent, deeds: [] };
  if (step.kind === 'download') {
    if (bytes === null) return failed(agent, 'DownloadFailed', 'the image did not come');
    const digest = createHash('sha256').update(bytes).digest('hex');
    return goOn({ ...agent, work: { ...work, digest } });
  }
  if (step.kind !== 'seed') return { agent, deeds: [] };
  if (bytes === null) return failed(agent, 'SeedFailed', `${step.file} did not come`);
  const seed = { ...work.seed, [step.file]: new TextDecoder().decode(bytes) };
  return goOn({ ...agent, work: { ...work, seed } });
}

function failed(agent: Agent, reason: FailureReason, message: string): AgentStep {
  const { grant = '', disks = [] } = agent.work?.work ?? {};
  const disk = disks.length > 0 ? 'dirty' : 'untouched';
  const result: Result = { grant, state: 'failed', reason, message, disk, receipts: [] };
  return { agent: { ...agent, work: null, result }, deeds: [] };
}

function doneOf({ verb, grant, image, disks }: Work, how: string): Result {
  const receipts =
    verb === 'Erase'
      ? disks.map((disk) => `${disk} method=discard-zero answer=${spaceless(how)} verified=zero:64`)
      : [];
  const where = disks.length > 0 ? ` on ${disks.join(' ')}` : '';
  const evidence = image === undefined ? how : `${how} sha256:${image.sha256}${where}`;
  const disk = verb === 'Install' ? { disk: disks.length > 0 ? ('installed' as const) : ('untouched' as const) } : {};
  return { grant, state: 'done', ...disk, evidence, receipts };
}

const callerText = ({ boot, upSeconds, identity, nics, disks }: Ground): string =>
  writeWords([
    ['contract', '1'],
    ['agent', '0.1.0'],
    ['boot', boot],
    ['uptime', Math.floor(upSeconds)],
    ['uuid', identity.uuid],
    ['serial', identity.serial],
    ['chassis', identity.chassisSerial],
    ...nics.flatMap(({ mac = '', mbps = 1_000 }) => [
      ['mac', mac] as const,
      ['link', `${mac} up ${mbps} lldp:switch-1/${mac.slice(-2)}`] as const,
    ]),
    ...disks.flatMap((disk, index) => diskLines(disk, `sd${String.fromCharCode(97 + index)}`)),
  ]);

function diskLines(disk: TwinDisk, device: string): readonly (readonly [string, string])[] {
  const { bytes, serial, wwn, eui, model, rotational, removable, marker } = disk;
  const named = (key: string, value: string | undefined): string => (value ? ` ${key}=${spaceless(value)}` : '');
  const names = `${named('serial', serial)}${named('wwn', wwn)}${named('eui', eui)}${named('model', model)}`;
  const holds = holdsOf(disk);
  return [
    ['disk', `${device} bytes=${bytes}${names} rotational=${rotational ? 1 : 0} removable=${removable ? 1 : 0}`],
    ...(holds.length > 0 ? [['holds', `${device} ${holds.join(' ')}`] as const] : []),
    ...(marker ? [['marker', `${device} ${marker.facility} ${marker.grant} ${marker.state}`] as const] : []),
  ];
}

function reportText({ on, work, result }: Agent): string {
  if (result !== null) {
    const { grant, state, reason, message, disk, evidence, receipts } = result;
    return writeWords([
      ['grant', grant],
      ['boot', on.boot],
      ['state', state],
      ['reason', reason],
      ['message', message],
      ['disk', disk],
      ['evidence', evidence],
      ...receipts.map((receipt) => ['receipt', receipt] as const),
    ]);
  }
  const { at = 0, steps = [] } = work ?? {};
  const isTouched = steps.slice(0, at + 1).some(({ kind }) => kind === 'write');
  return writeWords([
    ['grant', work?.work.grant],
    ['boot', on.boot],
    ['state', 'working'],
    ['step', steps[at]?.name ?? 'check'],
    ['percent', steps.length > 0 ? Math.floor((100 * at) / steps.length) : 0],
    ['disk', isTouched ? 'dirty' : 'untouched'],
  ]);
}
