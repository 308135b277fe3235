import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import type { Applied, ComponentLook, Release } from '../model/component.ts';
import type { ControlPlaneDriver } from '../ports/driver.ts';
import type { HostSubject, Shell, Shells } from '../ports/shell.ts';
import type { Case } from './suite.ts';

/** A driver, and a host that it may change, seen from the other side. Paths are those of the releases. */
export interface ControlPlaneBench {
  /** A driver over these shells, or over its own. */
  driver(shells?: (own: Shells) => Shells): ControlPlaneDriver;
  readonly host: HostSubject;
  /** 1: an apply is cut off at each of its scripts; n: at every n-th. */
  readonly stride: number;
  /** A component's name that was never used. */
  name(): string;
  /**
   * A release of it, of the version `text`: a service that answers with what its file `/etc/<component>/text` holds, 200 unless
   * that begins with `sick`; with `dies` it ends itself after each start once it has answered well a few times.
   */
  release(component: string, text: string, more?: ReleaseChange): Release;
  /** An address that answers with this text. */
  serve(text: string): Promise<{ readonly url: string; readonly sha256: string }>;
  /** Null: there is no such file. */
  read(path: string): Promise<string | null>;
  write(path: string, text: string): Promise<void>;
  /** Which run of the service this is: changes whenever it is started. */
  run(component: string): Promise<string>;
  /** What the service answers; null: nobody does. */
  ask(component: string): Promise<string | null>;
  close(): Promise<void>;
}

export interface ReleaseChange {
  readonly files?: Release['files'];
  readonly packages?: Release['packages'];
  readonly health?: Release['health'];
  readonly dies?: boolean;
  readonly deadlineMs?: number;
  readonly onChange?: Release['onChange'];
}

/** Where the text of a component lies. */
export const textPath = (component: string): string => `/etc/${component}/text`;

type Check = (bench: ControlPlaneBench) => Promise<void>;
const never = new AbortController().signal;
const always = (): boolean => true;

/** What every control-plane driver promises. The bench is shared: each case has a component of its own. */
export const controlPlaneCases = (bench: () => ControlPlaneBench): readonly Case[] =>
  Object.entries(promises).map(([name, check]) => ({ name, run: () => check(bench()) }));

const promises: Readonly<Record<string, Check>> = {
  'what is declared is installed, runs, and is seen to': async (bench) => {
    const c = bench.name();
    const one = bench.release(c, 'one');
    const before = await look(bench, one);
    equal(before.release, null);
    equal(before.healthy, false);
    ok(before.differences.length > 0, 'nothing differs although nothing is there');
    deepEqual(await apply(bench, one), { kind: 'healthy' });
    equal(await bench.ask(c), 'one');
    deepEqual(await look(bench, one), installed(one));
  },

  'a second apply changes nothing, and the service goes on': async (bench) => {
    const c = bench.name();
    const one = bench.release(c, 'one', { files: [file(`/etc/${c}/more`, 'm', 0o600)] });
    deepEqual(await apply(bench, one), { kind: 'healthy' });
    const run = await bench.run(c);
    deepEqual(await apply(bench, one), { kind: 'healthy' });
    deepEqual(await look(bench, one), installed(one));
    equal(await bench.run(c), run, 'it was started again');
  },

  'a look changes nothing': async (bench) => {
    const c = bench.name();
    const { shells, count } = counting();
    const driver = bench.driver(shells);
    const one = bench.release(c, 'one');
    await driver.observe(bench.host, [one], never);
    equal(await bench.read(textPath(c)), null);
    equal(count(), 1, 'a host is looked at with one script');
    await driver.close();
  },

  'what was changed by hand is seen, and put right': async (bench) => {
    const c = bench.name();
    const one = bench.release(c, 'one');
    deepEqual(await apply(bench, one), { kind: 'healthy' });
    await bench.write(textPath(c), 'by hand');
    const { differences, disrupts } = await look(bench, one);
    equal(differences.length, 1);
    match(differences[0] ?? '', /text: other content/);
    equal(disrupts, true, 'that it will be started anew is not told');
    deepEqual(await apply(bench, one), { kind: 'healthy' });
    equal(await bench.ask(c), 'one');
    deepEqual((await look(bench, one)).differences, []);
  },

  'what nobody declared stays as it is': async (bench) => {
    const c = bench.name();
    await bench.write(`/etc/${c}/other`, 'theirs');
    const one = bench.release(c, 'one', { files: [file(`/etc/${c}/more`, 'm')] });
    for (const release of [one, bench.release(c, 'two'), absent(one)]) {
      deepEqual(await apply(bench, release), { kind: 'healthy' });
      equal(await bench.read(`/etc/${c}/other`), 'theirs');
    }
  },

  'a changed file may be told to the running service': async (bench) => {
    const c = bench.name();
    deepEqual(await apply(bench, bench.release(c, 'one', { onChange: 'reload' })), { kind: 'healthy' });
    const run = await bench.run(c);
    deepEqual(await apply(bench, bench.release(c, 'two', { onChange: 'reload' })), { kind: 'healthy' });
    equal(await bench.ask(c), 'two');
    equal(await bench.run(c), run, 'it was started again');
  },

  'an upgrade replaces it, and takes along what only the earlier release had': async (bench) => {
    const c = bench.name();
    deepEqual(await apply(bench, bench.release(c, 'one', { files: [file(`/etc/${c}/old`, 'o')] })), {
      kind: 'healthy',
    });
    const two = bench.release(c, 'two', { files: [file(`/etc/${c}/new`, 'n')] });
    notEqual((await look(bench, two)).release?.digest, two.digest);
    deepEqual(await apply(bench, two), { kind: 'healthy' });
    equal(await bench.ask(c), 'two');
    equal(await bench.read(`/etc/${c}/old`), null);
    equal(await bench.read(`/etc/${c}/new`), 'n');
    deepEqual(await look(bench, two), installed(two));
  },

  'an upgrade that does not get healthy goes back': async (bench) => {
    const c = bench.name();
    const one = bench.release(c, 'one', { files: [file(`/etc/${c}/old`, 'o')] });
    deepEqual(await apply(bench, one), { kind: 'healthy' });
    const bad = bench.release(c, 'sick', { files: [file(`/etc/${c}/new`, 'n')] });
    const applied = await apply(bench, bad);
    equal(applied.kind, 'rolled-back', JSON.stringify(applied));
    equal(applied.kind === 'rolled-back' && applied.to, 'one');
    equal(await bench.ask(c), 'one');
    equal(await bench.read(`/etc/${c}/old`), 'o');
    equal(await bench.read(`/etc/${c}/new`), null);
    deepEqual(await look(bench, one), installed(one));
  },

  'what was put back is compared with itself, and put right like any other': async (bench) => {
    const c = bench.name();
    const one = bench.release(c, 'one');
    deepEqual(await apply(bench, one), { kind: 'healthy' });
    const bad = bench.release(c, 'sick');
    equal((await apply(bench, bad)).kind, 'rolled-back');
    const back = await look(bench, bad);
    const well = { differences: [], disrupts: false, healthy: true, message: '' };
    deepEqual(back.inForce, { release: one, ...well });
    await bench.write(textPath(c), 'by hand');
    const { inForce } = await look(bench, bad);
    equal(inForce?.differences.length, 1);
    deepEqual(await apply(bench, inForce?.release ?? one), { kind: 'healthy' });
    equal(await bench.ask(c), 'one');
    deepEqual((await look(bench, bad)).inForce, { release: one, ...well });
  },

  'a first install that does not get healthy leaves nothing': async (bench) => {
    const c = bench.name();
    await bench.write(`/etc/${c}/theirs`, 'before');
    const bad = bench.release(c, 'sick', { files: [file(`/etc/${c}/theirs`, 'ours'), file(`/srv/${c}/a/b`, 'deep')] });
    const applied = await apply(bench, bad);
    equal(applied.kind === 'rolled-back' && applied.to, null, JSON.stringify(applied));
    equal(await bench.ask(c), null);
    equal(await bench.read(textPath(c)), null);
    equal(await bench.read(`/srv/${c}/a/b`), null);
    equal(await bench.read(`/etc/${c}/theirs`), 'before', 'what was there before us is not back');
    equal((await look(bench, bad)).release, null);
  },

  'a service that ends again and again never counts as healthy': async (bench) => {
    const c = bench.name();
    deepEqual(await apply(bench, bench.release(c, 'one')), { kind: 'healthy' });
    const applied = await apply(bench, bench.release(c, 'two', { dies: true }));
    equal(applied.kind === 'rolled-back' && applied.to, 'one', JSON.stringify(applied));
    equal(await bench.ask(c), 'one');
  },

  'what is fetched must be what was declared; else nothing is changed': async (bench) => {
    const c = bench.name();
    deepEqual(await apply(bench, bench.release(c, 'one')), { kind: 'healthy' });
    const { url, sha256 } = await bench.serve('fetched');
    const other = { path: `/etc/${c}/f`, mode: 0o644, content: { kind: 'url', url, sha256: '0'.repeat(64) } } as const;
    const refused = await apply(bench, bench.release(c, 'two', { files: [other] }));
    equal(refused.kind === 'unapplied' && refused.reason, 'checksum', JSON.stringify(refused));
    equal(await bench.ask(c), 'one');
    equal(await bench.read(`/etc/${c}/f`), null);
    const right = bench.release(c, 'two', { files: [{ ...other, content: { kind: 'url', url, sha256 } }] });
    deepEqual(await apply(bench, right), { kind: 'healthy' });
    equal(await bench.read(`/etc/${c}/f`), 'fetched');
    deepEqual(await look(bench, right), installed(right));
  },

  'what cannot be fetched changes nothing': async (bench) => {
    const c = bench.name();
    const nowhere = { kind: 'url', url: 'http://127.0.0.1:9/x', sha256: '0'.repeat(64) } as const;
    const refused = await apply(
      bench,
      bench.release(c, 'one', { files: [{ path: `/etc/${c}/f`, mode: 0o644, content: nowhere }] }),
    );
    equal(refused.kind === 'unapplied' && refused.reason, 'fetch', JSON.stringify(refused));
    equal(await bench.read(textPath(c)), null);
    equal((await look(bench, bench.release(c, 'one'))).release, null);
  },

  'what is to be removed is removed, and may be installed again': async (bench) => {
    const c = bench.name();
    const one = bench.release(c, 'one');
    deepEqual(await apply(bench, absent(one)), { kind: 'healthy' });
    deepEqual(await apply(bench, one), { kind: 'healthy' });
    equal((await look(bench, absent(one))).differences.length, 1);
    deepEqual(await apply(bench, absent(one)), { kind: 'healthy' });
    equal(await bench.ask(c), null);
    equal(await bench.read(textPath(c)), null);
    deepEqual(await look(bench, absent(one)), {
      release: null,
      differences: [],
      disrupts: false,
      healthy: true,
      message: '',
    });
    deepEqual(await apply(bench, one), { kind: 'healthy' });
    equal(await bench.ask(c), 'one');
  },

  'what is called off beforehand changes nothing': async (bench) => {
    const c = bench.name();
    const driver = bench.driver();
    const applied = await driver.apply(bench.host, bench.release(c, 'one'), AbortSignal.abort(), always);
    ok(applied.kind === 'unapplied' || applied.kind === 'interrupted', applied.kind);
    equal(await bench.read(textPath(c)), null);
  },

  'nothing more is sent once somebody else may act': async (bench) => {
    const c = bench.name();
    deepEqual(await apply(bench, bench.release(c, 'one')), { kind: 'healthy' });
    const { shells, count } = counting();
    let asked = 0;
    // Twice for each script: what is true before a line is made need not be so after.
    const mayAct = (): boolean => ++asked <= 3;
    const applied = await bench.driver(shells).apply(bench.host, bench.release(c, 'two'), never, mayAct);
    ok(applied.kind === 'unapplied' || applied.kind === 'interrupted', applied.kind);
    ok(count() <= 4, `${count()} scripts were sent`);
    equal(await bench.ask(c), 'one');
    deepEqual(await apply(bench, bench.release(c, 'two')), { kind: 'healthy' });
    equal(await bench.ask(c), 'two');
  },

  'an install that is cut off at any script, and begun again, ends the same': (bench) =>
    cutEverywhere(bench, (c) => [[], bench.release(c, 'one')]),

  'an upgrade that is cut off at any script, and begun again, ends the same': (bench) =>
    cutEverywhere(bench, (c) => [
      [bench.release(c, 'one', { files: [file(`/etc/${c}/old`, 'o')] })],
      bench.release(c, 'two', { files: [file(`/etc/${c}/new`, 'n')] }),
    ]),

  'a removal that is cut off at any script, and begun again, ends the same': (bench) =>
    cutEverywhere(bench, (c) => [[bench.release(c, 'one')], absent(bench.release(c, 'one'))]),

  'what was cut off may make way for another release, and nothing of it is left': async (bench) => {
    for (let cut = 2; ; cut += bench.stride) {
      const c = bench.name();
      const one = bench.release(c, 'one', { files: [file(`/etc/${c}/old`, 'o')] });
      deepEqual(await apply(bench, one), { kind: 'healthy' });
      const { shells, count, signal } = cutting(cut, 'after');
      const driver = bench.driver(shells);
      await driver.apply(bench.host, bench.release(c, 'two', { files: [file(`/etc/${c}/new`, 'n')] }), signal, always);
      deepEqual(await apply(bench, one), { kind: 'healthy' }, `cut at script ${cut}`);
      equal(await bench.ask(c), 'one');
      equal(await bench.read(`/etc/${c}/old`), 'o');
      equal(await bench.read(`/etc/${c}/new`), null);
      deepEqual(await look(bench, one), installed(one));
      if (count() < cut) return;
    }
  },
};

const file = (path: string, text: string, mode = 0o644): Release['files'][number] => ({
  path,
  mode,
  content: { kind: 'inline', text },
});

const absent = ({ service: _, ...release }: Release): Release => ({
  ...release,
  state: 'absent',
  packages: [],
  files: [],
  health: [],
  digest: `sha256:${'a'.repeat(64)}`,
});

const installed = ({ digest, version }: Release): ComponentLook => ({
  release: { digest, version },
  differences: [],
  disrupts: false,
  healthy: true,
  message: '',
});

async function look(bench: ControlPlaneBench, release: Release): Promise<ComponentLook> {
  const seen = await bench.driver().observe(bench.host, [release], never);
  if (seen.kind === 'missed') throw new Error(seen.message);
  const [one] = seen.components.values();
  equal(seen.components.size, 1);
  if (one === undefined) throw new Error('the component is missing in the look');
  return one;
}

const apply = (bench: ControlPlaneBench, release: Release): Promise<Applied> =>
  bench.driver().apply(bench.host, release, never, always);

/** Cuts the apply off at each of its scripts in turn; each time it is begun again, and must end the same. */
async function cutEverywhere(
  bench: ControlPlaneBench,
  story: (component: string) => readonly [before: readonly Release[], last: Release],
): Promise<void> {
  for (const when of ['after', 'within'] as const) {
    for (let cut = when === 'after' ? 1 : 2; ; cut += bench.stride) {
      const c = bench.name();
      const [before, last] = story(c);
      for (const release of before) deepEqual(await apply(bench, release), { kind: 'healthy' });
      const { shells, count, signal } = cutting(cut, when);
      const driver = bench.driver(shells);
      const applied = await driver.apply(bench.host, last, signal, always);
      if (count() < cut) {
        deepEqual(applied, { kind: 'healthy' });
        break;
      }
      const place = `cut off ${when} script ${cut}`;
      ok(applied.kind !== 'rolled-back', `${place}: ${JSON.stringify(applied)}`);
      deepEqual(await apply(bench, last), { kind: 'healthy' }, place);
      const there = await look(bench, last);
      if (last.state === 'absent') {
        deepEqual(there, { release: null, differences: [], disrupts: false, healthy: true, message: '' }, place);
        equal(await bench.ask(c), null, place);
        equal(await bench.read(textPath(c)), null, place);
      } else {
        deepEqual(there, installed(last), place);
        equal(await bench.ask(c), last.version, place);
      }
    }
  }
}

interface Cutting {
  readonly shells: (own: Shells) => Shells;
  /** Different scripts so far: one that is sent again and again, because it waits for something, counts once. */
  readonly count: () => number;
  readonly signal: AbortSignal;
}

/** As if we had died: of the n-th script the answer is lost, or only its first part ran, and nothing comes after it. */
function cutting(nth: number, when: 'after' | 'within'): Cutting {
  const sent = new Set<string>();
  const death = new AbortController();
  const wrap = (shell: Shell): Shell => ({
    async run(script, input, options) {
      sent.add(script);
      if (sent.size < nth) return shell.run(script, input, options);
      const lines = script.split('\n');
      const part = when === 'after' ? script : lines.slice(0, Math.ceil((lines.length * 4) / 5)).join('\n');
      await shell.run(part, input, { ...options, signal: never });
      death.abort();
      return { kind: 'failed', reason: 'cut-off', began: true, message: 'the line broke' };
    },
  });
  return {
    shells: (own) => ({ of: (host) => wrap(own.of(host)), close: () => own.close() }),
    count: () => sent.size,
    signal: death.signal,
  };
}

const counting = (): Cutting => cutting(Number.POSITIVE_INFINITY, 'after');
