import { applyOutcome } from '../../src/diff/apply-outcome.ts';
import { awaitedOf } from '../../src/diff/awaited.ts';
import { conclude, type Ended, type Now } from '../../src/diff/conclude.ts';
import { type DiffInput, diff } from '../../src/diff/diff.ts';
import { expectedOf } from '../../src/diff/expected.ts';
import { planJson, renderPlan } from '../../src/diff/render.ts';
import { type Prior, takeIn } from '../../src/diff/take-in.ts';
import type { Report } from '../../src/model/boot.ts';
import type { Fleet } from '../../src/model/fleet.ts';
import type { Facts, Sighting } from '../../src/model/inventory.ts';
import type { Memory, Work } from '../../src/model/memory.ts';
import type { CommitId, MachineName, RackName, Ticks } from '../../src/model/names.ts';
import type { Action, OperatorHold, Plan } from '../../src/model/plan.ts';
import { allVerbs, facts, start } from './sample.ts';

/**
 * A facility without a reconciler: commits are taken in, machines are seen, what the plan says is taken as sent, and time
 * passes. What it says of itself is the text of a golden file.
 */
export class Story {
  memory: Memory = { facility: 'ams1', machines: new Map() };
  verbs = allVerbs;
  operatorHolds: readonly OperatorHold[] = [];
  agents: DiffInput['agents'] = { unable: null, contested: new Set() };
  readonly said: string[] = [];
  readonly #facts = new Map<MachineName, Facts>();
  readonly #sightings = new Map<MachineName, Sighting>();
  readonly #poweredOnAt = new Map<RackName, Ticks>();
  #fleet: Fleet | null = null;
  #commit = '';
  #acceptedAt = 0;
  #ticks = 1_000_000;
  #wall = start;

  get now(): Now {
    return { wall: this.#wall, ticks: this.#ticks, acceptedAt: this.#acceptedAt };
  }

  /** `first` takes everything that stands there as done long ago, as a start without memory does. */
  begin(fleet: Fleet, commit: CommitId, ever: Prior['ever'] = new Map()): this {
    this.said.push(`# ${commit.slice(0, 7)} is the first commit that is seen`);
    return this.#take(fleet, commit, { fleet, ever });
  }

  accept(fleet: Fleet, commit: CommitId): this {
    this.said.push(`# ${commit.slice(0, 7)} is accepted`);
    return this.#take(fleet, commit, null);
  }

  #take(fleet: Fleet, commit: CommitId, prior: Prior | null): this {
    this.memory = takeIn(this.memory, fleet, commit, prior);
    this.#fleet = fleet;
    this.#commit = commit;
    this.#acceptedAt = this.#ticks;
    return this;
  }

  /** One look that came back: what is said here is so from now on. */
  see(name: MachineName, said: Partial<Facts> = {}): this {
    const seen = { ...(this.#facts.get(name) ?? facts(name)), ...said };
    const before = this.#sightings.get(name);
    this.#facts.set(name, seen);
    this.#ticks += 1;
    const agrees = before?.last?.facts.power === seen.power && !before.miss;
    this.#sightings.set(name, {
      ...(before?.agent ? { agent: before.agent } : {}),
      ...(before?.listens ? { listens: before.listens } : {}),
      last: { at: this.#ticks, facts: seen },
      fullAt: this.#ticks,
      ...(seen.hardware ? { hardware: seen.hardware } : {}),
      ...(seen.tasks.length > 0 ? { taskSince: before?.taskSince ?? this.#ticks } : {}),
      powerLooks: agrees ? (before?.powerLooks ?? 1) + 1 : 1,
    });
    return this;
  }

  miss(name: MachineName, reason: NonNullable<Sighting['miss']>['reason'] = 'Timeout'): this {
    const at = this.#ticks;
    const before = this.#sightings.get(name);
    this.#sightings.set(name, {
      ...before,
      miss: { since: at, at, count: 1, reason, message: `no answer: ${reason}` },
    });
    return this;
  }

  /** What the agent on it says of the work that is under way. */
  report(name: MachineName, said: Partial<Report>): this {
    const open = this.memory.machines.get(name)?.open;
    if (!open) throw new Error(`nothing is under way on ${name}`);
    const report: Report = { grant: open.grant, boot: 'boot-1', state: 'working', receipts: [], ...said };
    this.#ticks += 1;
    this.#sightings.set(name, { ...this.#sightings.get(name), agent: { report, at: this.#ticks } });
    this.said.push(`< ${name}: ${report.state}`);
    return this;
  }

  /** An installed system called home. */
  home(name: MachineName, evidence: string): this {
    this.said.push(`< ${name}: calls home`);
    return this.#work(name, { home: evidence });
  }

  #work(name: MachineName, said: Partial<Work>): this {
    const known = this.memory.machines.get(name);
    const requests = Object.entries(known?.requests ?? {}).map(([id, request]) => [
      id,
      request.work ? { ...request, work: { ...request.work, ...said } } : request,
    ]);
    if (known) this.#remember(name, { ...known, requests: Object.fromEntries(requests) });
    return this;
  }

  /** It took a connection that was asked for right now. */
  listens(name: MachineName, address: string, port: number): this {
    this.#ticks += 1;
    this.#sightings.set(name, { ...this.#sightings.get(name), listens: { address, port, at: this.#ticks } });
    return this;
  }

  /** To whom it is connected now. */
  awaited(): ReturnType<typeof awaitedOf> {
    return awaitedOf(this.fleet, this.memory, this.#sightings);
  }

  /** Who may call now, and what they are told. */
  expected(): ReturnType<typeof expectedOf> {
    return expectedOf(this.fleet, this.memory, this.#sightings, this.memory, () => undefined);
  }

  pass(ms: number): this {
    this.#ticks += ms;
    this.#wall += ms;
    return this;
  }

  conclude(): readonly Ended[] {
    const { memory, ended } = conclude(this.memory, this.fleet, this.#sightings, this.now);
    this.memory = memory;
    for (const { machine, open, outcome } of ended) {
      this.said.push(`. ${machine}: ${open.args.verb} ${outcome.kind}: ${textOf(outcome)}`);
    }
    return ended;
  }

  plan(): Plan {
    this.conclude();
    return diff({
      fleet: this.fleet,
      commit: this.#commit,
      memory: this.memory,
      inventory: this.#sightings,
      verbs: this.verbs,
      operatorHolds: this.operatorHolds,
      poweredOnAt: this.#poweredOnAt,
      unsealable: { all: null, machines: new Map() },
      agents: this.agents,
      now: this.now,
    });
  }

  /** The plan in words, for the golden file. */
  show(title: string): Plan {
    const plan = this.plan();
    this.said.push(renderPlan(plan, `## ${title}`));
    return plan;
  }

  /** Everything that the plan says leaves at this moment. */
  send(plan: Plan = this.plan()): this {
    for (const action of plan.actions) this.#sendOne(action);
    this.#ticks += 1;
    return this;
  }

  #sendOne(action: Action): void {
    const known = this.memory.machines.get(action.machine);
    if (!known) throw new Error(`${action.machine} is not in memory`);
    const { grant, request, spec, commit, args, expect, patienceMs } = action;
    const open = { grant, request, spec, commit, args, expect, patienceMs, sentAt: this.#ticks };
    this.#remember(action.machine, { ...known, open });
    if (args.verb === 'PowerOn') this.#poweredOnAt.set(action.rack, this.#ticks);
    this.said.push(`> ${action.machine}: ${args.verb} is sent`);
  }

  /** A definite no to what is under way. */
  refuse(name: MachineName, message: string): this {
    const known = this.memory.machines.get(name);
    if (!known?.open) throw new Error(`nothing is under way on ${name}`);
    this.#remember(name, applyOutcome(known, known.open, { kind: 'failed', message }, this.#wall));
    this.said.push(`. ${name}: refused: ${message}`);
    return this;
  }

  #remember(name: MachineName, known: NonNullable<ReturnType<Memory['machines']['get']>>): void {
    this.memory = { ...this.memory, machines: new Map(this.memory.machines).set(name, known) };
  }

  state(name: MachineName, request: string): string | undefined {
    return this.memory.machines.get(name)?.requests[request]?.state;
  }

  get fleet(): Fleet {
    if (!this.#fleet) throw new Error('no commit is accepted yet');
    return this.#fleet;
  }

  /** All that was said, and the last plan as a program reads it. */
  text(): string {
    return `${this.said.join('\n')}\n\n${JSON.stringify(planJson(this.plan()), null, 2)}\n`;
  }
}

const textOf = (outcome: Ended['outcome']): string => (outcome.kind === 'done' ? outcome.evidence : outcome.message);

/** `PowerOff ams1-1` of every action, `Window PowerOff ams1-1` of every hold. */
export const brief = (plan: Plan): readonly string[] => [
  ...plan.actions.map(
    (a) => `${a.args.verb}${a.args.verb === 'PowerOff' && a.args.force ? '/force' : ''} ${a.machine}`,
  ),
  ...plan.holds.map((h) => `${h.reason} ${h.verb} ${h.machine}`),
];
