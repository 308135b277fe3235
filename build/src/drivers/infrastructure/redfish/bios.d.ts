import type { Capabilities, Facts } from '../../../model/inventory.ts';
import { type Resource } from '../../../redfish/fields.ts';
import { type Reader } from '../../../redfish/reader.ts';
import type { Found, Reading } from '../../../redfish/reply.ts';
import { type Settings } from '../../../redfish/settings.ts';
/** The Bios resource (Bios schema) and what is written to it for later. */
export interface Bios {
    readonly capability: Capabilities['bios'];
    readonly facts: Facts['bios'];
    readonly settings?: Settings;
    /** The settings resource as read: writing to it may want its ETag. */
    readonly target?: Found;
}
export declare function readBios(reader: Reader, system: Resource): Promise<Reading<Bios>>;
