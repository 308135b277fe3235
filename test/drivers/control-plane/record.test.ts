import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHead, parseRecord, printRecord } from '../../../src/drivers/control-plane/host/record.ts';
import type { Release } from '../../../src/model/component.ts';
import { releaseOf } from './release.ts';

const text = fc.string({ unit: 'binary', maxLength: 40 });
const content: fc.Arbitrary<NonNullable<Release['manifests']>[number]> = fc.oneof(
  fc.record({ kind: fc.constant('inline' as const), text }),
  fc.record({ kind: fc.constant('url' as const), url: text, sha256: text }),
);
const release: fc.Arbitrary<Release> = fc
  .record({
    text,
    state: fc.constantFrom('present' as const, 'absent' as const),
    files: fc.array(fc.record({ path: text, mode: fc.nat(0o7777), content }), { maxLength: 3 }),
    packages: fc.array(fc.oneof(fc.record({ name: text }), fc.record({ name: text, version: text })), { maxLength: 3 }),
    manifests: fc.array(content, { maxLength: 2 }),
    unit: fc.option(text, { nil: undefined }),
    health: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('http' as const), url: text }),
        fc.record({ kind: fc.constant('tcp' as const), host: text, port: fc.nat(65_535) }),
        fc.record({ kind: fc.constant('systemd' as const) }),
        fc.record({ kind: fc.constant('command' as const), command: fc.array(text, { maxLength: 3 }) }),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ text: version, state, files, packages, manifests, unit, health }) => ({
    ...releaseOf('c', 1, '', version),
    ...(unit === undefined ? {} : { service: { kind: 'unit', unit } as const }),
    state,
    files,
    packages,
    manifests,
    health,
  }));

describe("the host's own record", () => {
  it('is read as it was written, in two lines', () => {
    const record = fc.record({
      healthy: fc.option(release),
      versions: fc.dictionary(text, text),
      attempts: fc.array(release, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(record, (written) => {
        const lines = printRecord(written).split('\n');
        expect(lines).toHaveLength(3);
        expect(parseRecord(lines[1] ?? '')).toEqual({ ok: true, value: written });
        const head = parseHead(lines[0] ?? '');
        expect(head).toMatchObject({
          ok: true,
          value: { digest: written.healthy?.digest ?? null, settled: written.attempts.length === 0 },
        });
      }),
    );
  });

  it('that is none is told of, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.json()), (line) => {
        expect(parseHead(line).ok).toBe(false);
        expect(parseRecord(line).ok).toBe(false);
      }),
    );
    for (const line of [
      '{"format":2}',
      '{"format":1,"digest":7}',
      '{"format":1,"digest":null,"version":"","packages":[1]}',
    ]) {
      expect(parseHead(line)).toMatchObject({ ok: false });
    }
  });
});
