import { flag, link, number, part, type Resource, text } from './fields.ts';
import { within } from './uri.ts';

export const rootPath = '/redfish/v1/';

/** Where a service keeps things (ServiceRoot schema). What it does not name is looked for where it usually is. */
export interface Root {
  readonly sessions: string;
  readonly systems: string;
  readonly managers: string;
  readonly taskService: string;
  readonly updateService: string;
  readonly accountService: string;
  /** Only where it is named: many services have none. */
  readonly licenseService?: string;
  /** Collections may be asked for with their members inside. */
  readonly expands: boolean;
}

export function readRoot(body: Resource, origin: string): Root {
  const place = (from: Resource | undefined, name: string, usual: string): string => {
    const named = link(from, name);
    return (named === undefined ? undefined : within(origin, named)) ?? `${rootPath}${usual}`;
  };
  const licences = link(body, 'LicenseService');
  const licenseService = licences === undefined ? undefined : within(origin, licences);
  return {
    sessions: place(part(body, 'Links'), 'Sessions', 'SessionService/Sessions'),
    systems: place(body, 'Systems', 'Systems'),
    managers: place(body, 'Managers', 'Managers'),
    taskService: place(body, 'Tasks', 'TaskService'),
    updateService: place(body, 'UpdateService', 'UpdateService'),
    accountService: place(body, 'AccountService', 'AccountService'),
    ...(licenseService === undefined ? {} : { licenseService }),
    expands: expands(body),
  };
}

/** AMI advertises `$expand` and then leaves required fields out of the members. */
function expands(body: Resource): boolean {
  const query = part(part(body, 'ProtocolFeaturesSupported'), 'ExpandQuery');
  const ami = /^AMI\b/i.test(text(body, 'Vendor') ?? '') || part(part(body, 'Oem'), 'Ami') !== undefined;
  return flag(query, 'NoLinks') === true && (number(query, 'MaxLevels') ?? 1) >= 1 && !ami;
}
