import type { FaultRule } from '../../src/twin/faults.ts';
import { type Change } from './people.ts';
/**
 * One run, as plain data: who does what when, what breaks when, and the seed of everything smaller (latencies, dice).
 * It can be replayed, cut down and kept. Times are milliseconds from the beginning.
 */
export interface Scenario {
    readonly seed: number;
    readonly machines: number;
    /** Hosts that run a reconciler for the facility. */
    readonly hosts: 1 | 2;
    readonly policy: {
        readonly maxConcurrent: number;
        readonly maxPerCommit: number;
        readonly drift: 'hold' | 'correct';
    };
    readonly tls: boolean;
    /** How long POST takes. */
    readonly postMs: number;
    /** Of a hundred moves of main, those that nobody is told of: the next poll sees them. */
    readonly unnoticed: number;
    readonly acts: readonly Act[];
    /** From then on nothing breaks any more, and people only mend. */
    readonly healAt: number;
}
export type Act = {
    readonly at: number;
} & ({
    readonly kind: 'commit';
    readonly change: Change;
}
/** Main by force: `rewind` to a past commit, `orphan`: another history, `delete`; `restore`: as it was before. */
 | {
    readonly kind: 'main';
    readonly how: 'rewind' | 'orphan' | 'delete' | 'restore';
} | {
    readonly kind: 'status';
    readonly how: 'delete' | 'rewind' | 'foreign';
} | {
    readonly kind: 'lease';
    readonly how: 'delete' | 'garbage';
}
/** The host's process dies around the nth writing call from now; its kernel may start anew with it. */
 | {
    readonly kind: 'crash';
    readonly host: number;
    readonly calls: number;
    readonly when: 'before' | 'after';
    readonly reboots: boolean;
    readonly downMs: number;
    /** Reading calls are counted too. */
    readonly atReads?: boolean;
    /** Only calls of this port are counted. */
    readonly only?: 'http' | 'disk' | 'repo';
    /** And once more, so many calls after it was started again. */
    readonly again?: number;
}
/** As by SIGSTOP and SIGCONT. */
 | {
    readonly kind: 'pause';
    readonly host: number;
    readonly forMs: number;
}
/** Everything there takes so much longer. */
 | {
    readonly kind: 'slow';
    readonly port: 'disk' | 'repo' | 'http';
    readonly byMs: number;
    readonly forMs: number;
}
/** `nanometal hold` on the host. */
 | {
    readonly kind: 'hold';
    readonly host: number;
    readonly what: string;
    readonly forMs: number;
} | {
    readonly kind: 'jump';
    readonly host: number;
    readonly byMs: number;
}
/** The state folder is gone. */
 | {
    readonly kind: 'wipe-host';
    readonly host: number;
    readonly downMs: number;
}
/** The host becomes what it was so long ago, as by a snapshot of its disk that is restored. */
 | {
    readonly kind: 'rollback';
    readonly host: number;
    readonly agoMs: number;
    readonly downMs: number;
}
/** Status, lease and all state folders are gone. */
 | {
    readonly kind: 'amnesia';
    readonly downMs: number;
} | {
    readonly kind: 'port';
    readonly port: 'disk' | 'repo' | 'http';
    readonly trouble: 'unheard' | 'unanswered' | 'refused';
    readonly odds: number;
    readonly forMs: number;
    /** Calls that only read are spared. */
    readonly onlyWrites?: boolean;
} | {
    readonly kind: 'bmc';
    readonly station: number;
    readonly rule: Pick<FaultRule, 'fault' | 'on' | 'when' | 'probability'>;
    readonly forMs: number;
} | {
    readonly kind: 'button';
    readonly station: number;
    readonly power: 'On' | 'Off';
} | {
    readonly kind: 'task';
    readonly station: number;
    readonly forMs: number;
}
/** Another main board: other serial, other UUID, other BMC. */
 | {
    readonly kind: 'board';
    readonly station: number;
} | {
    readonly kind: 'password';
    readonly forMs: number;
});
export type ActKind = Act['kind'];
/** What exists in the world of one seed, and how often; most seeds have few kinds of trouble, so that each is met alone too. */
export declare function drawScenario(seed: number): Scenario;
