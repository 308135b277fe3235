import { facilityFile } from './manifests.ts';
import { type HostState, World } from './world.ts';

/** A facility that boots its machines, and what people write to have them installed. */

export const sha256 = 'ab'.repeat(32);
const image = `apiVersion: nanometal/v1alpha1
kind: Image
metadata: { name: debian-13 }
spec: { url: "https://images.example/debian-13.raw.zst", sha256: "${sha256}", format: raw.zst, boot: uefi }
`;
const ranges = facilityFile().replace('[10.0.0.0/8] }', '[10.0.0.0/8], provisioning: [10.1.0.0/16] }');
export const bootable = {
  'images/debian-13.yaml': image,
  'facilities/ams1/facility.yaml': `${ranges}  boot: { address: 10.1.2.1 }\n`,
};

export const install = (id = 'i-1', more = ''): string =>
  `  install: { id: ${id}, image: debian-13, disk: { serial: S4X0 }${more} }\n`;

export const erase = (id = 'e-1'): string =>
  `  operations:\n    - { id: ${id}, verb: Erase, disks: [{ serial: S4X0 }], notAfter: 2027-01-01T00:00:00Z }\n`;

/** All machines of it have been looked at, and nothing is asked of them. */
export async function bootableWorld(count = 1): Promise<World> {
  const world = new World(count);
  world.commit(bootable);
  await world.once();
  return world;
}

/** What status says of a machine. */
export const told = (world: World, name = 'ams1-1') => JSON.parse(world.file(`machines/r01/${name}.json`) ?? '{}');

/** A process that runs until what is asked has come true, or for so long. */
export async function runUntil(
  world: World,
  isSo: () => boolean,
  limitMs = 4 * 3600_000,
  host: HostState = world.host,
): Promise<boolean> {
  const process = world.start({ once: false }, host);
  const came = await world.kernel.untilTrue(isSo, limitMs);
  process.stop();
  await world.kernel.until(process.end);
  return came;
}
