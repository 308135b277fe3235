import type { Applied } from '../../model/component.ts';
import type { Miss } from '../../model/inventory.ts';
import type { Outcome, Started } from '../../model/outcome.ts';
import { holdReasons } from '../../model/plan.ts';
import type { Rejection } from '../../model/status.ts';
import { verbs } from '../../model/verb.ts';
import type { Label, Registry } from './registry.ts';

/** The words of a closed list; one that is missing or too many does not compile. */
const words = <T extends string>(each: Readonly<Record<T, true>>): readonly string[] => Object.keys(each);

const verb: Label = { name: 'verb', values: [...verbs, 'other'] };
const outcome: Label = {
  name: 'outcome',
  values: words<Outcome['kind']>({
    done: true,
    failed: true,
    unfinished: true,
    unknown: true,
    lost: true,
    withdrawn: true,
  }),
};
const answer: Label = {
  name: 'answer',
  values: words<Started['kind']>({ accepted: true, refused: true, unsent: true, ambiguous: true }),
};
const applied: Label = {
  name: 'outcome',
  values: words<Applied['kind']>({ healthy: true, unapplied: true, 'rolled-back': true, interrupted: true }),
};
const reachability: Label = { name: 'reachability', values: ['reachable', 'unreachable', 'unknown'] };
const holdReason: Label = { name: 'reason', values: holdReasons };
const rejectReason: Label = {
  name: 'reason',
  values: words<Rejection['reason']>({ Invalid: true, Rewritten: true, Missing: true, Unreadable: true }),
};
const miss: Label = {
  name: 'reason',
  values: words<Miss>({
    Refused: true,
    Timeout: true,
    Reset: true,
    Tls: true,
    Garbage: true,
    Busy: true,
    CredentialsRefused: true,
    NoCredentials: true,
    Confined: true,
    Unsupported: true,
  }),
};

/** Seconds; a pass never waits for a machine, but a Git host may be slow. */
const passBounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Every metric there is, as docs and dashboards name it. */
export const describeSeries = (to: Registry) => ({
  machines: to.gauge({
    name: 'nanometal_machines',
    help: 'Machines of the accepted commit, by what the last look within 15 minutes found.',
    labels: [reachability],
    first: 0,
  }),
  looks: to.counter({ name: 'nanometal_looks_total', help: 'Looks at machines, in vain or not.' }),
  lookFailures: to.counter({
    name: 'nanometal_look_failures_total',
    help: 'Looks that brought nothing, by reason.',
    labels: [miss],
  }),
  requests: to.counter({
    name: 'nanometal_requests_total',
    help: 'Mutating requests to BMCs, by verb and by what came back at once (unsent: not a byte of it left).',
    labels: [verb, answer],
  }),
  actions: to.counter({
    name: 'nanometal_actions_total',
    help: 'Actions that came to an end, by verb and outcome.',
    labels: [verb, outcome],
  }),
  open: to.gauge({ name: 'nanometal_actions_open', help: 'Intents without an outcome after the last pass.', first: 0 }),
  applies: to.counter({
    name: 'nanometal_applies_total',
    help: 'Releases of components applied to hosts, by what came of it.',
    labels: [applied],
  }),
  holds: to.gauge({
    name: 'nanometal_holds',
    help: 'What was asked for and is not done, in the last plan, by reason.',
    labels: [holdReason],
    first: 0,
  }),
  rejections: to.counter({
    name: 'nanometal_rejections_total',
    help: 'Heads that are not acted upon, by reason.',
    labels: [rejectReason],
  }),
  passes: to.counter({ name: 'nanometal_passes_total', help: 'Passes that came to their end.' }),
  passSeconds: to.histogram({
    name: 'nanometal_pass_duration_seconds',
    help: 'How long a pass took.',
    bounds: passBounds,
  }),
  lastPass: to.gauge({
    name: 'nanometal_last_pass_timestamp_seconds',
    help: 'When the last pass ended, in seconds since 1970.',
  }),
  started: to.gauge({
    name: 'nanometal_start_timestamp_seconds',
    help: 'When this process began, in seconds since 1970.',
  }),
  commits: to.counter({ name: 'nanometal_status_commits_total', help: 'Commits published on the status branch.' }),
  repoFailures: to.counter({ name: 'nanometal_repo_failures_total', help: 'Git operations that failed.' }),
  epoch: to.gauge({ name: 'nanometal_lease_epoch', help: 'Epoch of the lease as last seen.' }),
  leaseHeld: to.gauge({
    name: 'nanometal_lease_held',
    help: '1 once this process got the lease, 0 once it was told of another holder.',
    first: 0,
  }),
  halted: to.gauge({
    name: 'nanometal_halted',
    help: '1 once nothing is sent until a person has looked; a restart takes it back.',
    first: 0,
  }),
});
