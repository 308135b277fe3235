import type { Instant } from '../../model/names.ts';
import { reply } from '../answer.ts';
import type { Bmc } from '../bmc.ts';
import type { JsonObject } from '../json.ts';
import { type Change, type Route, unchanged } from '../route.ts';
import { readActionParameter } from './action.ts';
import { healthy, link, showCollection } from './collection.ts';
import { mediaPathOf } from './media.ts';
import { chassisPath, controllerPath, root, systemPath } from './paths.ts';

const resetTypes = ['GracefulRestart', 'ForceRestart'] as const;
const isResetType = (value: unknown): value is (typeof resetTypes)[number] => resetTypes.some((type) => type === value);

/** The BMC itself, which Redfish calls the manager. */
export const controllerRoutes: readonly Route[] = [
  { pattern: `${root}/Managers`, get: () => showCollection(`${root}/Managers`, 'Manager', ['1']) },
  {
    pattern: controllerPath,
    get: (bmc, _, now) => ({
      '@odata.id': controllerPath,
      '@odata.type': '#Manager.v1_18_0.Manager',
      Id: '1',
      Name: 'Manager',
      ManagerType: 'BMC',
      FirmwareVersion: bmc.spec.hardware.bmcVersion,
      DateTime: new Date(now).toISOString(),
      DateTimeLocalOffset: '+00:00',
      LastResetTime: new Date(bmc.controller.lastReset).toISOString(),
      PowerState: 'On',
      Status: healthy,
      EthernetInterfaces: link(`${controllerPath}/EthernetInterfaces`),
      ...(mediaPathOf(bmc).startsWith(controllerPath) ? { VirtualMedia: link(mediaPathOf(bmc)) } : {}),
      Links: {
        ManagerForServers: [link(systemPath)],
        ManagerForChassis: [link(chassisPath)],
        ManagerInChassis: link(chassisPath),
      },
      Actions: {
        '#Manager.Reset': {
          target: `${controllerPath}/Actions/Manager.Reset`,
          'ResetType@Redfish.AllowableValues': [...resetTypes],
        },
      },
    }),
  },
  { pattern: `${controllerPath}/Actions/Manager.Reset`, post: resetController },
];

/** Answers, then is gone for a while; its sessions are lost, the host runs on. */
function resetController(bmc: Bmc, body: JsonObject, now: Instant): Change {
  const parameter = readActionParameter('Manager.Reset', 'ResetType', body, isResetType);
  if (!parameter.ok) return unchanged(bmc, parameter.error);
  return {
    bmc: {
      ...bmc,
      controller: {
        lastReset: Math.max(now, bmc.controller.lastReset + 1),
        downUntil: now + bmc.spec.timings.bmcResetMs,
      },
      sessions: [],
    },
    reply: reply(204, { connection: 'close' }),
    effect: { bmc: parameter.value },
  };
}
