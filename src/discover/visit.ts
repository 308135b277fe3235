import type { Discovery, Finding, Found, Target } from '../model/discovery.ts';
import type { Bmc } from '../model/fleet.ts';
import type { Instant } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Entry, InfrastructureDriver, Knock, Subject, Survey } from '../ports/driver.ts';
import type { LoginBook } from '../ports/login-book.ts';
import type { Canary } from './canary.ts';

/** What all visits of a sweep share. */
export interface Round {
  readonly discovery: Discovery;
  readonly within: readonly string[];
  readonly driver: InfrastructureDriver;
  readonly survey: Survey;
  readonly loginBook: LoginBook;
  readonly canary: Canary;
}

type Service = Extract<Knock, { kind: 'service' }>;

/**
 * Who is behind one address? One request without credentials; then the candidates, each shown once at most; then one full
 * look at each machine. `enrolled` is the BMC that manifests name there: its own credentials come first.
 */
export async function visit(
  round: Round,
  { address, listed }: Target,
  enrolled: Bmc | undefined,
  signal: AbortSignal,
): Promise<Finding> {
  const asked = address;
  const knock = await round.survey.knock(enrolled?.address ?? address, round.within, signal);
  switch (knock.kind) {
    case 'silent':
      return { kind: 'silent', asked };
    case 'stranger':
      return { kind: 'stranger', asked, message: knock.message };
    case 'missed':
      return { kind: 'unreachable', asked, reason: knock.reason, message: knock.message };
    case 'service': {
      const candidates = [
        listed?.credentials ?? enrolled?.credentials ?? [],
        listed?.credentials ? [] : round.discovery.credentials,
      ];
      return tryAll(round, asked, knock, [...new Set(candidates.flat())], enrolled, signal);
    }
    default:
      return never(knock);
  }
}

type Refused = Extract<Finding, { kind: 'refused' }>;

async function tryAll(
  round: Round,
  asked: string,
  service: Service,
  candidates: readonly string[],
  enrolled: Bmc | undefined,
  signal: AbortSignal,
): Promise<Finding> {
  const { address, tlsPin } = service;
  const place = { address, ...(tlsPin === undefined ? {} : { tlsPin }) };
  const refused = (why: Refused['why'], messages: readonly string[]): Finding => ({
    kind: 'refused',
    asked,
    ...place,
    why,
    message: messages.join('; ') || 'there is nothing to log in with',
  });
  const messages: string[] = [];
  let why: Refused['why'] = 'no-credentials';
  for (const credentials of candidates) {
    const bmc: Bmc = {
      driver: round.discovery.driver,
      ...place,
      credentials,
      insecure: enrolled?.insecure ?? false,
    };
    const subject: Subject = { machine: asked, bmc, identity: {}, logins: [], within: round.within };
    const entry = await tryOne(round, subject, service, signal);
    switch (entry.kind) {
      case 'in': {
        const finding = await lookAtAll(round, asked, subject, entry.systems, signal);
        // A known machine's own session is looked after by whoever looks at it.
        const isShared = enrolled?.tlsPin === tlsPin && enrolled?.credentials === credentials;
        if (!isShared) await round.survey.leave(subject);
        return finding;
      }
      case 'barred':
        messages.push(`${credentials}: ${entry.message}`);
        if (why !== 'password') why = 'waiting';
        break;
      case 'refused':
        messages.push(`${credentials}: ${entry.message}`);
        why = entry.why;
        // Where accounts lock, or a person must act first, the next candidate would only make it worse.
        if (why !== 'password') return refused(why, messages);
        break;
      case 'missed':
        if (entry.reason !== 'NoCredentials') {
          return { kind: 'unreachable', asked, reason: entry.reason, message: entry.message };
        }
        messages.push(`${credentials}: ${entry.message}`);
        break;
      default:
        never(entry);
    }
  }
  return refused(why, messages);
}

async function tryOne(round: Round, subject: Subject, service: Service, signal: AbortSignal): Promise<Entry> {
  const { loginBook, canary, discovery } = round;
  const { address, tlsPin, mark } = service;
  const place = { address, ...(tlsPin === undefined ? {} : { key: tlsPin }) };
  const look = `${subject.bmc.credentials} ${mark}`;
  if (!(await canary.enter(look))) {
    return { kind: 'barred', message: 'services that look like this one refused it; not tried here' };
  }
  const shown: { username: string | null } = { username: null };
  const permit = async (username: string): Promise<string | null> => {
    const until = loginBook.waitsUntil(place, username, discovery.loginsPerHour);
    if (until !== null) return `the account ${username} was tried within the hour; again after ${time(until)}`;
    shown.username = username;
    // Which password it is, its driver knows.
    await loginBook.trying(place, username, null);
    return null;
  };
  const entry = await round.survey.enter(subject, permit, signal);
  // A password that must be changed is a right one.
  const isRight = entry.kind === 'in' || (entry.kind === 'refused' && entry.why === 'password-change');
  if (isRight && shown.username !== null) await loginBook.cameIn(place, shown.username, null);
  canary.done(look, isRight ? 'in' : entry.kind === 'refused' ? 'refused' : 'neither');
  return entry;
}

const time = (at: Instant): string => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');

async function lookAtAll(
  round: Round,
  asked: string,
  subject: Subject,
  systems: readonly (string | undefined)[],
  signal: AbortSignal,
): Promise<Finding> {
  const machines: Found[] = [];
  for (const system of systems) {
    const bmc = system === undefined ? subject.bmc : { ...subject.bmc, system };
    const look = await round.driver.observe({ ...subject, bmc }, 'full', signal);
    // Half of the machines would look as if the others had been taken away.
    if (look.kind === 'missed') return { kind: 'unreachable', asked, reason: look.reason, message: look.message };
    const { identity, hardware } = look.facts;
    machines.push({
      ...(system === undefined ? {} : { system }),
      identity,
      ...(hardware === undefined ? {} : { hardware }),
    });
  }
  const { address, tlsPin, credentials } = subject.bmc;
  return { kind: 'machines', asked, address, ...(tlsPin === undefined ? {} : { tlsPin }), credentials, machines };
}
