import { never } from '../../../model/never.ts';
import { knock } from '../../../redfish/knock.ts';
import type { RedfishLimits } from '../../../redfish/limits.ts';
import { openReader } from '../../../redfish/reader.ts';
import type { Missed } from '../../../redfish/reply.ts';
import type { DriverPorts, Entry, Permit, Subject, Survey } from '../../define.ts';
import type { Connections } from './connections.ts';
import { listSystems } from './system.ts';

export const createSurvey = (ports: DriverPorts, connections: Connections, limits: RedfishLimits): Survey => ({
  knock: (address, within, signal) => knock(ports.http, address, within, signal),
  enter: (subject, permit, signal) => enter(connections, limits, subject, permit, signal),
  leave: (subject) => connections.leave(subject),
});

async function enter(
  connections: Connections,
  limits: RedfishLimits,
  subject: Subject,
  permit: Permit,
  signal: AbortSignal,
): Promise<Entry> {
  const connection = connections.open(subject);
  if (connection === null) return { kind: 'missed', reason: 'Unsupported', message: 'the address is no BMC address' };
  const { client } = connection;
  const session = await client.enter({ permit }, signal);
  if (!session.ok) return explain(session.error);
  const reader = await openReader(client, limits, signal);
  if (!reader.ok) return explain(reader.error);
  const systems = await listSystems(reader.value);
  return systems.ok ? { kind: 'in', systems: systems.value } : explain(systems.error);
}

function explain({ reason, message, hint }: Missed): Entry {
  if (reason !== 'CredentialsRefused') return { kind: 'missed', reason, message };
  switch (hint) {
    case 'barred':
      return { kind: 'barred', message };
    case 'password-change':
    case 'lock-out':
      return { kind: 'refused', why: hint, message };
    case undefined:
      return { kind: 'refused', why: 'password', message };
    default:
      return never(hint);
  }
}
