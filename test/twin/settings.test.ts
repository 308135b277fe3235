import { describe, expect, it } from 'vitest';
import { createBench, messageIds, reset, settings, system } from './bench.ts';

const bios = `${system}/Bios`;

describe('boot override', () => {
  it('is used up by the next boot, once', () => {
    const bench = createBench();
    const once = { Boot: { BootSourceOverrideEnabled: 'Once', BootSourceOverrideTarget: 'Pxe' } };
    expect(bench.status('PATCH', system, once)).toBe(204);
    expect(bench.get(system).Boot).toMatchObject({
      BootSourceOverrideEnabled: 'Once',
      BootSourceOverrideTarget: 'Pxe',
    });
    bench.send('POST', reset, { ResetType: 'ForceRestart' });
    bench.wait(999);
    expect(bench.get(system).Boot).toMatchObject({ BootSourceOverrideTarget: 'Pxe' });
    bench.wait(1);
    expect(bench.get(system).Boot).toMatchObject({
      BootSourceOverrideEnabled: 'Disabled',
      BootSourceOverrideTarget: 'None',
    });
    expect(bench.log[0]).toMatchObject({
      class: 'target',
      effect: { boot: { target: 'None→Pxe', enabled: 'Disabled→Once' } },
    });
  });

  it('stays when it is continuous', () => {
    const bench = createBench();
    const always = { Boot: { BootSourceOverrideEnabled: 'Continuous', BootSourceOverrideTarget: 'Hdd' } };
    bench.send('PATCH', system, always);
    bench.send('POST', reset, { ResetType: 'PowerCycle' });
    bench.wait(60_000);
    expect(bench.get(system).Boot).toMatchObject(always.Boot);
  });

  it('takes all of a body or nothing', () => {
    const bench = createBench();
    const before = bench.get(system);
    const answer = bench.send('PATCH', system, {
      LocationIndicatorActive: true,
      PowerState: 'Off',
      Colour: 'red',
      Boot: { BootSourceOverrideTarget: 'Floppy', BootOrder: [], BootSourceOverrideEnabled: 1 },
    });
    expect(answer).toMatchObject({ status: 400 });
    expect(messageIds(answer)).toEqual([
      'PropertyNotWritable',
      'PropertyUnknown',
      'PropertyValueNotInList',
      'PropertyUnknown',
      'PropertyValueTypeError',
    ]);
    expect(bench.get(system)).toEqual(before);
  });

  it('shows the locator light under both of its names', () => {
    const bench = createBench();
    bench.send('PATCH', system, { LocationIndicatorActive: true });
    expect(bench.get(system)).toMatchObject({ LocationIndicatorActive: true, IndicatorLED: 'Lit' });
    bench.send('PATCH', system, { IndicatorLED: 'Off' });
    expect(bench.get(system)).toMatchObject({ LocationIndicatorActive: false, IndicatorLED: 'Off' });
    expect(bench.log.map((entry) => entry.effect)).toEqual([{ indicator: 'Off→Lit' }, { indicator: 'Lit→Off' }]);
  });
});

describe('BIOS settings', () => {
  it.each(['ForceRestart', 'PowerCycle', 'GracefulRestart'])('wait for the next boot: %s', (type) => {
    const bench = createBench();
    expect(bench.status('PATCH', settings, { Attributes: { LogicalProc: 'Disabled' } })).toBe(204);
    expect(bench.get(bios).Attributes).toMatchObject({ LogicalProc: 'Enabled' });
    expect(bench.get(settings).Attributes).toMatchObject({ LogicalProc: 'Disabled', BootMode: 'Uefi' });
    bench.send('POST', reset, { ResetType: type });
    bench.wait(60_000);
    expect(bench.get(bios).Attributes).toMatchObject({ LogicalProc: 'Disabled' });
    expect(bench.log[0]).toMatchObject({ class: 'target', effect: { bios: { LogicalProc: 'Enabled→Disabled' } } });
  });

  it('are taken up at power-on, and not at power-off', () => {
    const bench = createBench();
    bench.send('PATCH', settings, { Attributes: { QuietBoot: false } });
    bench.send('POST', reset, { ResetType: 'ForceOff' });
    bench.wait(60_000);
    expect(bench.get(bios).Attributes).toMatchObject({ QuietBoot: true });
    bench.send('POST', reset, { ResetType: 'On' });
    bench.wait(2_000);
    expect(bench.get(bios).Attributes).toMatchObject({ QuietBoot: false });
  });

  it('are taken back by writing what is current', () => {
    const bench = createBench();
    bench.send('PATCH', settings, { Attributes: { LogicalProc: 'Disabled' } });
    bench.send('PATCH', settings, { Attributes: { LogicalProc: 'Enabled' } });
    expect(bench.bmc.bios.pending).toEqual({});
    bench.send('PATCH', settings, { Attributes: { LogicalProc: 'Enabled' } });
    expect(bench.log.map((entry) => entry.effect)).toEqual([
      { bios: { LogicalProc: 'Enabled→Disabled' } },
      { bios: { LogicalProc: 'Disabled→Enabled' } },
      null,
    ]);
  });

  it.each([
    ['{"Attributes":{"NoSuchKey":"x"}}', 'PropertyUnknown'],
    ['{"Attributes":{"__proto__":"x"}}', 'PropertyUnknown'],
    ['{"Attributes":{"constructor":"x"}}', 'PropertyUnknown'],
    ['{"Attributes":{"LogicalProc":"Maybe"}}', 'PropertyValueNotInList'],
    ['{"Attributes":{"LogicalProc":false}}', 'PropertyValueTypeError'],
    ['{"Attributes":{"QuietBoot":{}}}', 'PropertyValueTypeError'],
    ['{"Attributes":[]}', 'PropertyValueTypeError'],
    ['{"Name":"mine"}', 'PropertyUnknown'],
    ['{"@Redfish.SettingsApplyTime":{"ApplyTime":"Immediate"}}', 'PropertyValueNotInList'],
  ])('are refused whole: %s', (body, id) => {
    const bench = createBench();
    const answer = bench.send('PATCH', settings, body);
    expect(answer).toMatchObject({ status: 400 });
    expect(messageIds(answer)).toEqual([id]);
    expect(bench.bmc.bios.pending).toEqual({});
  });

  it('cannot be written where the current ones are', () => {
    expect(createBench().send('PATCH', bios, { Attributes: {} })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    });
  });
});
