import type { Applied, Release, ReleaseAction } from '../model/component.ts';
import type { Look } from '../model/inventory.ts';
import type { CommitId, FacilityName, MachineName, ObjectId } from '../model/names.ts';
import type { Outcome, Started } from '../model/outcome.ts';
import type { Action, Plan } from '../model/plan.ts';
import type { Rejection } from '../model/status.ts';
import type { Reached } from './reach.ts';

/** What a pass tells, as it happens: logs, metrics and the page are made of it. Holds no secret. */
export type Event =
  | { readonly kind: 'started'; readonly facility: FacilityName; readonly holder: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'accepted'; readonly commit: CommitId; readonly machines: number }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'memory'; readonly message: string }
  | { readonly kind: 'looked'; readonly machine: MachineName; readonly look: Look }
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'intended'; readonly actions: readonly Action[]; readonly status: ObjectId }
  | { readonly kind: 'sent'; readonly machine: MachineName; readonly action: Action; readonly attempt: number }
  | { readonly kind: 'answered'; readonly machine: MachineName; readonly action: Action; readonly started: Started }
  | {
      readonly kind: 'ended';
      readonly machine: MachineName;
      readonly verb: string;
      readonly request: string;
      readonly outcome: Outcome;
    }
  /** An installed system did, and it is on disk. */
  | { readonly kind: 'called-home'; readonly machine: MachineName; readonly evidence: string }
  /** What came of connecting to an installed system, where it is not what came of it the last time. */
  | {
      readonly kind: 'reached';
      readonly machine: MachineName;
      readonly address: string;
      readonly port: number;
      readonly reached: Reached;
    }
  | { readonly kind: 'applying'; readonly action: ReleaseAction }
  | { readonly kind: 'applied'; readonly release: Release; readonly applied: Applied }
  | { readonly kind: 'published'; readonly status: ObjectId; readonly subject: string }
  | { readonly kind: 'leased'; readonly holder: string; readonly epoch: number }
  | { readonly kind: 'standby'; readonly holder: string; readonly since: string; readonly epoch: number }
  | { readonly kind: 'handed-over'; readonly holder: string; readonly epoch: number }
  | { readonly kind: 'repo-failed'; readonly message: string }
  | { readonly kind: 'halted'; readonly message: string }
  | { readonly kind: 'passed'; readonly ms: number; readonly open: number; readonly holds: number };

export interface Events {
  emit(event: Event): void;
}
