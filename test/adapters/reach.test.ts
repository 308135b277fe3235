import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../src/adapters/clock.ts';
import { systemReach } from '../../src/adapters/reach.ts';
import { type ReachBench, type ReachPlace, reachCases } from '../../src/conformance/reach.ts';
import { portOf } from './http/peers.ts';

const address = '127.0.0.1';

/** Sockets on loopback. */
function openBench(): ReachBench {
  const closing: (() => unknown)[] = [];
  return {
    reach: systemReach,
    clock: systemClock,
    async place(kind) {
      switch (kind) {
        case 'takes':
          return takes(closing);
        case 'refuses': {
          const { port, close } = await listen(() => {});
          await close();
          return { address, port, taken: [] };
        }
        case 'silent':
          return silent(closing);
      }
    },
    async close() {
      await Promise.all(closing.splice(0).map((close) => close()));
    },
  };
}

async function listen(onSocket: (socket: Socket) => void) {
  const server = createServer(onSocket);
  server.listen(0, address);
  await once(server, 'listening');
  const close = (): Promise<unknown> => {
    const closed = once(server, 'close');
    server.close();
    return closed;
  };
  return { port: portOf(server), close };
}

async function takes(closing: (() => unknown)[]): Promise<ReachPlace> {
  const taken: { bytes: number; closed: boolean }[] = [];
  const { port, close } = await listen((socket) => {
    const one = { bytes: 0, closed: false };
    taken.push(one);
    socket.on('data', (chunk) => {
      one.bytes += chunk.length;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      one.closed = true;
    });
  });
  closing.push(close);
  return { address, port, taken };
}

/** A queue for connections that nobody takes any out of is full soon, and then the kernel answers nobody. */
const listener = `
const { parentPort, workerData } = require('node:worker_threads');
const server = require('node:net').createServer();
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  parentPort.postMessage(server.address().port);
  setImmediate(() => Atomics.wait(workerData, 0, 0));
});`;

async function silent(closing: (() => unknown)[]): Promise<ReachPlace> {
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(listener, { eval: true, workerData: gate });
  const sockets: Socket[] = [];
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    await worker.terminate();
  });
  const [port] = await once(worker, 'message');
  // Whatever the kernel still takes into its queue; the first that it leaves waiting shows that it is full.
  for (let isFull = false; !isFull; ) {
    const socket = connect({ host: address, port });
    sockets.push(socket);
    socket.on('error', () => {});
    const quiet = new AbortController();
    const late = systemClock.sleep(200, quiet.signal).then(() => true);
    isFull = await Promise.race([once(socket, 'connect').then(() => false), late]);
    quiet.abort(null);
  }
  return { address, port, taken: [] };
}

describe('the adapter on sockets is a Reach', () => {
  test.each(reachCases(async () => openBench()))('$name', ({ run }) => run());
});

describe('the suite sees a Reach that is none', () => {
  type Connect = ReachBench['reach']['connect'];
  test.each<[string, string, (real: Connect) => Connect]>([
    [
      'it says something',
      'a connection that is taken is told, nothing is said on it, and it is closed',
      () => async (to) => {
        const socket = connect({ host: to.address, port: to.port });
        await once(socket, 'connect');
        socket.end('SSH-2.0-x\r\n');
        return { kind: 'taken' };
      },
    ],
    [
      'it looks names up',
      'a name is not looked up',
      (real) => (to, signal) => real({ ...to, address: to.address === 'localhost' ? address : to.address }, signal),
    ],
    [
      'it begins whatever the signal says',
      'what was called off before it began does not begin',
      (real) => (to) => real(to, new AbortController().signal),
    ],
  ])('%s: "%s" fails', async (_, name, spoil) => {
    const spoiled = async (): Promise<ReachBench> => ({
      ...openBench(),
      reach: { connect: spoil(systemReach.connect) },
    });
    const found = reachCases(spoiled).find((candidate) => candidate.name === name);
    await expect(found?.run()).rejects.toThrow();
  });
});
