import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import { makeTlsIdentity } from '../../src/adapters/twin-server/certificate.ts';
import { stop } from './world/children.ts';
import { startFacility, type TestFacility } from './world/facility.ts';
import { reboot } from './world/the-change.ts';
import { eventually } from './world/wait.ts';
import { portOf } from './world/witness.ts';

let facility: TestFacility;
let server: Server;
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  await facility?.close();
});

const enrolled = makeTlsIdentity(1, 'enrolled');
const other = makeTlsIdentity(1, 'other');
const machine = 'ams1-r01-u01';

/** TLS in front of a simulated BMC, with a key that can be exchanged while it runs. */
async function stand(port: number): Promise<number> {
  server = createServer({ key: enrolled.key, cert: enrolled.cert }, (incoming, response) => {
    const { method, url: path, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return portOf(server);
}

function showKey({ key, cert }: { readonly key: string; readonly cert: string }): void {
  server.setSecureContext({ key, cert });
  server.closeAllConnections();
}

describe('a BMC whose TLS key changes while it is looked after', () => {
  it('gets nothing until the pinned key is back, and the hold names the key that is there', async () => {
    facility = await startFacility({ count: 2 });
    const { repo, sim } = facility;
    const port = await stand(sim.machines[0]?.port ?? 0);
    const path = facility.path(machine);
    const plain = repo.file('main', path) ?? '';
    const pinned = plain.replace(
      /address: http:\S+/,
      `address: https://127.0.0.1:${port}\n    tls: { sha256: ${enrolled.pin} }`,
    );
    expect(pinned).not.toBe(plain);
    repo.commit('Over TLS', { [path]: pinned });
    const running = facility.run({ git: 'native', more: ['--poll', '1s'] });
    await running.until((line) => line.includes('"event":"published"'));

    showKey(other);
    repo.commit('Reboot', facility.with(machine, ...reboot('reboot-1')));
    const held = await eventually(
      'it is held',
      () => {
        const { holds } = Object(facility.status('plan.json'));
        return Array.isArray(holds) ? (holds.find((hold) => hold.machine === machine) ?? null) : null;
      },
      150_000,
    );
    expect(held.message).toContain(other.pin);
    expect(sim.mutations()).toEqual([]);

    showKey(enrolled);
    await eventually('it was rebooted', () => (sim.mutations().length > 0 ? true : null), 400_000);
    await stop(running);
    expect(sim.mutations()).toHaveLength(1);
  }, 600_000);
});
