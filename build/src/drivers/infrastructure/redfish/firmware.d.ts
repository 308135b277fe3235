import type { Firmware } from '../../../model/inventory.ts';
import { type Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
/** What is installed, by UpdateService.FirmwareInventory. */
export declare function readFirmware(reader: Reader): Promise<Reading<readonly Firmware[]>>;
