import { sweep } from '../discover/sweep.ts';
import type { Discovery, Findings } from '../model/discovery.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Instant, Ticks } from '../model/names.ts';
import { settleFindings } from '../status/discovered.ts';
import type { Ports, Settings } from './knowledge.ts';

/** Looks for machines in the background, as often as the facility's discovery says. A pass never waits for it. */
export interface Sweeps {
  /** Begins one where it is due. */
  tend(fleet: Fleet, signal: AbortSignal): void;
  /** What is to be told: what was found last, or what was told before. Undefined: nobody asks for sweeps. */
  findings(fleet: Fleet | null, told: Findings | undefined): Findings | undefined;
  /** Waits until the one that is under way, which its signal has called off, has let go of every BMC. */
  end(): Promise<void>;
}

export function createSweeps(ports: Ports, settings: Settings): Sweeps {
  let running: Promise<void> | null = null;
  /** What the last one threw: a disk that cannot be trusted ends the process. */
  let thrown: { readonly error: unknown } | null = null;
  let dueAt: Ticks | null = null;
  let raw: Findings | null = null;
  let settled: Findings | null = null;
  let told: Findings | null = null;

  async function run(fleet: Fleet, discovery: Discovery, intervalMs: number, signal: AbortSignal): Promise<void> {
    const { clock, disk, loginBook } = ports;
    if (dueAt === null) {
      // A restart is no reason to ask everybody again.
      const sweptAt = await readSweptAt(ports);
      const age = sweptAt === null ? intervalMs : Math.max(0, clock.now() - sweptAt);
      dueAt = clock.monotonic() + Math.max(0, intervalMs - age);
      if (clock.monotonic() < dueAt) return;
    }
    const driver = ports.drivers.get(discovery.driver);
    dueAt = clock.monotonic() + intervalMs;
    if (driver?.survey === undefined || discovery.ranges.length === 0) return;
    const found = await sweep({ driver, clock, disk, loginBook }, fleet, discovery, null, () => undefined, signal);
    if (found === null) return;
    settled = settleFindings(settled ?? told, raw, found);
    raw = found;
    await disk.write(sweptFile, new TextEncoder().encode(`${clock.now()}\n`));
  }

  return {
    tend(fleet, signal) {
      if (thrown) throw thrown.error;
      const { discovery } = fleet;
      const { intervalMs } = discovery ?? {};
      // Whoever runs once waits for what is asked of machines, and not for days of looking.
      if (discovery === undefined || intervalMs === undefined || settings.once || running !== null) return;
      if (dueAt !== null && ports.clock.monotonic() < dueAt) return;
      running = run(fleet, discovery, intervalMs, signal)
        .catch((error: unknown) => {
          thrown = { error };
        })
        .then(() => {
          running = null;
        });
    },
    findings(fleet, before) {
      if (fleet !== null && fleet.discovery?.intervalMs === undefined) return undefined;
      told ??= before ?? null;
      return settled ?? before;
    },
    end: async () => {
      await running;
    },
  };
}

const sweptFile = 'swept';

async function readSweptAt({ disk }: Ports): Promise<Instant | null> {
  const bytes = await disk.read(sweptFile);
  const at = bytes === null ? Number.NaN : Number(new TextDecoder().decode(bytes));
  return Number.isFinite(at) ? at : null;
}
