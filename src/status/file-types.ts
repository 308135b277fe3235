import type { ClusterMemory, ClusterName } from '../model/cluster.ts';
import type { ComponentName, HostName, ReleaseMemory } from '../model/component.ts';
import type { Finding, Findings, Found } from '../model/discovery.ts';
import type { Capabilities, Miss } from '../model/inventory.ts';
import type { MachineMemory, Open, Requested, Work } from '../model/memory.ts';
import type { FacilityName, MachineName, RackName, RequestId } from '../model/names.ts';
import type { Hold } from '../model/plan.ts';
import type * as model from '../model/status.ts';

/**
 * What the files of the status branch hold (schemas/), named as their schemas are. Times are ISO 8601 here and
 * milliseconds in the model.
 */
export interface FacilityStatus {
  readonly facility: FacilityName;
  readonly accepted?: string;
  readonly rejected?: model.Rejection;
  readonly conditions: readonly FileCondition[];
}

export interface MachineStatus
  extends Omit<MachineMemory, 'open' | 'rack' | 'account' | 'requests'>,
    Omit<model.MachineStatus, 'conditions' | 'inventory'> {
  readonly conditions: readonly FileCondition[];
  readonly requests: Readonly<Record<RequestId, FileRequest>>;
  readonly operation?: Omit<Open, Uncommitted>;
  readonly account?: { readonly grant: string; readonly since: string };
}

export interface FileRequest extends Omit<Requested, 'work'> {
  readonly work?: Omit<Work, 'endedAt'> & { readonly endedAt?: string };
}

type Newer = 'virtualMedia' | 'httpBootUri';

export interface MachineInventory extends Omit<model.MachineInventory, 'capabilities'> {
  readonly capabilities: Omit<Capabilities, Newer> & Partial<Pick<Capabilities, Newer>>;
  readonly name: MachineName;
  readonly rack: RackName;
}

export interface ClusterStatus extends ClusterMemory {
  readonly name: ClusterName;
  readonly conditions: readonly FileCondition[];
}

export interface ComponentStatus {
  readonly name: ComponentName;
  readonly hosts: Readonly<Record<HostName, ReleaseMemory & { readonly conditions: readonly FileCondition[] }>>;
}

export interface Plan {
  readonly holds: readonly FileHold[];
}

export interface FileCondition extends Omit<model.Condition, 'since'> {
  readonly since: string;
}

export interface FileHold extends Omit<Hold, 'kind' | 'until' | 'settling'> {
  readonly until?: string;
}

/** One address of a sweep. Flat, so that a program need not know which result has which fields to read one. */
export interface Discovered {
  readonly asked: string;
  readonly result: Exclude<Finding['kind'], 'silent'>;
  readonly address?: string;
  readonly tlsPin?: string;
  readonly credentials?: string;
  readonly why?: Extract<Finding, { kind: 'refused' }>['why'];
  readonly reason?: Miss;
  readonly message?: string;
  readonly machines?: readonly Found[];
}

export interface DiscoverySweep extends Omit<Findings, 'findings'> {
  readonly silent: readonly string[];
}

/** Of one process and host, and therefore not for the status branch. */
export type Uncommitted = 'sentAt' | 'inherited' | 'interrupted' | 'flying';
