import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../../src/model/inventory.ts';
import type { Tree } from '../../../redfish/bmc.ts';
import { openRig } from './bench.ts';

const captures = ['dell-r750-idrac9', 'hpe-dl385-ilo5', 'hpe-dl380a-ilo6', 'lenovo-sr670v2-xcc', 'supermicro-x10sdv'];
const folder = new URL('../../../fixtures/redfish/', import.meta.url);
const never = new AbortController().signal;

describe('what real BMCs said', () => {
  test.each(captures)('%s', async (name) => {
    const tree: Tree = JSON.parse(readFileSync(new URL(`${name}/tree.json`, folder), 'utf8'));
    const { bmc, driver, subject, close } = await openRig(tree);
    const full = await driver.observe(subject, 'full', never);
    const reads = bmc.received.length;
    const quick = await driver.observe(subject, 'quick', never);
    expect(bmc.received.length - reads, 'a quick look is cheap').toBeLessThanOrEqual(5);
    if (full.kind !== 'seen' || quick.kind !== 'seen') throw new Error(JSON.stringify([full, quick]));
    const { hardware, media, ...rest } = full.facts;
    expect(hardware).toBeDefined();
    expect(media === undefined).toBe(full.facts.capabilities.virtualMedia === 'none');
    expect(quick.facts).toEqual(rest);
    expect(bmc.received.filter(({ method }) => method !== 'GET')).toEqual([]);
    await expect(`${JSON.stringify(counted(full.facts), null, 2)}\n`).toMatchFileSnapshot(
      new URL(`${name}/facts.json`, folder).pathname,
    );
    await close();
  });
});

const counted = (facts: Facts) => ({
  ...facts,
  bios: { attributes: Object.keys(facts.bios.attributes).length, pending: facts.bios.pending },
});
