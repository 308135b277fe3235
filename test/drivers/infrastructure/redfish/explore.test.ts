import { test } from 'vitest';
import { isDeepStrictEqual } from 'node:util';
import { openTwinRig } from './twin-bench.ts';
const never = new AbortController().signal;
test('explore', async () => {
  for (const system of [undefined, '/redfish/v1/Systems/1']) {
    const rig = await openTwinRig(system ? { system } : {});
    const look = (d: 'quick' | 'full') => rig.driver.observe(rig.subject, d, never);
    const truth = await look('full');
    if (truth.kind !== 'seen') throw new Error();
    const t: Record<string, number> = {};
    for (let dice = 0; dice < 300; dice++) {
      rig.change((bmc) => ({ ...bmc, dice: dice * 7919 }));
      rig.fail({ fault: 'garbage', probability: 0.15 });
      const depth = dice % 2 ? 'quick' : 'full';
      const seen = await look(depth);
      if (seen.kind === 'missed') { const k = 'missed ' + seen.reason; t[k] = (t[k] ?? 0) + 1; continue; }
      const wrong = Object.keys(truth.facts).filter((k) => (k === 'hardware' && (seen.facts as any)[k] === undefined) ? false : !isDeepStrictEqual((truth.facts as any)[k], (seen.facts as any)[k]));
      const key = wrong.length ? 'LIE ' + wrong.join(',') : 'true';
      t[key] = (t[key] ?? 0) + 1;
    }
    console.log(system, t);
    const k: Record<string, number> = {};
    for (let dice = 0; dice < 200; dice++) {
      rig.fail();
      rig.wait(60000);
      await look('quick');
      rig.change((bmc) => ({ ...bmc, dice: dice * 7919 }));
      rig.fail({ fault: 'garbage', probability: 0.3 });
      const before = rig.mutations().length;
      const started = await rig.driver.perform(rig.subject, { verb: dice % 2 ? 'Reboot' : 'ResetBmc' }, undefined, never);
      const key = `${started.kind} ${rig.mutations().length - before} ${started.kind === 'refused' ? started.message : ''}`;
      k[key] = (k[key] ?? 0) + 1;
    }
    console.log(k);
    await rig.close();
  }
}, 120000);
