import { describe, expect, it } from 'vitest';
import { bootstrapCases } from '../../../src/conformance/index.ts';
import { bootstrapFactories, createBootstrap } from '../../../src/drivers/bootstrap/drivers.ts';
import { bootstraps } from '../../../src/model/cluster.ts';
import { everyNode } from './nodes.ts';
import { nowhere } from './nowhere.ts';

describe.each(bootstraps)('the bootstrap driver %s', (name) => {
  const cases = bootstrapCases(() => ({ driver: createBootstrap(name, nowhere), nodes: everyNode }));
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => one.run());

  it('calls itself what a manifest calls it', () => {
    const { name: factory, role } = bootstrapFactories[name];
    const driver = createBootstrap(name, nowhere);
    expect([factory, role, driver.name, driver.role]).toEqual([name, 'bootstrap', name, 'bootstrap']);
  });
});

describe('the suite', () => {
  it('fails a driver that keeps a promise not', async () => {
    const good = createBootstrap('kubeadm', nowhere);
    let turn = 0;
    const moody = {
      ...good,
      render: (...said: Parameters<typeof good.render>) => {
        const rendered = good.render(...said);
        return rendered.ok ? { ...rendered, value: { ...rendered.value, metaData: `turn: ${turn++}\n` } } : rendered;
      },
    };
    const results = await Promise.allSettled(
      bootstrapCases(() => ({ driver: moody, nodes: everyNode })).map((one) => one.run()),
    );
    expect(results.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(1);
  });
});
