import type { Hardware } from '../../src/model/inventory.ts';
import type { Station } from '../../src/rehearsal/http.ts';
import { createBmc } from '../../src/twin/bmc.ts';
import { createDealer, hash } from '../../src/twin/dice.ts';
import { replaceBoard } from '../../src/twin/hands.ts';
import { blank, type Content, type TwinDisk } from '../../src/twin/host/disk.ts';
import { models } from '../../src/twin/models.ts';
import { dealSpec, twinAccount } from '../../src/twin/spec.ts';
import { tick } from '../../src/twin/tick.ts';
import { defaultTimings } from '../../src/twin/timings.ts';
import type { Evidence } from './evidence.ts';
import { password } from './names.ts';
import type { Scenario } from './scenario.ts';

const perNet = 250;
/** Machines that say that they are others have addresses behind those of all that there are. */
export const ghosts = 25_000;

/** Address of a machine in one of the networks. */
export const placeOf = (net: '10.0' | '10.1', index: number): string =>
  `${net}.${Math.floor(index / perNet)}.${(index % perNet) + 1}`;

/** Which one has this address; behind `ghosts`: one that says so. */
export function callerAt(address: string): number {
  const [, , third, fourth] = address.split('.').map(Number);
  return (third ?? 0) * perNet + (fourth ?? 0) - 1;
}

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
  const { httpBootAttribute } = scenario;
  const habit = httpBootAttribute === undefined ? {} : { httpBootAttribute };
  return {
    origin: `${scenario.tls ? 'https' : 'http'}://${placeOf('10.0', index)}`,
    key: String(hash(`key ${index}`).toString(16)).padStart(64, '0'),
    bmc: createBmc({ ...spec, account, ...habit }),
  };
}

/** Another main board, and with it another BMC, in the same chassis. */
export function swapBoard(station: Station, seed: number): void {
  // Some vendors keep the UUID with the chassis, so that it outlives the board.
  station.bmc = replaceBoard(station.bmc, seed, seed % 2 === 0);
}

/** Memory modules that are missing are there again, the same as were delivered. */
export function refill(station: Station, delivered: Hardware | undefined): void {
  const { bmc } = station;
  const { hardware } = bmc.spec;
  const there = new Map(hardware.memory.map((module) => [module.id, module]));
  const memory = (delivered?.memory ?? []).map((module) => there.get(module.id) ?? module);
  station.bmc = { ...bmc, spec: { ...bmc.spec, hardware: { ...hardware, memory } } };
}

/** The disks as they are delivered: some blank, some with a system or data of somebody's. */
export function dealDisks({ bmc }: Station, seed: number): readonly TwinDisk[] {
  return bmc.spec.hardware.drives.map(({ id, serial = '', names = [], model = '', bytes = 0 }) => {
    const isOld = createDealer(hash(`disk ${seed} ${id} ${serial}`)).below(3) > 0;
    const old = (...holds: readonly string[]): Content => (isOld ? { kind: 'old', holds } : blank);
    return {
      serial,
      ...(names[0] === undefined ? {} : { wwn: names[0] }),
      model,
      bytes,
      rotational: false,
      removable: false,
      head: old('gpt'),
      body: old('ext4', 'lvm'),
      backup: old('gpt'),
      marker: null,
      seed: null,
      writes: 0,
    };
  });
}

/** What a machine has come to. */
export function lookAt({ bmc }: Station, wall: number, disks: readonly TwinDisk[]): Evidence['finally'][number] {
  const now = tick(bmc, wall);
  return {
    serial: now.spec.identity.serial ?? '',
    power: now.host.power,
    bios: now.bios.current,
    lit: now.locatorLit,
    accounts: now.accounts.map(({ username, password }) => ({ username, password })),
    hardware: now.spec.hardware,
    disks,
    media: now.media.length,
  };
}
