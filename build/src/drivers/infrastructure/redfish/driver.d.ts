import { type RedfishLimits } from '../../../redfish/limits.ts';
import { type DriverFactory, type InfrastructureDriver } from '../../define.ts';
/** Machines behind a BMC that speaks Redfish. It goes by what the BMC offers, and hardly ever by the vendor's name. */
export declare const redfishWith: (limits: RedfishLimits) => DriverFactory<InfrastructureDriver>;
export declare const redfish: DriverFactory<InfrastructureDriver>;
