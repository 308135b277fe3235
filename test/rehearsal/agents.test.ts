import { describe, test } from 'vitest';
import { createDesk } from '../../src/boot/desk.ts';
import { type AgentsBench, agentsCases } from '../../src/conformance/index.ts';
import { openBootKeys } from '../../src/rehearsal/boot-keys.ts';
import { bytesOf } from '../../src/rehearsal/boot-side.ts';
import { openCalls } from '../../src/rehearsal/calls.ts';
import { createClock, Kernel } from '../../src/rehearsal/kernel.ts';
import { Life } from '../../src/rehearsal/life.ts';

const places = { secure: 'https://10.1.255.1:8443', plain: 'http://10.1.255.1:8080' };
const addresses = { provisioning: '10.1.0.7', bmc: '10.0.0.7', elsewhere: '192.0.2.7' };

/** The desk behind the simulated network, with nothing going wrong. */
async function openBench(): Promise<AgentsBench> {
  const kernel = new Kernel(Date.parse('2026-11-22T12:00:00Z'));
  const life = new Life();
  const clock = life.clock(createClock(kernel));
  const agent = { files: new Set(['boot.iso', 'agent.efi', 'vmlinuz', 'initrd']), commandLine: 'console=tty0' };
  const desk = createDesk({ facility: 'ams1', clock, keys: openBootKeys('ams1'), agent });
  const images = new Map([['a'.repeat(64), Buffer.from('an image')]]);
  const serving = {
    life,
    fates: () => ({ thereMs: 0, backMs: 0 }),
    answer: desk.answer.bind(desk),
    bytesOf: async (body: Parameters<typeof bytesOf>[0]) => bytesOf(body, images),
  };
  const calls = openCalls(kernel, places, () => serving);
  return {
    agents: desk,
    facility: 'ams1',
    boot: {
      address: '10.1.255.1',
      ports: { http: 8080, https: 8443 },
      methods: ['VirtualMedia'],
      provisioning: ['10.1.0.0/16'],
      bmc: ['10.0.0.0/16'],
    },
    async ask({ from, secure, method, path, token, body = '' }, over) {
      const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const url = `${secure ? places.secure : places.plain}${path}`;
      const heard = await calls.make({ from: addresses[from], method, url, headers, body, ...(over ? { over } : {}) });
      if (!heard) throw new Error('nobody answered');
      return { status: heard.status, text: new TextDecoder().decode(heard.body) };
    },
    pass: (ms) => kernel.advance(ms),
    close: async () => {},
  };
}

describe('the desk of a process in the simulated world keeps the promises of its port', () => {
  test.each(agentsCases(openBench))('$name', ({ run }) => run());
});
