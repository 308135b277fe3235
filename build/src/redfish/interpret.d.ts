import type { HttpOutcome } from '../ports/http.ts';
import { type Conceal } from './refusal.ts';
import { type Reply } from './reply.ts';
/** What the answer to a GET means. Only a 404 and its kin say that something is not there; the rest is not knowing. */
export declare function interpret(path: string, outcome: HttpOutcome, depthMax: number, conceal: Conceal): Reply;
