/** The public entry `nanometal/conformance`: what every adapter of a port, and every driver of a role, must pass. */

export type { AgentsBench, Answer, Question } from './agents/hands.ts';
export { agentsCases } from './agents.ts';
export type { BootstrapBench } from './bootstrap.ts';
export { bootstrapCases } from './bootstrap.ts';
export type { ControlPlaneBench, ReleaseChange } from './control-plane.ts';
export { controlPlaneCases, textPath } from './control-plane.ts';
export type { DiskWorld } from './disk.ts';
export { diskCases } from './disk.ts';
export type { Behaviour, HttpBench, Peer, PeerRequest } from './http.ts';
export { httpCases } from './http.ts';
export type { InfrastructureBench, Seen, Trouble } from './infrastructure.ts';
export { infrastructureCases } from './infrastructure.ts';
export type { JournalWorld } from './journal.ts';
export { journalCases } from './journal.ts';
export type { ReachBench, ReachPlace } from './reach.ts';
export { reachCases } from './reach.ts';
export type { OtherCommit, OtherFile, RepoBench } from './repo.ts';
export { repoCases } from './repo.ts';
export type { Case } from './suite.ts';
