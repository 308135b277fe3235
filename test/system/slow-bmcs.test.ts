import type { RequestListener } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { stop } from './world/children.ts';
import { startFacility, type TestFacility } from './world/facility.ts';
import { received } from './world/laws.ts';
import { roomy } from './world/roomy.ts';
import { reboot } from './world/the-change.ts';
import { eventually } from './world/wait.ts';

let facility: TestFacility;
let halfOpen: Server;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  halfOpen?.close();
  await facility?.close();
});

/** One byte a second, for ever: never silent for long, and never done. */
const drip: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 1_000);
  response.on('close', () => clearInterval(timer));
  response.on('error', () => undefined);
};

/** Takes connections and whatever is said on them, and never says a word. */
async function listenInSilence(): Promise<number> {
  halfOpen = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.resume();
  });
  await new Promise<void>((done) => halfOpen.listen(0, '127.0.0.1', done));
  const address = halfOpen.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('BMCs that neither answer nor hang up', () => {
  it('one drips, one is half open: both are given up in time, and the third is served at once', async () => {
    facility = await startFacility({ count: 3, witness: true, files: roomy });
    const { repo, sim, witness } = facility;
    expect(await facility.once({ git: 'native' })).toMatchObject({ code: 0 });
    const [dripping = '', silent = '', healthy = ''] = sim.machines.map(({ name }) => name);
    witness?.replace(dripping, drip);
    const port = await listenInSilence();
    const running = facility.run({ git: 'native', more: ['--poll', '1s'], limitMs: 400_000 });
    const changes = [dripping, silent, healthy].map((name) => facility.with(name, ...reboot('reboot-1')));
    const change = Object.assign({}, ...changes);
    change[facility.path(silent)] = change[facility.path(silent)].replace(/(127\.0\.0\.1:)\d+/, `$1${port}`);
    repo.commit('Reboot all three', change);
    await eventually('the third is served', () => (received(facility).length > 0 ? true : null), 40_000);
    await eventually(
      'the others are told of',
      () => {
        const { holds } = Object(facility.status('plan.json'));
        const held = Array.isArray(holds) ? holds.filter(({ reason }) => reason === 'Unreachable') : [];
        return held.length === 2 ? true : null;
      },
      300_000,
    );
    await stop(running);
    expect(received(facility)).toEqual([`${healthy} POST ForceRestart`]);
  }, 420_000);
});
