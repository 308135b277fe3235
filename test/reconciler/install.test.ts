import { describe, expect, it } from 'vitest';
import { facilityFile, machineFile, machinePath } from './world/manifests.ts';
import { World } from './world/world.ts';

const sha256 = 'ab'.repeat(32);
const image = `apiVersion: nanometal/v1alpha1
kind: Image
metadata: { name: debian-13 }
spec: { url: "https://images.example/debian-13.raw.zst", sha256: "${sha256}", format: raw.zst, boot: uefi }
`;
const bootable = `${facilityFile().replace('[10.0.0.0/8] }', '[10.0.0.0/8], provisioning: [10.1.0.0/16] }')}  boot: { address: 10.1.2.1 }\n`;

export const install = (id = 'i-1', more = ''): string =>
  `  install: { id: ${id}, image: debian-13, disk: { serial: S4X0 }${more} }\n`;

/** A facility that can boot its machines, and has looked at them. */
async function bootableWorld(count = 1): Promise<World> {
  const world = new World(count);
  world.commit({ 'images/debian-13.yaml': image, 'facilities/ams1/facility.yaml': bootable });
  expect(await world.once()).toMatchObject({ kind: 'settled' });
  return world;
}

const status = (world: World, index = 1) => JSON.parse(world.file(`machines/r01/ams1-${index}.json`) ?? '{}');

describe('an install', () => {
  it('by virtual media, to the call home', async () => {
    const world = await bootableWorld();
    world.commit({ [machinePath(1)]: machineFile(1, install()) });
    expect(await world.once()).toMatchObject({ kind: 'settled', failures: 0 });
    expect(world.happened()).toEqual([
      'InsertMedia ams1-1',
      'SetBootOnce ams1-1',
      'Reboot ams1-1',
      'EjectMedia ams1-1',
    ]);
    expect(world.agents.handed).toEqual(['Install ams1-1']);
    expect(status(world).requests['i-1']).toMatchObject({ state: 'done', verb: 'Install' });
  });
});
