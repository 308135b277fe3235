import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/adapters/clock.ts';
import { createDesk, type Desk } from '../../src/boot/desk.ts';
import type { BootAnswer, BootRequest } from '../../src/boot/message.ts';
import type { Expected } from '../../src/model/expected.ts';
import type { Digest } from '../../src/model/names.ts';
import type { Home } from '../../src/ports/agents.ts';
import { openBootKeys } from '../../src/rehearsal/boot-keys.ts';

/** What shows that an ISO was booted: that it was sent after the reset. */

const digest = (digit: string): Digest => `sha256:${digit.repeat(64)}`;
const image = { name: 'rescue', url: 'https://images.example/rescue.iso', sha256: 'a'.repeat(64) };
const iso = { attempt: digest('4'), image, watched: true };
const expected: Expected = {
  identity: { serial: '7XK2M93' },
  attempt: digest('1'),
  links: [],
  grant: digest('2'),
  next: null,
  iso,
  home: false,
};

class Ground {
  readonly desk: Desk = createDesk({
    facility: 'ams1',
    clock: systemClock,
    keys: openBootKeys('ams1'),
    agent: { files: new Set(['boot.iso']), commandLine: '' },
  });
  readonly #off = new AbortController();

  constructor(said: Partial<Expected> = {}) {
    const ports = { http: 8080, https: 8443 };
    const ranges = { provisioning: ['10.1.0.0/16'], bmc: ['10.0.0.0/16'] };
    const boot = { address: '10.1.2.1', ports, methods: ['VirtualMedia' as const], ...ranges };
    this.desk.expect(boot, new Map([['ams1-1', { ...expected, ...said }]]));
  }

  ask(method: BootRequest['method'] = 'GET'): Promise<BootAnswer> {
    const { pathname: target } = new URL(this.desk.mediumOf(iso.attempt).iso);
    const gone = this.#off.signal;
    return this.desk.answer({ peer: '10.0.0.7', secure: false, method, target, headers: {}, body: '', gone });
  }

  home(): Promise<Home | null> {
    return this.desk.home(this.#off.signal);
  }

  /** Nobody waits to be heard. */
  async nobody(): Promise<boolean> {
    const off = new AbortController();
    const home = this.desk.home(off.signal);
    off.abort(null);
    return (await home) === null;
  }
}

describe('an ISO that its machine was reset into', () => {
  it('shows that it runs once it was sent whole', async () => {
    const ground = new Ground();
    const answer = await ground.ask();
    expect(answer).toMatchObject({ status: 200, body: { kind: 'image', image } });
    answer.sent?.(false);
    expect(await ground.nobody()).toBe(true);
    answer.sent?.(true);
    expect(await ground.home()).toMatchObject({ grant: expected.grant, evidence: 'its ISO was read after the reset' });
  });

  it('is not read by who only asks how long it is', async () => {
    const ground = new Ground();
    expect(await ground.ask('HEAD')).toMatchObject({ status: 200 });
    expect(await ground.nobody()).toBe(true);
  });

  it('is had by anybody before the reset, and shows nothing', async () => {
    const ground = new Ground({ iso: { ...iso, watched: false } });
    const answer = await ground.ask();
    expect(answer).toMatchObject({ status: 200, body: { kind: 'image' } });
    expect(answer.sent).toBeUndefined();
    expect(await ground.nobody()).toBe(true);
  });
});
