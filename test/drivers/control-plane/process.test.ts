import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProcesses } from '../../../src/adapters/processes.ts';
import { createLocalShells } from '../../../src/adapters/shell/local.ts';
import { type ControlPlaneBench, controlPlaneCases } from '../../../src/conformance/control-plane.ts';
import { processDriver } from '../../../src/drivers/control-plane/process/driver.ts';
import type { ControlPlaneDriver } from '../../../src/ports/driver.ts';
import type { HostSubject, Shells } from '../../../src/ports/shell.ts';
import { isLong } from '../../long.ts';
import { missing } from '../../system/world/tools.ts';
import { hastyClock } from './hasty-clock.ts';
import { releaseOf } from './release.ts';

const host: HostSubject = {
  name: 'host1',
  address: '127.0.0.1',
  port: 22,
  credentials: 'none',
  hostKey: '',
  within: [],
};
let prefix: string;
let bench: ControlPlaneBench;
const processes = createProcesses();

beforeAll(async () => {
  // The host here is this one. Without it every check would be waited for until its deadline.
  if (missing({ curl: 'curl' }).length > 0) throw new Error('hosts need curl: apt-get install curl');
  prefix = mkdtempSync(join(tmpdir(), 'nanometal-components-'));
  bench = await openBench();
});
afterAll(async () => {
  await bench.close();
  rmSync(prefix, { recursive: true, force: true });
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = Object(server.address());
      server.close(() => resolve(port));
    });
  });

async function openBench(): Promise<ControlPlaneBench> {
  const root = join(prefix, host.name);
  const ports = await Promise.all(Array.from({ length: 200 }, freePort));
  const names: string[] = [];
  const servers: Server[] = [];
  const portOf = (component: string): number => ports[names.indexOf(component)] ?? 1;
  const answer = async (component: string): Promise<string | null> => {
    try {
      return await (await fetch(`http://127.0.0.1:${portOf(component)}/`)).text();
    } catch {
      return null;
    }
  };
  return {
    host,
    stride: isLong ? 1 : 97,
    driver: (wrap = (own: Shells) => own): ControlPlaneDriver =>
      processDriver.create({ shells: wrap(createLocalShells()), clock: hastyClock(), processes, prefix }),
    name() {
      names.push(`c${names.length}`);
      return names.at(-1) ?? '';
    },
    release: (component, text, more) => releaseOf(component, portOf(component), '@ROOT@', text, more),
    async serve(text) {
      const server = createServer((_, response) => response.end(text));
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port }: AddressInfo = Object(server.address());
      return { url: `http://127.0.0.1:${port}/x`, sha256: createHash('sha256').update(text).digest('hex') };
    },
    async read(path) {
      try {
        return readFileSync(root + path, 'utf8');
      } catch {
        return null;
      }
    },
    async write(path, text) {
      mkdirSync(dirname(root + path), { recursive: true });
      writeFileSync(root + path, text);
    },
    run: async (component) => String(processes.find(`${root}/${component}`)?.run),
    ask: answer,
    async close() {
      await processes.close();
      for (const server of servers) server.close();
    },
  };
}

describe('the driver process', () => {
  it.each(controlPlaneCases(() => bench))('$name', ({ run }) => run(), 600_000);
});

describe('what it does not have', () => {
  it('is a unit of systemd, and it says so', async () => {
    const release = {
      ...bench.release(bench.name(), 'one'),
      service: { kind: 'unit', unit: 'chrony.service' },
    } as const;
    const driver = bench.driver();
    const applied = await driver.apply(host, release, new AbortController().signal, () => true);
    expect(applied).toMatchObject({ kind: 'unapplied', reason: 'host', message: expect.stringContaining('use ssh') });
    const seen = await driver.observe(host, [release], new AbortController().signal);
    expect(seen.kind === 'seen' && seen.components.get(release.component)?.healthy).toBe(false);
  });

  it('is a command that is not there: nothing is changed', async () => {
    const c = bench.name();
    const one = bench.release(c, 'one', { packages: [{ name: 'chrony' }] });
    const service = { kind: 'process', command: ['chronyd-of-nobody'], environment: {}, capabilities: [] } as const;
    const applied = await bench.driver().apply(host, { ...one, service }, new AbortController().signal, () => true);
    expect(applied).toMatchObject({ kind: 'unapplied', reason: 'package', message: expect.stringContaining('chrony') });
    expect(await bench.read(`/etc/${c}/text`)).toBeNull();
  });
});
