import { describe, expect, it } from 'vitest';
import { happen, takeAsked } from '../../src/twin/behind.ts';
import { type Bmc, createBmc } from '../../src/twin/bmc.ts';
import { generateFleet } from '../../src/twin/fleet.ts';
import { resetSystem } from '../../src/twin/power.ts';
import { tick } from '../../src/twin/tick.ts';
import { virtualise } from '../../src/twin/virtual.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
const [machine] = generateFleet({ count: 1, seed: 1, facility: 'ams1', portBase: 1 }).machines;

function create(): Bmc {
  if (machine === undefined) throw new Error('a fleet of one machine without a machine');
  return createBmc(virtualise(machine.spec, { bus: 'nvme', memory: 512, disks: { count: 3, bytes: 1024 ** 3 } }));
}

function asked(bmc: Bmc, ...types: readonly Parameters<typeof resetSystem>[1][]): Bmc {
  return types.reduce((state, type) => {
    const outcome = resetSystem(state, type, now);
    if (outcome.kind !== 'accepted') throw new Error(`${type}: ${outcome.kind}`);
    return outcome.bmc;
  }, bmc);
}

describe('a BMC with a machine behind it', () => {
  it('is off at first, and has the disks that the machine has', () => {
    const { host, spec } = create();
    expect(host.power).toBe('Off');
    expect(spec.hardware.drives.map(({ bytes }) => bytes)).toEqual([1024 ** 3, 1024 ** 3, 1024 ** 3]);
    expect(new Set(spec.hardware.drives.map(({ serial }) => serial)).size).toBe(3);
    expect(spec.hardware.memory).toMatchObject([{ mib: 512 }]);
  });

  it('is on when that is told, and not because time passes', () => {
    const waiting = tick(asked(create(), 'On'), now + 3_600_000);
    expect(waiting.host.power).toBe('PoweringOn');
    const on = happen(waiting, { kind: 'Reset', tells: true }, now + 1_000);
    expect(on.host).toMatchObject({
      power: 'On',
      lastReset: now + 1_000,
      progress: 'SystemHardwareInitializationComplete',
    });
    expect(happen(on, { kind: 'OsBootStarted' }, now).host.progress).toBe('OSBootStarted');
  });

  it('says nothing of POST where its firmware says nothing', () => {
    expect(happen(create(), { kind: 'Reset', tells: false }, now).host.progress).toBe('None');
  });

  it('stays on until somebody inside has heard the button, and may be forced meanwhile', () => {
    const on = happen(create(), { kind: 'Reset', tells: true }, now);
    const pressed = asked(on, 'GracefulShutdown');
    expect(pressed.host.power).toBe('On');
    const forced = asked(pressed, 'ForceOff', 'ForceOff');
    expect(forced.host.power).toBe('PoweringOff');
    expect(takeAsked(forced).asked).toEqual(['GracefulShutdown', 'ForceOff']);
    expect(takeAsked(takeAsked(forced).bmc).asked).toEqual([]);
    expect(happen(forced, { kind: 'Off' }, now).host).toMatchObject({ power: 'Off', progress: 'None' });
  });

  it('uses up an override for once at the next reset, whoever caused that', () => {
    const boot = { target: 'Pxe', enabled: 'Once', mode: 'UEFI', httpUri: null };
    const on = happen({ ...create(), boot }, { kind: 'Reset', tells: true }, now);
    expect(on.host.bootedFrom).toEqual({ kind: 'Pxe' });
    expect(on.boot.enabled).toBe('Disabled');
    const again = happen(on, { kind: 'Reset', tells: true }, now);
    expect(again.host.bootedFrom).toEqual({ kind: 'Hdd' });
    expect(again.host.lastReset).toBeGreaterThan(on.host.lastReset);
  });
});
