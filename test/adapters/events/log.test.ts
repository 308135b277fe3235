import { Writable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fanOut } from '../../../src/adapters/events/fan-out.ts';
import { type LogOptions, openLog } from '../../../src/adapters/events/log.ts';
import { printable } from '../../../src/adapters/events/printable.ts';
import type { Event, Events } from '../../../src/ports/events.ts';
import { commit, everyEvent, plan } from './sample.ts';

function createOutput(isTTY: boolean) {
  let text = '';
  const to = Object.assign(
    new Writable({
      write(chunk, _, done) {
        text += String(chunk);
        done();
      },
    }),
    { isTTY },
  );
  return { to, text: () => text };
}

/** What a log writes of some events, one parsed line each. */
function logOf(level: LogOptions['level'], events: readonly Event[]): readonly Record<string, unknown>[] {
  const { to, text } = createOutput(false);
  const log = openLog({ to, level });
  for (const event of events) log.emit(event);
  return text()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

test('in a pipe each event is one JSON line with its level, time, name and text', () => {
  const lines = logOf('debug', everyEvent);
  expect(lines.map((line) => line.event)).toEqual(everyEvent.map((event) => event.kind));
  for (const { level, time, msg } of lines) {
    expect(level).toMatch(/^(debug|info|warn|error)$/);
    expect(Number.isNaN(Date.parse(String(time)))).toBe(false);
    expect(msg).toMatch(/^\S.*\S$/);
  }
});

test('looks and passes are quiet at the level info', () => {
  const kinds = new Set(logOf('info', everyEvent).map((line) => line.event));
  expect(kinds.has('looked')).toBe(false);
  expect(kinds.has('passed')).toBe(false);
  expect(kinds.has('ended')).toBe(true);
  expect(logOf('silent', everyEvent)).toEqual([]);
  expect(new Set(logOf('warn', everyEvent).map((line) => line.level))).toEqual(new Set(['warn', 'error']));
});

test('no line holds a value of a manifest, an attribute or a password in a URL', () => {
  expect(JSON.stringify(logOf('debug', everyEvent))).not.toContain('hunter2');
});

test('the text is what an operator would want to read', () => {
  expect(logOf('debug', everyEvent).map(({ level, msg }) => `${level} ${msg}`)).toMatchSnapshot();
});

test('what is so in every pass is told once, and again after it was not so', () => {
  const passed: Event = { kind: 'passed', ms: 1, open: 0, holds: 0 };
  const down: Event = { kind: 'repo-failed', message: 'down' };
  const planned: Event = { kind: 'planned', plan };
  const newPlan: Event = { kind: 'planned', plan: { ...plan, actions: [] } };
  const lines = logOf('info', [down, planned, passed, down, planned, passed, newPlan, passed, down, newPlan, passed]);
  expect(lines.map((line) => line.event)).toEqual(['repo-failed', 'planned', 'planned', 'repo-failed']);
});

/** What somebody at a terminal sees of some events. */
function shownOf(colour: boolean, events: readonly Event[]): string {
  const { to, text } = createOutput(true);
  const log = openLog({ to, level: 'info', colour });
  for (const event of events) log.emit(event);
  return text();
}

test('on a terminal an event is one line for people, and the problems of a rejected commit are told', () => {
  const others = everyEvent.filter(({ kind }) => kind !== 'rejected' && kind !== 'looked' && kind !== 'passed');
  const lines = shownOf(false, others).trimEnd().split('\n');
  expect(lines).toHaveLength(others.length);
  expect(lines.every((line) => /^\[\d\d:\d\d:\d\d\] (?:INFO|WARN|ERROR): \S/.test(line))).toBe(true);
  const rejected = shownOf(
    false,
    everyEvent.filter(({ kind }) => kind === 'rejected'),
  );
  expect(rejected).toMatch(/WARN: rejected .*\n {4}problems: \[\n/);
});

test('colour only where it is wanted', () => {
  expect(shownOf(true, [{ kind: 'accepted', commit, machines: 1 }])).toContain('\u001b[');
  expect(shownOf(false, [{ kind: 'accepted', commit, machines: 1 }])).not.toContain('\u001b[');
});

test('text of others cannot move a cursor, add a line or turn around', () => {
  const hostile = '\u001b[2J\u009b1mred\r\nlevel=info\u2028fake\u202eevil\0';
  for (const isTTY of [true, false]) {
    const { to, text } = createOutput(isTTY);
    openLog({ to, level: 'info' }).emit({ kind: 'halted', message: hostile });
    for (const mark of ['\u001b[2J', '\u009b', '\r', '\u2028', '\u202e', '\0']) expect(text()).not.toContain(mark);
    expect(text().trimEnd()).not.toContain('\n');
  }
});

test('what looks like a password is cut, wherever it stands', () => {
  expect(printable('fetch https://me:s3cret@host/x and ssh://s3cret@h')).toBe(
    'fetch https://[secret]@host/x and ssh://[secret]@h',
  );
  expect(printable('Authorization: Basic czNjcmV0czNjcmV0')).toBe('Authorization: Basic [secret]');
  expect(printable('Bearer s3cret.s3cret-s3cret')).not.toContain('s3cret');
  for (let before = 450; before < 510; before += 1) {
    expect(printable(`${'x'.repeat(before)} https://me:s3cret@host/`)).not.toContain('s3c');
  }
});

test('any text becomes one short line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
      const line = printable(text);
      expect(line.length).toBeLessThanOrEqual(501);
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }),
  );
});

test('every listener hears every event, in order', () => {
  const heard: string[] = [];
  const listen = (name: string): Events => ({ emit: (event) => heard.push(`${name} ${event.kind}`) });
  const all = fanOut(listen('a'), listen('b'));
  all.emit({ kind: 'stopped' });
  all.emit({ kind: 'memory', message: '' });
  expect(heard).toEqual(['a stopped', 'b stopped', 'a memory', 'b memory']);
});
