import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expected, parseLook, parseUnit } from '../../../src/drivers/control-plane/host/reading.ts';
import { noRecord, printRecord } from '../../../src/drivers/control-plane/host/record.ts';
import { releaseOf } from './release.ts';

const expected: readonly Expected[] = [
  { packages: 2, files: 3, checks: 2, unit: true, manifests: true },
  { packages: 0, files: 0, checks: 0, unit: false, manifests: false },
];
const record = printRecord({ ...noRecord, healthy: releaseOf('c', 1, '', 'one') }).split('\n');
const sha256 = 'ab'.repeat(32);
const lines = [
  'nanometal 1',
  'uptime 100',
  'component 0',
  `head ${record[0]}`,
  `record ${record[1]}`,
  'package 0 none',
  'package 1 installed 1:4.3-2+deb12u1~1',
  'file 0 none',
  'file 1 other',
  `file 2 file 644 ${sha256}`,
  'unit LoadState=loaded ActiveState=active SubState=running UnitFileState=enabled NRestarts=2 MainPID=7 ActiveEnterTimestampMonotonic=40000000 Result=success ',
  'manifests 1',
  'check 0 ok',
  'check 1 bad curl: (7) refused',
  'component 1',
  `other ${record[0]}`,
  'end',
];
const look = (all: readonly string[]) => parseLook(all.map((line) => `${line}\n`).join(''), expected);

describe('what a host says of itself', () => {
  it('is read line by line', () => {
    const looked = look(lines);
    expect(looked).toMatchObject({
      ok: true,
      value: {
        kind: 'read',
        readings: [
          {
            head: { version: 'one', settled: true },
            packages: [null, '1:4.3-2+deb12u1~1'],
            files: [{ kind: 'none' }, { kind: 'other' }, { kind: 'file', mode: 0o644, sha256 }],
            service: { active: true, enabled: true, restarts: 2, seconds: 60 },
            manifests: 'differ',
            checks: [{ ok: true }, { ok: false, said: 'curl: (7) refused' }],
          },
          { head: null, record: null, service: null, manifests: null },
        ],
        others: [{ version: 'one' }],
      },
    });
  });

  it('counts for nothing when a line of it is missing, doubled, exchanged or cut off', () => {
    // A record that is missing is none, and who else is there is not asked by number.
    const free = new Set([3, 4, 15]);
    for (const [i, line] of lines.entries()) {
      if (!free.has(i)) expect(look(lines.filter((_, k) => k !== i)).ok, `without ${line}`).toBe(false);
      if (i !== 15) expect(look(lines.toSpliced(i, 0, line)).ok, `twice ${line}`).toBe(false);
      expect(look(lines.slice(0, i)).ok, `up to ${line}`).toBe(false);
      expect(look(lines.toSpliced(i, 0, 'Welcome!')).ok, `a stranger before ${line}`).toBe(false);
    }
    const whole = lines.map((line) => `${line}\n`).join('');
    for (let end = 0; end < whole.length; end++) expect(parseLook(whole.slice(0, end), expected).ok).toBe(false);
  });

  it('may be anything, and never more than a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(parseLook(text, expected).ok).toBe(false);
        expect(parseUnit(text, 1).active).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.string({ unit: 'binary' }), (at, text) => {
        parseLook(lines.with(at, text).join('\n'), expected);
      }),
    );
  });

  it('tells of a record that cannot be read, and of a program that it lacks', () => {
    const damaged = look(lines.with(3, 'head {'));
    expect(damaged.ok && damaged.value.kind === 'read' && damaged.value.readings[0]).toMatchObject({
      head: null,
      fault: 'it is not JSON',
    });
    expect(look(['nanometal 1', 'lacks systemctl'])).toEqual({
      ok: true,
      value: { kind: 'lacks', program: 'systemctl' },
    });
  });
});
