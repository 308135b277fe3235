import type { Station } from '../../src/rehearsal/http.ts';
import { createBmc } from '../../src/twin/bmc.ts';
import { createDealer, hash } from '../../src/twin/dice.ts';
import { dealIdentity } from '../../src/twin/identity.ts';
import { models } from '../../src/twin/models.ts';
import { dealSpec, twinAccount } from '../../src/twin/spec.ts';
import { tick } from '../../src/twin/tick.ts';
import { defaultTimings } from '../../src/twin/timings.ts';
import type { Evidence } from './evidence.ts';
import { password } from './names.ts';
import type { Scenario } from './scenario.ts';

/** The machines as they are delivered. */
export const fillRacks = (scenario: Scenario): readonly Station[] =>
  Array.from({ length: scenario.machines }, (_, index) => rack(scenario, index));

function rack(scenario: Scenario, index: number): Station {
  const name = `station-${index + 1}`;
  const spec = dealSpec(models.compute.expects, {
    name,
    seed: scenario.seed,
    persona: 'generic',
    timings: { ...defaultTimings, postMs: scenario.postMs },
  });
  const account = { username: twinAccount.username, password };
  return {
    origin: `${scenario.tls ? 'https' : 'http'}://10.0.0.${index + 1}`,
    key: String(hash(`key ${index}`).toString(16)).padStart(64, '0'),
    bmc: createBmc({ ...spec, account }),
  };
}

/** Another main board, and with it another BMC, in the same chassis. */
export function swapBoard(station: Station, seed: number): void {
  const { bmc } = station;
  const name = `${bmc.spec.name}'`;
  const identity = dealIdentity(createDealer(hash(`${seed} ${name}`)), name);
  // Some vendors keep the UUID with the chassis, so that it outlives the board.
  const { uuid = '' } = seed % 2 === 0 ? bmc.spec.identity : identity;
  const fresh = createBmc({ ...bmc.spec, name, identity: { ...identity, uuid } });
  station.bmc = { ...fresh, faults: bmc.faults };
}

/** What a machine has come to. */
export function lookAt({ bmc }: Station, wall: number): Evidence['finally'][number] {
  const now = tick(bmc, wall);
  return {
    serial: now.spec.identity.serial ?? '',
    power: now.host.power,
    bios: now.bios.current,
    lit: now.locatorLit,
    accounts: now.accounts.map(({ username, password }) => ({ username, password })),
  };
}
