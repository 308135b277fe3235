import { canonical } from '../model/canonical.ts';
import type { Finding, Findings } from '../model/discovery.ts';
import { never } from '../model/never.ts';
import type { Discovered, DiscoverySweep } from './file-types.ts';
import { discovered, discoverySweep } from './validators.gen.ts';

const apiVersion = 'nanometal/v1alpha1';
const folder = 'discovered/';
const sweepPath = `${folder}sweep.json`;

/** Kept by what they were rendered from: a pass that learnt nothing new renders nothing. */
const rendered = new WeakMap<Findings, ReadonlyMap<string, string>>();

/**
 * What a sweep found, as files of the status branch: one for each address that answered. Nothing in them changes while the
 * facility stays the same: no times, and of a BMC in trouble only the sort of it, not what it says.
 */
export function renderDiscovered(found: Findings): ReadonlyMap<string, string> {
  const kept = rendered.get(found);
  if (kept) return kept;
  const { facility, ranges, addresses, findings } = found;
  const silent = findings.flatMap((finding) => (finding.kind === 'silent' ? [finding.asked] : []));
  const sweep = { apiVersion, kind: 'DiscoverySweep', facility, ranges, addresses, silent };
  const files = new Map([[sweepPath, fileText(sweep)]]);
  for (const finding of findings) {
    if (finding.kind !== 'silent') files.set(pathOf(finding.asked), fileText(toFile(finding)));
  }
  rendered.set(found, files);
  return files;
}

/** `discovered/10.1.0.5.json`, `discovered/127.0.0.1_18000.json`, `discovered/fd00--5_8443.json`. */
function pathOf(asked: string): string {
  const [, host = asked, port] = /^\[?(.+?)\]?(?::(\d+))?$/.exec(asked.replace(/^https?:\/\//, '')) ?? [];
  return `${folder}${host.replaceAll(':', '-')}${port === undefined ? '' : `_${port}`}.json`;
}

const fileText = (value: object): string => `${canonical(value, 2)}\n`;

function toFile(finding: Exclude<Finding, { kind: 'silent' }>): object {
  const { asked } = finding;
  const head = { apiVersion, kind: 'Discovered', asked, result: finding.kind };
  switch (finding.kind) {
    case 'machines': {
      const { address, tlsPin, credentials, machines } = finding;
      return { ...head, address, tlsPin, credentials, machines };
    }
    case 'stranger':
      return { ...head, message: finding.message };
    case 'refused': {
      const { address, tlsPin, why } = finding;
      return { ...head, address, tlsPin, why };
    }
    case 'unreachable':
      return { ...head, reason: finding.reason };
    default:
      return never(finding);
  }
}

/** The way back. Null: there is nothing, or it is not as nanometal writes it. */
export function readDiscovered(files: ReadonlyMap<string, string>): Findings | null {
  const sweep = parse(files.get(sweepPath) ?? '');
  if (!discoverySweep(sweep)) return null;
  const findings: Finding[] = sweep.silent.map((asked) => ({ kind: 'silent', asked }));
  for (const [path, text] of files) {
    if (!path.startsWith(folder) || path === sweepPath) continue;
    const value = parse(text);
    const finding = discovered(value) ? fromFile(value) : null;
    if (finding === null) return null;
    findings.push(finding);
  }
  const { facility, ranges, addresses }: DiscoverySweep = sweep;
  return { facility, ranges, addresses, findings: findings.sort((a, b) => compare(a.asked, b.asked)) };
}

function fromFile(file: Discovered): Finding | null {
  const { asked, result, address, tlsPin, credentials, machines, why, reason, message } = file;
  const pin = tlsPin === undefined ? {} : { tlsPin };
  switch (result) {
    case 'machines':
      if (address === undefined || credentials === undefined || machines === undefined) return null;
      return { kind: 'machines', asked, address, ...pin, credentials, machines };
    case 'stranger':
      return { kind: 'stranger', asked, message: message ?? '' };
    case 'refused':
      if (address === undefined || why === undefined) return null;
      return { kind: 'refused', asked, address, ...pin, why, message: whyWords[why] };
    case 'unreachable':
      return reason === undefined ? null : { kind: 'unreachable', asked, reason, message: 'seen by the reconciler' };
    default:
      return never(result);
  }
}

const whyWords: Readonly<Record<NonNullable<Discovered['why']>, string>> = {
  password: 'it took none of the credentials',
  'password-change': 'the password of its account must be changed first',
  'lock-out': 'it speaks of locking the account',
  waiting: 'an account may not be tried again within the hour',
  'no-credentials': 'there were no credentials to try',
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Numbers by their size, as the sweep sorts them. */
function compare(a: string, b: string): number {
  const padded = (text: string): string => text.replace(/\d+/g, (digits) => digits.padStart(5, '0'));
  const [left, right] = [padded(a), padded(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * What is told after another sweep. A BMC that is away for once, or whose account may not be tried again yet, is still what
 * it was: only what two sweeps in a row agree on takes back what is known.
 */
export function settleFindings(told: Findings | null, before: Findings | null, now: Findings): Findings {
  const was = new Map(told?.findings.map((finding) => [finding.asked, finding]));
  const last = new Map(before?.findings.map((finding) => [finding.asked, finding.kind]));
  const findings = now.findings.map((finding): Finding => {
    const known = was.get(finding.asked);
    if (known === undefined) return finding;
    if (finding.kind === 'refused' && finding.why === 'waiting') return known;
    const isDoubtful = finding.kind === 'silent' || finding.kind === 'unreachable';
    return isDoubtful && known.kind !== finding.kind && last.get(finding.asked) !== finding.kind ? known : finding;
  });
  return { ...now, findings };
}
