import { isPulled, verbs } from '../../../src/model/verb.ts';
import type { Event } from '../../../src/ports/events.ts';
import type { Evidence } from '../evidence.ts';
import { lastHolds, lastJson, lastText } from '../last-status.ts';
import { isRecord, type Ledger } from '../ledger.ts';
import { statusRef } from '../names.ts';
import { biosOf, disksOf, formatOf, type MachineWish } from '../people.ts';
import type { ActKind } from '../scenario.ts';
import { keysIn } from '../status-file.ts';
import { isStuckIn, unfinishedWork } from './06-work.ts';
import type { Law } from './law.ts';

/** Reasons that people have to end. */
const excuses = new Set([
  'Drifted',
  'OutcomeUnknown',
  'WaitingForPower',
  'Superseded',
  'Assumed',
  'BlastRadius',
  'Fighting',
  'Expired',
]);

const hasActs = ({ scenario }: Evidence, ...kinds: readonly ActKind[]): boolean =>
  scenario.acts.some(({ kind }) => kinds.includes(kind));

/** However it came to pass: in the end all is as the last commit wants it, or a hold says why not. */
export const crashEquivalence: Law = {
  number: 6,
  name: 'crash equivalence',
  broken: (ledger) => {
    const { evidence, heads, wishAt, effects } = ledger;
    const wish = wishAt(heads.at(-1)?.head ?? null);
    const holds = lastHolds(evidence);
    if (evidence.settledAt === null) {
      const plan = lastJson(evidence, 'plan.json');
      const open = isRecord(plan) && Array.isArray(plan.intents) ? plan.intents.length : 0;
      return [`never came to rest: ${open} under way, ${holds.length} held`];
    }
    const wrong: string[] = [...lostWithoutCause(ledger), ...unfinishedWork(ledger)];
    for (const machine of wish?.machines ?? []) {
      const bios = wish ? biosOf(wish, machine) : {};
      const found = evidence.finally[machine.station];
      const held = holds.filter((hold) => hold.machine === machine.name).map((hold) => String(hold.reason));
      if (!found) continue;
      // What misses its class is sent nothing, and what is in it shows only once a person has turned it on.
      if (held.includes('Quarantined') && found.power === 'Off') continue;
      // Whose memory was lost does not know which medium was ours, and whoever shows a token twice is for people to find.
      const forPeople = held.filter(
        (reason) =>
          (reason === 'MediaInUse' && (hasLostMemory(evidence) || isStuckIn(evidence, machine.station))) ||
          (reason === 'Unsupported' && isIsoInVain(machine, evidence)) ||
          (reason === 'TokenContested' && hasActs(evidence, 'host')) ||
          (reason === 'DiskAmbiguous' && namesGoneDisk(machine, found)) ||
          (reason === 'Budget' && holds.some(occupies)) ||
          (reason === 'Budget' && holds.some((hold) => keepsFromBooting(hold, machine, evidence))),
      );
      // A key that is written and waits for somebody to turn the machine on is as it should be.
      const waits = held.includes('WaitingForPower') && found.power === 'Off' && machine.power !== 'On';
      const isUnknown = held.includes('OutcomeUnknown');
      const isExcused =
        waits ||
        isUnknown ||
        forPeople.includes('TokenContested') ||
        forPeople.includes('Budget') ||
        held.some((reason) => reason !== 'Drifted' && excuses.has(reason)) ||
        (held.includes('Drifted') && (hasCause(evidence, machine.station) || wasHalted(evidence, machine.station)));
      const told = held.join() || 'nothing';
      if (machine.power && found.power !== machine.power && !isExcused) {
        wrong.push(`${machine.name} is ${found.power}, ${machine.power} is wanted; held: ${told}`);
      }
      for (const [key, value] of Object.entries(bios)) {
        if (found.bios[key] !== value && !isExcused) {
          wrong.push(`${machine.name}: ${key} is ${found.bios[key]}, ${value} is wanted; held: ${told}`);
        }
      }
      wrong.push(...keyless(evidence, machine, found, holds));
      for (const reason of held)
        if (!excuses.has(reason) && !forPeople.includes(reason))
          wrong.push(`${machine.name} is held for ever: ${reason}`);
      const last = effects.filter(
        ({ intent, verb }) => verb === 'Identify' && intent?.request === `last-${machine.station}`,
      );
      if (last.length !== 1 && !forPeople.includes('TokenContested')) {
        wrong.push(`${machine.name} received its last Identify ${last.length} times; held: ${told}`);
      }
    }
    return wrong;
  },
};

/** A host died for good or was rolled back, or the status was rewound under a history of main that is gone too. */
const hasLostMemory = (evidence: Evidence): boolean =>
  hasActs(evidence, 'amnesia', 'wipe-host') || (hasActs(evidence, 'status') && hasActs(evidence, 'main'));

/** It keeps its place until people have seen to its machine: what goes wrong on one is not to go wrong on all (law 9). */
const occupies = ({ reason }: Record<string, unknown>): boolean =>
  reason === 'TokenContested' || reason === 'Quarantined';

/** It is not booted over HTTP before its BIOS says from where, and that is held in its turn; a power-on would do for both. */
const keepsFromBooting = (
  { machine, verb, reason }: Record<string, unknown>,
  { name }: MachineWish,
  { scenario }: Evidence,
): boolean =>
  scenario.httpBootAttribute !== undefined &&
  machine === name &&
  verb === 'SetBios' &&
  reason !== 'WaitingForPower' &&
  excuses.has(String(reason));

/** An ISO is booted as virtual media, or where the BMC takes its URI: by PXE and by BIOS attribute it is not. */
const isIsoInVain = ({ install }: MachineWish, { scenario: { boot = [], httpBootAttribute } }: Evidence): boolean =>
  install !== undefined &&
  formatOf[install.image] === 'iso' &&
  (boot.includes('Pxe') || (boot.includes('UefiHttp') && httpBootAttribute !== undefined));

/** A disk that somebody took out since is still asked for: only people can say which one is meant now. */
function namesGoneDisk({ install, operations }: MachineWish, { hardware }: Evidence['finally'][number]): boolean {
  const named = [...(install ? disksOf(install) : []), ...operations.flatMap(({ serials = [] }) => serials)];
  return named.some((serial) => hardware.drives.every((drive) => drive.serial !== serial));
}

/** Where the facility has an account of its own, one password of it works, and we hold it. */
function keyless(
  evidence: Evidence,
  { name, account }: MachineWish,
  { accounts }: Evidence['finally'][number],
  holds: readonly Record<string, unknown>[],
): readonly string[] {
  const held = holds.some(({ machine, verb }) => machine === name && verb === 'RotateCredentials');
  if (!account || held) return [];
  const keys = keysIn(lastText(evidence, `secrets/${name}.age`));
  const inForce = accounts.find(({ username }) => username === account.username)?.password;
  if (inForce === undefined) return [`${name} has no account ${account.username}, and no hold says why`];
  const own = keys.filter(({ username }) => username === account.username);
  if (own.some(({ password }) => password === inForce)) return [];
  return [`${name}: none of the ${own.length} passwords that we hold is in force`];
}

const causes = new Set<ActKind>([
  'port',
  'password',
  'amnesia',
  'wipe-host',
  'rollback',
  'status',
  'lease',
  'main',
  'pause',
]);

/** Something happened after which a machine may rightly stay otherwise than it is declared: no crash is among it. */
const hasCause = ({ scenario, commits }: Evidence, station: number): boolean =>
  // What was declared while it was only looked at is a description, and never becomes a command.
  [...commits.values()].some(({ wish }) =>
    wish.machines.some((machine) => machine.station === station && machine.management !== 'manage'),
  ) ||
  scenario.acts.some(
    (act) =>
      causes.has(act.kind) ||
      ((act.kind === 'bmc' || act.kind === 'button' || act.kind === 'board' || act.kind === 'task') &&
        act.station === station),
  );

/** With its disks erased there is nothing that it could start: it is turned off, whatever is declared. */
const wasHalted = ({ released }: Evidence, station: number): boolean =>
  released.some((one) => one.station === station && one.then === 'halt');

/** What could not be known, or did not come about, although nothing stood in its way and journal and hardware must have told. */
function lostWithoutCause({ evidence, landed, heads, wishAt }: Ledger): readonly string[] {
  const { events, interventions, scenario, began, moves } = evidence;
  return events.flatMap(({ at, host, event }, index) => {
    if (event.kind !== 'ended' || (event.outcome.kind !== 'unknown' && event.outcome.kind !== 'failed')) return [];
    const { kind, message } = event.outcome;
    if (kind === 'failed' && !isFruitless(event, events.slice(0, index))) return [];
    const asked = landed.flatMap(({ intents, ...commit }) =>
      intents
        .filter(({ request, verb }) => request === event.request && verb === event.verb)
        .map((intent) => ({ ...intent, at: commit.at, by: commit.by })),
    );
    // It may have had another name when it was sent.
    const grants = new Set(asked.filter(({ machine }) => machine === event.machine).map(({ grant }) => grant));
    const first = asked.find(({ grant }) => grants.has(grant));
    const since = first?.at ?? began;
    const isWithin = (from: number, until: number): boolean => from <= at && until >= since;
    const journalLost =
      first?.by !== host ||
      interventions.some(({ kind, at: when }) => (kind === 'host-lost' || kind === 'amnesia') && isWithin(when, at)) ||
      moves.some(({ by, ref, at: when }) => by === 'people' && ref === statusRef && isWithin(when, at));
    const noEvidence =
      interventions.some(({ kind, at: when }) => kind !== 'host-lost' && isWithin(when, at)) ||
      scenario.acts.some(
        (act) =>
          (act.kind === 'bmc' || act.kind === 'port' || act.kind === 'password' || act.kind === 'slow') &&
          isWithin(began + act.at, Math.min(began + act.at + act.forMs, evidence.healedAt)),
      );
    // Whose manifest is gone is not looked at any more, so that nothing can be seen of what came of it.
    const isGone = heads.some(({ at: when, head }) => {
      const wish = isWithin(when, when) ? wishAt(head) : null;
      return wish !== null && !wish.broken && wish.machines.every(({ name }) => name !== event.machine);
    });
    if (journalLost || noEvidence || isGone) return [];
    return [`${event.machine} ${event.request}: ${event.verb} is ${kind} without cause: ${message}`];
  });
}

/** Not refused, and then without any effect: no hardware does that by itself. What an agent says of its work is another thing. */
function isFruitless(ended: Extract<Event, { kind: 'ended' }>, before: Evidence['events']): boolean {
  if (pulled.has(ended.verb)) return false;
  const answer = before.findLast(
    ({ event }) =>
      event.kind === 'answered' &&
      event.machine === ended.machine &&
      event.action.request === ended.request &&
      event.action.args.verb === ended.verb,
  )?.event;
  return answer?.kind !== 'answered' || answer.started.kind !== 'refused';
}

const pulled: ReadonlySet<string> = new Set(verbs.filter(isPulled));
