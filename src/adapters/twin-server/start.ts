import { fail, ok, type Result } from '../../model/result.ts';
import { type BmcSpec, createBmc, setFaults } from '../../twin/bmc.ts';
import { type FaultPlan, rulesFor } from '../../twin/faults-file.ts';
import type { Behind } from './behind.ts';
import { makeTlsIdentity } from './certificate.ts';
import { type EffectLog, openEffectLog } from './effect-log.ts';
import { type Listening, listen } from './listen.ts';
import type { Twin } from './twin.ts';

export interface TwinServerOptions {
  /** Port 0: any that is free. `tls`: HTTPS with the key that follows from seed and name. */
  readonly machines: readonly { readonly spec: BmcSpec; readonly port: number; readonly tls: boolean }[];
  /** Path of the effect log; absent: none is kept. */
  readonly effects?: string;
  readonly faults?: FaultPlan;
  /** Milliseconds since 1970; the system's clock unless a test brings its own. */
  readonly now?: () => number;
  /** What stands behind each machine, by its place in the options; absent: nothing does. */
  readonly behind?: (twin: Twin, index: number) => Behind;
  /** Called after each hundred machines that listen. */
  readonly onProgress?: (listening: number) => void;
}

export interface TwinServer {
  /** In the order of the options. */
  readonly machines: readonly { readonly name: string; readonly url: string; readonly port: number }[];
  /** Breaks every connection, frees the ports, ends what stands behind the machines, closes the log. */
  close(): Promise<void>;
}

const host = '127.0.0.1';
const noLog: EffectLog = { append: () => {}, close: () => {} };

/** Serves every machine on a port of its own, all of them or none. Throws when the effect log cannot be opened. */
export async function startTwins(options: TwinServerOptions): Promise<Result<TwinServer, string>> {
  const now = options.now ?? Date.now;
  const start = now();
  const log = options.effects === undefined ? noLog : openEffectLog(options.effects);
  const listening: Listening[] = [];
  const behind: Behind[] = [];
  const machines: { name: string; url: string; port: number }[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(listening.map((one) => one.close()));
    await Promise.all(behind.map((one) => one.close()));
    log.close();
  };
  for (const [index, { spec, port, tls }] of options.machines.entries()) {
    const bmc = setFaults(createBmc(spec), rulesFor(options.faults ?? [], spec.name, start));
    const twin: Twin = { bmc, port };
    const identity = tls ? makeTlsIdentity(spec.seed, spec.name) : null;
    const machine = options.behind?.(twin, index);
    if (machine !== undefined) behind.push(machine);
    const changed = machine === undefined ? {} : { changed: () => machine.changed() };
    const outcome = await listen({ twin, tls: identity, log, now, host, ...changed });
    if (!outcome.ok) {
      await close();
      return fail(outcome.error);
    }
    listening.push(outcome.value);
    const url = `${tls ? 'https' : 'http'}://${host}:${outcome.value.port}`;
    machines.push({ name: spec.name, url, port: outcome.value.port });
    if (machines.length % 100 === 0) options.onProgress?.(machines.length);
  }
  return ok({ machines, close });
}
