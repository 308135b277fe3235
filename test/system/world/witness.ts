import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FleetRepo } from './fleet-repo.ts';

/** A request that changes the hardware, as it arrived, and what the remote repository said in that moment. */
export interface Witnessed {
  readonly machine: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly verb: string;
  /** Grants of this verb for this machine that stood in pushed intents, without an outcome; newest first. */
  readonly grants: readonly string[];
  /** Null: not answered. */
  status: number | null;
}

/**
 * Stands between the reconciler and the BMCs, on ports of its own. Whenever a mutating request has arrived whole, it
 * reads the status branch at the remote first and passes the request on after that: what it finds there surely was
 * pushed before the hardware heard of anything. A request that arrived is passed on also when its sender dies.
 */
export interface Witness {
  /** By machine: where it stands for it. */
  readonly ports: ReadonlyMap<string, number>;
  readonly seen: readonly Witnessed[];
  /** Passwords shown to a machine: session logins, and requests that carried name and password themselves. */
  logins(machine: string): number;
  /** From now on this answers in the machine's place. */
  replace(machine: string, impostor: RequestListener): void;
  close(): Promise<void>;
}

export async function startWitness(
  repo: FleetRepo,
  machines: readonly { readonly name: string; readonly port: number }[],
): Promise<Witness> {
  const seen: Witnessed[] = [];
  const ports = new Map<string, number>();
  const logins = new Map<string, number>();
  const impostors = new Map<string, RequestListener>();
  const servers: Server[] = [];
  for (const { name, port } of machines) {
    const server = createServer((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on('error', () => response.destroy());
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      // Not called when the sender dies before the last byte.
      incoming.on('end', () => {
        const body = Buffer.concat(chunks);
        if (showsPassword(incoming)) logins.set(name, (logins.get(name) ?? 0) + 1);
        const impostor = impostors.get(name);
        if (impostor) return impostor(incoming, response);
        const entry = note(repo, name, incoming, body);
        if (entry) seen.push(entry);
        pass(port, incoming, body, response, entry);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    ports.set(name, portOf(server));
    servers.push(server);
  }
  return {
    ports,
    seen,
    logins: (machine) => logins.get(machine) ?? 0,
    replace: (machine, impostor) => void impostors.set(machine, impostor),
    async close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

export const portOf = (server: Server): number => {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const showsPassword = ({ method, url, headers }: IncomingMessage): boolean =>
  (method === 'POST' && /\/Sessions\/?$/.test(url ?? '')) || headers.authorization !== undefined;

function note(repo: FleetRepo, machine: string, incoming: IncomingMessage, body: Buffer): Witnessed | null {
  const { method = '', url: path = '' } = incoming;
  if (method === 'GET' || method === 'HEAD' || path.includes('/Sessions')) return null;
  const text = body.toString();
  const verb = verbOf(method, path, text);
  return { machine, method, path, body: text, verb, grants: openGrants(repo, machine, verb), status: null };
}

/** The verb that a request carries out, as the model names it. */
export function verbOf(method: string, path: string, body: string): string {
  if (path.endsWith('/Manager.Reset')) return 'ResetBmc';
  if (path.endsWith('/ComputerSystem.Reset')) {
    const type = /"ResetType":\s*"(\w+)"/.exec(body)?.[1] ?? '';
    if (type === 'On') return 'PowerOn';
    if (type === 'GracefulShutdown' || type === 'ForceOff') return 'PowerOff';
    return type === 'PowerCycle' ? 'PowerCycle' : 'Reboot';
  }
  if (path.includes('/VirtualMedia')) return /EjectMedia$/.test(path) ? 'EjectMedia' : 'InsertMedia';
  if (path.includes('/Accounts')) return 'RotateCredentials';
  if (path.includes('/Bios')) return 'SetBios';
  if (path.includes('/Tasks/')) return 'ClearTasks';
  if (method === 'PATCH') return body.includes('"Boot"') ? 'SetBootOnce' : 'Identify';
  return `${method} ${path}`;
}

function openGrants(repo: FleetRepo, machine: string, verb: string): readonly string[] {
  const ended = new Set<string>();
  const grants: string[] = [];
  for (const commit of repo.status()) {
    for (const outcome of commit.outcomes) ended.add(outcome.split(' ')[0] ?? '');
    for (const line of commit.grants) {
      const [grant = '', what, whom] = line.split(' ');
      if (what === verb && whom === machine && !ended.has(grant) && !grants.includes(grant)) grants.push(grant);
    }
  }
  return grants;
}

function pass(
  port: number,
  incoming: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  entry: Witnessed | null,
): void {
  const { host: _, connection: __, ...headers } = incoming.headers;
  const { method, url: path } = incoming;
  const onward = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
    if (entry) entry.status = answer.statusCode ?? null;
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  onward.on('error', () => response.destroy());
  response.on('error', () => onward.destroy());
  onward.end(body);
}
