import { type Resource } from './fields.ts';
import { type Reader } from './reader.ts';
/** `@Redfish.Settings` (Settings schema): where changes are written that take effect later. */
export interface Settings {
    readonly path: string;
    /** As offered; empty: the service does not say. */
    readonly applyTimes: readonly string[];
}
export declare function settingsOf(reader: Reader, resource: Resource): Settings | undefined;
