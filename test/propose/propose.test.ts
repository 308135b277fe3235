import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Listed } from '../../src/model/discovery.ts';
import type { Identity } from '../../src/model/inventory.ts';
import { propose } from '../../src/propose/propose.ts';
import { countsText, renderProposal } from '../../src/propose/summary.ts';
import {
  type Enrolled,
  findingsOf,
  groundOf,
  hardware,
  identityOf,
  machineText,
  pathOf,
  pinOf,
  problemsAfter,
  service,
} from './ground.ts';

const now = Date.parse('2026-11-26T10:00:00Z');
const enrolled = (n: number, said: Partial<Enrolled> = {}): Enrolled => ({
  address: `https://10.1.0.${n}`,
  identity: identityOf(n),
  pin: pinOf(n),
  ...said,
});

function story(
  machines: Readonly<Record<string, Enrolled>>,
  findings: readonly Finding[],
  list: ReadonlyMap<string, Listed> = new Map(),
) {
  const { ground, discovery, files } = groundOf(machines);
  const proposal = propose(ground, discovery, findingsOf(...findings), list);
  expect(problemsAfter(files, proposal)).toEqual([]);
  return {
    ...proposal,
    told: proposal.lines.map(({ kind, place, machine }) => [kind, place, machine].join(' ').trim()),
  };
}

describe('a proposal', () => {
  it('of a facility that is as its manifests say is empty', () => {
    const { changes, lines } = story({ a: enrolled(1), b: enrolled(2) }, [
      service('10.1.0.1', {}),
      service('10.1.0.2', {}),
    ]);
    expect([changes.size, lines]).toEqual([0, []]);
    expect(countsText(findingsOf(service('10.1.0.1', {})), lines)).toBe('everything as the manifests say');
  });

  it('where nobody answered says that, and not that all is well', () => {
    const { lines } = story({}, []);
    expect(countsText(findingsOf(), lines)).toBe('nobody answered');
  });

  it('tells everything at once, as its golden files have it', async () => {
    const big = { ...hardware, model: 'Big "X" 9|<b>', memory: [] };
    const swapped = { ...identityOf(5), uuid: identityOf(905).uuid };
    const { changes, lines } = story(
      {
        same: enrolled(1),
        rekeyed: enrolled(2, { pin: pinOf(99) }),
        moved: enrolled(3, { address: 'https://10.1.0.103' }),
        gone: enrolled(4),
        board: enrolled(5),
        printed: enrolled(6),
        ill: enrolled(7),
        unasked: enrolled(8, { address: 'https://10.1.7.8' }),
        'unknown-self': enrolled(9, { identity: {} }),
        displaced: enrolled(10),
      },
      [
        service('10.1.0.1', {}),
        service('10.1.0.2', {}),
        service('10.1.0.3', {}),
        { kind: 'silent', asked: '10.1.0.4' },
        service('10.1.0.5', { identity: swapped as Identity }),
        { kind: 'stranger', asked: '10.1.0.6', message: 'it answers /redfish/v1/ with 404 and what is not JSON' },
        { kind: 'unreachable', asked: '10.1.0.7', reason: 'Busy', message: '/redfish/v1/ answers 503' },
        service('10.1.0.9', {}),
        service('10.1.0.10', { identity: identityOf(277) }),
        service('10.1.0.20', { identity: { serial: 'SN20' } }),
        service('10.1.0.21', { hardware: big }),
        service(
          '10.1.0.22',
          { system: '/redfish/v1/Systems/A', identity: { ...identityOf(22), bmcMac: '00:25:90:00:00:22' } },
          { system: '/redfish/v1/Systems/B', identity: { ...identityOf(23), bmcMac: '00:25:90:00:00:22' } },
        ),
        service('10.1.0.30', {}),
        service('10.1.0.31', { identity: { ...identityOf(31), uuid: identityOf(30).uuid ?? '' } }),
        service('10.1.0.40', {}),
        service('10.1.0.41', { identity: identityOf(40) }),
        service('10.1.0.42', { identity: identityOf(40) }),
        {
          kind: 'refused',
          asked: '10.1.0.50',
          address: 'https://10.1.0.50',
          why: 'password-change',
          message: 'bmc: the password must be changed',
        },
      ],
    );
    const tree = [...changes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => `## ${path}\n${text}`)
      .join('\n');
    await expect(`${tree}`).toMatchFileSnapshot('golden/tree.txt');
    const message = renderProposal(findingsOf(), { changes, lines }, now);
    await expect(message).toMatchFileSnapshot('golden/message.txt');
  });

  it('edits one value and keeps every other byte', () => {
    const moved = enrolled(3, { address: 'https://10.1.0.103' });
    const { changes } = story({ moved }, [service('10.1.0.3', {})]);
    const text = machineText('moved', moved);
    expect(changes.get(pathOf('moved'))).toBe(text.replace('"https://10.1.0.103"', '"https://10.1.0.3"'));
  });

  it('of a machine whose two addresses both answer moves nothing', () => {
    const two = [service('10.1.0.3', {}), service('10.1.0.4', { identity: identityOf(3) })];
    expect(story({ a: enrolled(3) }, two)).toMatchObject({ told: ['duplicate 10.1.0.3 a'], changes: new Map() });
    const elsewhere = { a: enrolled(3, { address: 'https://10.1.0.9' }) };
    const { told, changes } = story(elsewhere, [...two, { kind: 'silent', asked: '10.1.0.9' }]);
    expect([told, changes.size]).toEqual([['duplicate 10.1.0.3'], 0]);
  });

  it('takes names, racks and units from a list, and not a name that another machine has', () => {
    const list = new Map<string, Listed>([
      ['10.1.0.1', { line: 2, name: 'db-1', rack: 'r07', unit: 3 }],
      ['10.1.0.2', { line: 3, rack: 'r07', unit: 4 }],
      ['10.1.0.3', { line: 4, name: 'taken' }],
      ['10.1.0.4', { line: 5 }],
    ]);
    const silent: Finding = { kind: 'silent', asked: '10.1.0.4' };
    const found = [1, 2, 3].map((n) => service(`10.1.0.${n}`, {}));
    const { told, changes } = story({ taken: enrolled(99) }, [...found, silent], list);
    expect(told).toEqual([
      'new 10.1.0.1 db-1',
      'new 10.1.0.2 ams1-r07-u04',
      'unmatched 10.1.0.3',
      'unreachable 10.1.0.4',
    ]);
    expect([...changes.keys()]).toContain('facilities/ams1/machines/r07/ams1-r07-u04.yaml');
  });

  it('of hardware that says what no manifest may hold leaves that out, and goes on with the others', () => {
    const long = 'x'.repeat(2_000);
    const odd = {
      ...hardware,
      model: long,
      processors: [{ id: '1', model: long, cores: 1e9 }],
      drives: Array.from({ length: 100 }, (_, i) => ({ id: `${i}`, media: `m${i}`, bytes: 1e30 })),
    };
    const { told, changes } = story({}, [
      service('10.1.0.1', { hardware: odd }),
      service(
        '10.1.0.2',
        { system: '/redfish/v1/Systems/a b\u202e' },
        { system: '/redfish/v1/Systems/2', identity: identityOf(9) },
      ),
      service('10.1.0.3', {}),
    ]);
    expect(told.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'new 10.1.0.1',
      'new 10.1.0.2',
      'new 10.1.0.3',
      'unmatched 10.1.0.2',
    ]);
    expect([...changes.values()].join('')).not.toContain(long.slice(0, 200));
  });

  it('names the addresses of two enrolled machines that say the same UUID, each time', () => {
    const of = (n: number): Identity => ({ serial: `SN${n}`, bmcMac: identityOf(n).bmcMac ?? '' });
    const machines = { a: enrolled(1, { identity: of(1) }), b: enrolled(2, { identity: of(2) }) };
    const uuid = identityOf(7).uuid ?? '';
    const { lines, changes } = story(machines, [
      service('10.1.0.1', { identity: { ...of(1), uuid } }),
      service('10.1.0.2', { identity: { ...of(2), uuid } }),
    ]);
    expect(lines).toMatchObject([
      { kind: 'duplicate', place: '10.1.0.1', message: `uuid ${uuid} is also that of 10.1.0.2` },
    ]);
    expect(changes.size).toBe(0);
  });

  it('says that a machine is enrolled in another facility', () => {
    const { ground, discovery } = groundOf();
    const elsewhere = [{ name: 'fra1-1', identity: identityOf(1) }];
    const { lines, changes } = propose(
      { ...ground, elsewhere },
      discovery,
      findingsOf(service('10.1.0.1', {})),
      new Map(),
    );
    expect(lines).toMatchObject([{ kind: 'duplicate', message: 'this is fra1-1 of another facility' }]);
    expect(changes.size).toBe(0);
  });

  it('is the same for the same findings, validates, and repeats nothing once it is merged', () => {
    const some = fc.record({
      host: fc.integer({ min: 1, max: 12 }),
      identity: fc.record({
        uuid: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
        serial: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
        bmcMac: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
      }),
      hardware: fc.option(fc.constantFrom(hardware, { ...hardware, model: 'Other' }), { nil: undefined }),
    });
    const seen = fc.uniqueArray(some, { selector: ({ host }) => host, maxLength: 8 });
    fc.assert(
      fc.property(seen, fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }), (sights, names) => {
        const findings = [...sights]
          .sort((a, b) => a.host - b.host)
          .map(({ host, identity, hardware: parts }): Finding => {
            const of = (n: number | undefined, field: keyof Identity): Identity => {
              const value = n === undefined ? undefined : identityOf(n)[field];
              return value === undefined ? {} : { [field]: value };
            };
            const own = {
              ...of(identity.uuid, 'uuid'),
              ...of(identity.serial, 'serial'),
              ...of(identity.bmcMac, 'bmcMac'),
            };
            const found = service(`10.1.0.${host}`, { identity: own });
            return found.kind === 'machines'
              ? { ...found, machines: [{ identity: own, ...(parts ? { hardware: parts } : {}) }] }
              : found;
          });
        const machines = Object.fromEntries(names.map((n) => [`m-${n}`, enrolled(n)]));
        const { ground, discovery, files } = groundOf(machines);
        const made = () => propose(ground, discovery, findingsOf(...findings), new Map());
        const proposal = made();
        expect(made()).toEqual(proposal);
        expect(problemsAfter(files, proposal)).toEqual([]);
        const added = Object.fromEntries([...proposal.changes].map(([path, text]) => [path, text]));
        const after = groundOf(machines, added);
        // What could not be moved stays where it is, and is told of again.
        const isTold = (line: { kind: string; remedy?: string }): boolean =>
          line.remedy?.includes('run discover again') === true;
        const again = propose(after.ground, after.discovery, findingsOf(...findings), new Map());
        expect([...again.changes.keys()]).toEqual([]);
        const news = again.lines.filter((line) => ['new', 'moved', 'changed'].includes(line.kind) && !isTold(line));
        expect(news).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
