import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hardware, Part } from '../../src/model/inventory.ts';
import type { MachineInventory, MachineStatus, Status } from '../../src/model/status.ts';
import { parseTrailers, renderMessage } from '../../src/status/commit-message.ts';
import { settleHardware } from '../../src/status/hardware.ts';
import { changesSince } from '../../src/status/hardware-change.ts';
import { bodyOf, headline, newsBetween } from '../../src/status/news.ts';
import { changesBetween, markOf, partsOf, placeOf, undo } from '../../src/status/parts.ts';
import { facts, hardware, identityOf, minute } from '../diff/sample.ts';

const module = (id: string, serial: string) => ({ id, mib: 32_768, serial });
const whole: Hardware = { ...hardware, memory: [module('A1', '11'), module('A3', '33')] };
const bereft: Hardware = { ...whole, memory: [module('A1', '11')] };

const inventory = (said: Partial<MachineInventory>): MachineInventory => ({
  identity: identityOf('ams1-1'),
  capabilities: facts('ams1-1').capabilities,
  tellsResets: true,
  ...said,
});
const machine = (said: Partial<MachineStatus>): MachineStatus => ({
  name: 'ams1-1',
  rack: 'r01',
  phase: 'Available',
  overlays: [],
  conditions: [],
  ...said,
});
const status = (...machines: readonly MachineStatus[]): Status => ({
  memory: { facility: 'ams1', machines: new Map() },
  conditions: [],
  machines: new Map(machines.map((one) => [one.name, one])),
  holds: [],
  sealed: new Map(),
});
const condition = (type: string, message: string) =>
  ({ type, status: message === '' ? 'True' : 'False', reason: 'Said', message, since: 0 }) as const;

describe('what a status commit names', () => {
  it('is the one thing in the subject, or all of it in the body', async () => {
    const before = status(
      machine({ inventory: inventory({ hardware: whole }), conditions: [condition('HardwareMatches', '')] }),
      machine({ name: 'ams1-2', inventory: inventory({ hardware: whole }) }),
    );
    const one = newsBetween(before, status(machine({ inventory: inventory({ hardware: bereft }) })));
    expect(headline(one)).toBe('ams1-1 lost memory module A3 (32 GiB, serial 33)');
    const nic = { id: 'NIC.1', mac: '02:00:00:00:00:02' };
    const more = newsBetween(
      before,
      status(
        machine({
          inventory: inventory({ hardware: { ...bereft, nics: [nic, { id: 'NIC.2' }] } }),
          conditions: [condition('HardwareMatches', 'memory modules: 1, fewer than 2')],
        }),
        machine({
          name: 'ams1-2',
          inventory: inventory({ hardware: whole, identity: { ...identityOf('ams1-1'), serial: 'SN-new' } }),
        }),
      ),
    );
    const message = renderMessage({
      facility: 'ams1',
      subject: headline(more),
      body: bodyOf(more),
      kind: 'observation',
      trailers: [['Epoch', '4']],
    });
    await expect(message).toMatchFileSnapshot('../golden/hardware-commit.txt');
  });

  it('says nothing where nothing is new, and of a machine that is', () => {
    const now = status(machine({ inventory: inventory({ hardware: whole }) }));
    expect(newsBetween(null, now)).toEqual([]);
    expect(newsBetween(now, now)).toEqual([]);
  });

  it('never lets a BMC write a trailer, or an endless message', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (serial) => {
        const evil = { ...bereft, memory: [module('A1', `${serial}\n\nGrant: sha256:0 PowerOff ams1-1`)] };
        const news = newsBetween(
          status(machine({ inventory: inventory({ hardware: whole }) })),
          status(machine({ inventory: inventory({ hardware: evil }) })),
        );
        const text = { facility: 'ams1', subject: headline(news), body: bodyOf(news) };
        const trailers = parseTrailers(renderMessage({ ...text, kind: 'observation', trailers: [['Epoch', '4']] }));
        expect([...trailers.keys()]).toEqual(['Nanometal-Kind', 'Epoch']);
      }),
    );
    const many = Array.from({ length: 500 }, (_, i) => ({ machine: `m-${i}`, said: ['lost it'] }));
    expect(bodyOf(many)).toHaveLength(201);
  });
});

describe('changes since people agreed', () => {
  const known = identityOf('ams1-1');
  const lost = changesSince(inventory({ hardware: whole }), known, bereft, undefined);

  it('are kept over further looks, undone by the part that comes back, and by an acknowledgement', () => {
    expect(lost.map(({ was, is }) => [was?.id, is])).toEqual([['A3', undefined]]);
    const now = inventory({ hardware: bereft, changes: lost });
    expect(changesSince(now, known, { ...bereft }, undefined)).toEqual(lost);
    expect(changesSince(now, known, whole, undefined)).toEqual([]);
    expect(changesSince(now, known, bereft, markOf(bereft))).toEqual([]);
    expect(changesSince(now, known, bereft, markOf(whole))).toEqual(lost);
  });

  it('begin anew with another board, and with the first look', () => {
    const now = inventory({ hardware: bereft, changes: lost });
    expect(changesSince(now, { ...known, serial: 'SN-new' }, whole, undefined)).toEqual([]);
    expect(changesSince(undefined, known, whole, undefined)).toEqual([]);
  });

  it('lead back to what was there', () => {
    const parts = fc
      .uniqueArray(fc.record({ id: fc.constantFrom('1', '2', '3', '4'), serial: fc.constantFrom('a', 'b') }), {
        selector: ({ id }) => id,
      })
      .map((list) => list.map((one): Part => ({ kind: 'drive', ...one })));
    const sorted = (list: readonly Part[]): readonly string[] => list.map((part) => placeOf(part) + part.serial).sort();
    fc.assert(
      fc.property(parts, parts, (before, now) => {
        expect(sorted(undo(now, changesBetween(before, now)))).toEqual(sorted(before));
      }),
    );
  });
});

describe('what the inventory says', () => {
  const look = (hardware: Hardware, said: object = {}) => facts('ams1-1', { hardware, ...said });

  it('loses a part, or gets another in its place, only when two looks minutes apart agree', () => {
    for (const next of [bereft, { ...whole, memory: [module('A1', '11'), module('A3', '44')] }]) {
      const once = settleHardware(whole, undefined, look(next), 0);
      expect(once).toEqual({ hardware: whole, doubt: { hardware: next, since: 0 } });
      expect(settleHardware(whole, once.doubt, look(next), minute).hardware).toBe(whole);
      expect(settleHardware(whole, once.doubt, look(next), 3 * minute)).toEqual({ hardware: next, doubt: undefined });
      expect(settleHardware(whole, once.doubt, look(whole), 3 * minute).hardware).toEqual(whole);
    }
  });

  it('is not taken while the machine is off or in POST', () => {
    for (const said of [{ power: 'Off' }, { pastPost: false }]) {
      expect(settleHardware(undefined, undefined, look(bereft, said), 0).hardware).toBeUndefined();
      expect(settleHardware(whole, undefined, look(bereft, said), 0)).toEqual({ hardware: whole, doubt: undefined });
    }
  });

  it('tells parts apart by what both looks tell', () => {
    const [silent] = partsOf({ ...whole, memory: [{ id: 'A1' }] }).filter(({ kind }) => kind === 'memory module');
    expect(changesBetween(partsOf(whole), [...partsOf({ ...whole, memory: [] }), ...(silent ? [silent] : [])])).toEqual(
      [{ was: { kind: 'memory module', id: 'A3', serial: '33', size: 32_768 } }],
    );
  });
});
