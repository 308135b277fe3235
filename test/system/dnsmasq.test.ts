import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFleet } from '../../src/manifest/read.ts';
import { renderProblem } from '../../src/manifest/render.ts';

/*
 * The example's DHCP server, as it is rendered for fra1, read and run by the real dnsmasq in a network namespace of the test:
 * with the capabilities that the component names, and no others.
 */
const dnsmasq = '/usr/sbin/dnsmasq';
const tools = [dnsmasq, '/usr/sbin/ip', '/usr/bin/setpriv'];
const isRoot = process.getuid?.() === 0;
const isThere = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const missing = tools.filter((path) => !isThere(path));
// In CI it must be there: then nothing is skipped, and what is missing makes the tests fail.
const skip = missing.length > 0 && !process.env.CI;
// Namespaces of the network are for root alone.
const skipRunning = skip || !isRoot;
if (missing.length > 0) process.stderr.write(`${missing.join(', ')} missing: apt-get install dnsmasq-base iproute2\n`);

const run = promisify(execFile);

function exampleConfiguration(state: string): string {
  const root = new URL('../../examples/fleet-repo/', import.meta.url).pathname;
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: file.slice(root.length), mode: '100644', content: readFileSync(file) }));
  const { fleet } = readFleet('fra1', entries);
  if (!fleet.ok) throw new Error(fleet.error.map(renderProblem).join('\n'));
  const release = fleet.value.controlPlane?.releases.find(({ component }) => component === 'dnsmasq');
  const content = release?.files[0]?.content;
  if (content?.kind !== 'inline') throw new Error('the example has another dnsmasq');
  return content.text.replaceAll('/var/lib/nanometal-dnsmasq', state);
}

const server = `nm-dhcp-${process.pid}`;
const relay = `nm-relay-${process.pid}`;
let folder: string;
let daemon: ChildProcess | undefined;

beforeAll(async () => {
  if (skip) return;
  folder = mkdtempSync(join(tmpdir(), 'dnsmasq-'));
  writeFileSync(join(folder, 'dnsmasq.conf'), exampleConfiguration(folder));
  if (skipRunning) return;
  await run('chown', ['nobody', folder]);
  for (const [command, ...args] of [
    ['netns', 'add', server],
    ['netns', 'add', relay],
    ['-n', server, 'link', 'add', 'wire', 'type', 'veth', 'peer', 'name', 'wire', 'netns', relay],
    ['-n', server, 'addr', 'add', '198.51.100.2/24', 'dev', 'wire'],
    ['-n', relay, 'addr', 'add', '198.51.100.1/24', 'dev', 'wire'],
    ['-n', relay, 'addr', 'add', '203.0.113.1/24', 'dev', 'wire'],
    ['-n', server, 'link', 'set', 'wire', 'up'],
    ['-n', relay, 'link', 'set', 'wire', 'up'],
    ['-n', server, 'route', 'add', '203.0.113.0/24', 'via', '198.51.100.1'],
  ]) {
    await run('ip', [command ?? '', ...args]);
  }
});

afterAll(async () => {
  daemon?.kill('SIGKILL');
  for (const name of skipRunning ? [] : [server, relay]) await run('ip', ['netns', 'del', name]).catch(() => undefined);
  if (!skip) rmSync(folder, { recursive: true, force: true });
});

/** As a relay asks for a machine on its wire: RFC 2131 with giaddr. Prints the address that each MAC is offered. */
const asking = `
const [giaddr, server, wait, ...macs] = process.argv.slice(1);
const socket = require('node:dgram').createSocket('udp4');
const offers = macs.map(() => null);
socket.on('message', (answer) => { offers[answer.readUInt32BE(4) - 1] = answer.subarray(16, 20).join('.'); });
socket.bind(67, giaddr, () => {
  const ask = () => macs.forEach((mac, i) => {
    const packet = Buffer.alloc(300);
    packet.set([1, 1, 6, 1], 0);
    packet.writeUInt32BE(i + 1, 4);
    packet.set(giaddr.split('.').map(Number), 24);
    packet.set(Buffer.from(mac.replaceAll(':', ''), 'hex'), 28);
    packet.set([99, 130, 83, 99, 53, 1, 1, 255], 236);
    socket.send(packet, 67, server);
  });
  ask();
  const again = setInterval(ask, 500);
  const end = () => { clearInterval(again); socket.close(); console.log(JSON.stringify(offers)); };
  const since = Date.now();
  const look = setInterval(() => {
    const done = wait === 'answered' ? offers[0] !== null : Date.now() - since > Number(wait);
    if (!done && Date.now() - since < 60000) return;
    clearInterval(look);
    end();
  }, 50);
});`;
async function offers(giaddr: string, wait: string, ...macs: readonly string[]): Promise<unknown> {
  const args = ['netns', 'exec', relay, process.execPath, '-e', asking, giaddr, '198.51.100.2', wait, ...macs];
  return JSON.parse((await run('ip', args)).stdout);
}

/** As firmware asks that boots from the network: what it is told to load, and whether it is told so by the class that HTTP boot needs. */
const booting = `
const [giaddr, server, mac, ...asked] = process.argv.slice(1);
const socket = require('node:dgram').createSocket('udp4');
const offers = asked.map(() => null);
const text = (options, code) => options.has(code) ? options.get(code).toString('latin1').replace(/\\0+$/, '') : '';
socket.on('message', (answer) => {
  const options = new Map();
  for (let at = 240; at < answer.length && answer[at] !== 255; at += answer[at] === 0 ? 1 : 2 + answer[at + 1]) {
    if (answer[at] !== 0) options.set(answer[at], answer.subarray(at + 2, at + 2 + answer[at + 1]));
  }
  const file = answer.subarray(108, 236).toString('latin1').replace(/\\0.*$/s, '');
  offers[answer.readUInt32BE(4) - 1] = [text(options, 67) || file, text(options, 60)];
});
socket.bind(67, giaddr, () => {
  const ask = () => asked.forEach((how, i) => {
    const [arch, ipxe] = how.split('+');
    const vendor = Buffer.from((arch === '16' ? 'HTTPClient' : 'PXEClient') + ':Arch:' + arch.padStart(5, '0') + ':UNDI:003016');
    const options = [99, 130, 83, 99, 53, 1, 1, 93, 2, 0, Number(arch), 60, vendor.length, ...vendor, 55, 3, 60, 66, 67];
    const packet = Buffer.alloc(400);
    packet.set([1, 1, 6, 1], 0);
    packet.writeUInt32BE(i + 1, 4);
    packet.set(giaddr.split('.').map(Number), 24);
    packet.set(Buffer.from(mac.replaceAll(':', ''), 'hex'), 28);
    packet.set([...options, ...(ipxe ? [175, 3, 33, 1, 1] : []), 255], 236);
    socket.send(packet, 67, server);
  });
  ask();
  const again = setInterval(ask, 500);
  const since = Date.now();
  const look = setInterval(() => {
    if (offers.includes(null) && Date.now() - since < 60000) return;
    clearInterval(look);
    clearInterval(again);
    socket.close();
    console.log(JSON.stringify(offers));
  }, 50);
});`;

describe.skipIf(skip)('the dnsmasq of the example', () => {
  it('takes its configuration', async () => {
    const { stderr } = await run(dnsmasq, ['--test', '-C', join(folder, 'dnsmasq.conf')]);
    expect(stderr).toContain('syntax check OK');
  });

  it('refuses a wrong one, so that the test above can fail', async () => {
    writeFileSync(join(folder, 'wrong.conf'), 'dhcp-hots=1\n');
    await expect(run(dnsmasq, ['--test', '-C', join(folder, 'wrong.conf')])).rejects.toThrow();
  });
});

describe.skipIf(skipRunning)('the dnsmasq of the example, running', () => {
  it('gives an enrolled machine its own address, a stranger none, and nobody one on a foreign subnet', async () => {
    const capabilities = '+net_bind_service,+net_admin,+net_raw';
    const drop = ['--reuid=65534', '--clear-groups', `--inh-caps=${capabilities}`, `--ambient-caps=${capabilities}`];
    const command = [dnsmasq, '--keep-in-foreground', `--conf-file=${join(folder, 'dnsmasq.conf')}`, '--pid-file'];
    daemon = spawn('ip', ['netns', 'exec', server, 'setpriv', ...drop, ...command], { stdio: 'ignore' });
    const enrolled = '3c:ec:ef:00:04:00';
    // It looks for three seconds whether somebody has the address already.
    expect(await offers('198.51.100.1', 'answered', enrolled, '3c:ec:ef:ff:ff:ff')).toEqual(['198.51.100.14', null]);
    expect(await offers('203.0.113.1', '1500', enrolled)).toEqual([null]);
  });

  it('sends firmware to the boot service, each by the way that it knows', async () => {
    const mac = '3c:ec:ef:00:04:00';
    const args = ['198.51.100.1', '198.51.100.2', mac, '0', '7', '9', '16', '0+ipxe', '7+ipxe'];
    const { stdout } = await run('ip', ['netns', 'exec', relay, process.execPath, '-e', booting, ...args]);
    const boot = 'http://198.51.100.2:8080/boot';
    const told = JSON.parse(stdout);
    expect(told.map(([file]: readonly string[]) => file)).toEqual([
      'undionly.kpxe',
      'snponly.efi',
      'snponly.efi',
      `${boot}/start.iso`,
      `${boot}/ipxe`,
      `${boot}/ipxe`,
    ]);
    // Firmware takes an answer for one of HTTP boot by this alone.
    expect(told[3][1]).toBe('HTTPClient');
  });

  it('answers names of machines', async () => {
    const program = `
      const resolver = new (require('node:dns').promises.Resolver)({ timeout: 5000 });
      resolver.setServers(['198.51.100.2']);
      resolver.resolve4('fra1-r02-u04.fra1.example.net').then((found) => console.log(found.join()));`;
    const { stdout } = await run('ip', ['netns', 'exec', relay, process.execPath, '-e', program]);
    expect(stdout.trim()).toBe('198.51.100.14');
  });
});
