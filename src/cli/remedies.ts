import type { RequestState } from '../model/memory.ts';
import type { HoldReason } from '../model/plan.ts';

/** What makes each hold end; the hold's own message says what is so. */
export const holdRemedies: Readonly<Record<HoldReason, string>> = {
  Parked: 'take spec.parked out of its manifest, or wait for its end',
  Protected: 'take spec.protected out of its manifest in a commit of its own',
  Paused: "take spec.paused out of facility.yaml, or on the reconciler's host: nanometal hold WHAT --release",
  Window: 'wait for the next window of facility.yaml, or widen it',
  Budget: 'wait: it goes on when another has ended; policy.maxConcurrent says how many run at one time',
  BlastRadius: 'ask in smaller commits, or raise policy.maxPerCommit',
  Approval: 'have the list of disruptive steps approved',
  Identity: 'look whose address it is; if the hardware was replaced, say so in spec.identity',
  Unreachable: 'look at the BMC: power, cable, network, address',
  Stale: 'wait for the next look',
  TaskOpen: "wait for the BMC's task to end",
  TaskStuck: 'look at the task in the BMC; ask for ClearTasks or ResetBmc in spec.operations',
  ManagedElsewhere: 'have the other manager let go of it',
  MediaInUse: "eject what is inserted in the BMC's virtual drive",
  TokenContested: 'find the other machine that runs our agent, and end it; then ask again with a new id',
  DiskNotBlank: 'look what the disk holds; if it may go, say install.overwrite: true',
  DiskAmbiguous: 'name the disk so that only one fits',
  OutcomeUnknown: 'look at the machine; then ask again with a new id if it is still wanted',
  Drifted: 'declare what is so now, or put it right by hand; policy.drift: correct lets it be done',
  Fighting: 'find who changes it back',
  Unsupported: 'take it out of the manifest: this hardware, or this version, cannot do it',
  Unlicensed: 'license the BMC for it, or take it out of the manifest',
  CredentialsRefused: 'correct the credentials; nothing more is tried with these, because accounts lock',
  Quarantined: 'put the hardware right, or correct the expectations of its class',
  Assumed: 'ask again with a new id',
  Expired: 'ask again with a new id and a later notAfter',
  Superseded: 'nothing: a newer request took its place',
  WaitingForPower: 'turn the machine on, or declare power: On',
  InCluster: "take it out of its cluster's manifest, and have it leave",
  Lease: 'wait for the reconciler that holds the lease, or end it',
};

/** What a request's state means to whoever asked; null: it says enough by itself. */
export const requestRemedies: Readonly<Record<RequestState, string | null>> = {
  pending: null,
  assumed:
    'memory began later than this was asked, or the machine was not managed then, so it is taken as done long ago; if it is still wanted, ask again with a new id',
  done: null,
  failed: 'it was tried and had no effect; ask again with a new id',
  unknown: 'it may have had its effect; look at the machine, and ask again with a new id if it is still wanted',
  expired: 'it was seen after its notAfter; ask again with a new id',
  superseded: 'a newer request took its place',
};
