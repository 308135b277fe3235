import type { Bmc } from '../bmc.ts';
import type { JsonObject } from '../json.ts';
import type { Route } from '../route.ts';
export declare const link: (path: string) => JsonObject;
export declare const healthy: {
    readonly State: "Enabled";
    readonly Health: "OK";
};
/** A Redfish collection; `type` is that of its members. */
export declare const showCollection: (path: string, type: string, ids: readonly string[]) => JsonObject;
/** The collection and its members, for a list of parts that never changes while the machine runs. */
export declare const listParts: <T extends {
    readonly id: string;
}>(path: string, type: string, parts: (bmc: Bmc) => readonly T[], show: (part: T, path: string, bmc: Bmc) => JsonObject) => readonly Route[];
