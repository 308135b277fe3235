import { defaultLimits, type RedfishLimits } from '../../../redfish/limits.ts';
import { type DriverFactory, defineInfrastructureDriver, type InfrastructureDriver } from '../../define.ts';
import { Connections } from './connections.ts';
import { observe } from './observe.ts';
import { perform } from './perform.ts';
import { createSurvey } from './survey.ts';

/** Machines behind a BMC that speaks Redfish. It goes by what the BMC offers, and hardly ever by the vendor's name. */
export const redfishWith = (limits: RedfishLimits): DriverFactory<InfrastructureDriver> =>
  defineInfrastructureDriver({
    name: 'redfish',
    create: (ports) => {
      const connections = new Connections(ports, limits);
      return {
        verbs: [
          'PowerOn',
          'PowerOff',
          'Reboot',
          'PowerCycle',
          'Identify',
          'SetBootOnce',
          'InsertMedia',
          'EjectMedia',
          'SetBios',
          'ResetBmc',
          'RotateCredentials',
        ],
        observe: async (subject, depth, signal) => {
          const connection = connections.open(subject);
          if (connection !== null) return observe(connection, subject, depth, ports.clock, limits, signal);
          return { kind: 'missed', at: ports.clock.now(), reason: 'Unsupported', message: noAddress(subject.machine) };
        },
        perform: async (subject, args, quirk, signal) => {
          const connection = connections.open(subject);
          if (connection !== null) return perform(connection, subject, args, quirk, limits, signal);
          return { kind: 'unsent', message: noAddress(subject.machine) };
        },
        survey: createSurvey(ports, connections, limits),
        close: () => connections.close(),
      };
    },
  });

export const redfish = redfishWith(defaultLimits);

const noAddress = (machine: string): string => `the BMC address of ${machine} is not http(s)://host[:port]`;
