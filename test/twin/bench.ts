import type { Answer } from '../../src/twin/answer.ts';
import { type Bmc, type BmcSpec, createBmc } from '../../src/twin/bmc.ts';
import type { EffectEntry } from '../../src/twin/effect.ts';
import { isObject, type JsonObject } from '../../src/twin/json.ts';
import { models } from '../../src/twin/models.ts';
import { receive } from '../../src/twin/receive.ts';
import { dealSpec } from '../../src/twin/spec.ts';

export const start = Date.parse('2026-11-22T10:00:00Z');
export const system = '/redfish/v1/Systems/1';
export const reset = `${system}/Actions/ComputerSystem.Reset`;
export const settings = `${system}/Bios/Settings`;
const basic = `Basic ${btoa('admin:password')}`;

export const someSpec: BmcSpec = dealSpec(models.compute.expects, { name: 'm1', seed: 1, persona: 'generic' });

/** A BMC on a table, with a clock that only moves when told, and a client that is logged in with Basic auth. */
export interface Bench {
  bmc: Bmc;
  now: number;
  readonly log: EffectEntry[];
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Answer;
  /** The status, or 0 where there was no answer in HTTP. */
  status(method: string, path: string, body?: unknown, headers?: Record<string, string>): number;
  get(path: string): JsonObject;
  wait(ms: number): void;
}

export function createBench(spec: Partial<BmcSpec> = {}): Bench {
  const bench: Bench = {
    bmc: createBmc({ ...someSpec, ...spec }),
    now: start,
    log: [],
    send: (method, path, body, headers = {}) => {
      const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
      const request = { method, target: path, headers: { authorization: basic, ...headers }, body: text };
      const received = receive(bench.bmc, request, bench.now);
      bench.bmc = received.bmc;
      bench.log.push(...received.effects);
      return received.answer;
    },
    status: (method, path, body, headers) => {
      const answer = bench.send(method, path, body, headers);
      return answer.kind === 'reply' ? answer.status : 0;
    },
    get: (path) => {
      const answer = bench.send('GET', path);
      if (answer.kind !== 'reply' || answer.status !== 200) throw new Error(`GET ${path}: ${JSON.stringify(answer)}`);
      return jsonOf(answer);
    },
    wait: (ms) => {
      bench.now += ms;
    },
  };
  return bench;
}

export function jsonOf(answer: Answer): JsonObject {
  const value: unknown = answer.kind === 'reply' ? JSON.parse(answer.body) : null;
  if (!isObject(value)) throw new Error('no JSON object');
  return value;
}

/** The ids of the extended information, without the registry's name and version. */
export function messageIds(answer: Answer): readonly string[] {
  const { error } = jsonOf(answer);
  const infos = isObject(error) ? error['@Message.ExtendedInfo'] : undefined;
  if (!Array.isArray(infos)) throw new Error('no extended information');
  return infos.map((info) => String(info.MessageId).replace(/^Base\.1\.18\./, ''));
}
