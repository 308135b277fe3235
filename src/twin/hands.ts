import type { Hardware } from '../model/inventory.ts';
import { type Bmc, createBmc } from './bmc.ts';
import { createDealer, hash } from './dice.ts';
import { dealIdentity, dealMac, dealSerial } from './identity.ts';

/** What somebody does who opens the chassis. Null: there is no such part. */

type Lists = Pick<Hardware, 'processors' | 'memory' | 'drives' | 'nics'>;

/** The part is gone: pulled, or dead. */
export function losePart(bmc: Bmc, id: string): Bmc | null {
  const without = <T extends { readonly id: string }>(parts: readonly T[]): readonly T[] =>
    parts.filter((part) => part.id !== id);
  const { processors, memory, drives, nics } = bmc.spec.hardware;
  return withParts(bmc, id, {
    processors: without(processors),
    memory: without(memory),
    drives: without(drives),
    nics: without(nics),
  });
}

/** Another one of its sort in its place, with a serial number or an address of its own. */
export function replacePart(bmc: Bmc, id: string): Bmc | null {
  const { processors, memory, drives, nics } = bmc.spec.hardware;
  const before = [...memory, ...drives].find((part) => part.id === id)?.serial ?? nics.find((n) => n.id === id)?.mac;
  const dealer = createDealer(hash(`${bmc.spec.seed} ${bmc.spec.name} ${id} ${before}`));
  const other = <T extends { readonly id: string }>(parts: readonly T[], change: (part: T) => T): readonly T[] =>
    parts.map((part) => (part.id === id ? change(part) : part));
  return withParts(bmc, id, {
    processors,
    memory: other(memory, (module) => ({ ...module, serial: dealSerial(dealer, 8) })),
    drives: other(drives, (drive) => ({
      ...drive,
      serial: dealSerial(dealer, 12),
      names: [`5000c5${dealer.hex(10)}`],
    })),
    nics: other(nics, (nic) => ({ ...nic, mac: dealMac(dealer) })),
  });
}

function withParts(bmc: Bmc, id: string, lists: Lists): Bmc | null {
  const { hardware } = bmc.spec;
  const all = [...hardware.processors, ...hardware.memory, ...hardware.drives, ...hardware.nics];
  if (!all.some((part) => part.id === id)) return null;
  return { ...bmc, spec: { ...bmc.spec, hardware: { ...hardware, ...lists } } };
}

/** Another main board, and with it another BMC, in the same chassis; some vendors keep the UUID with the chassis. */
export function replaceBoard(bmc: Bmc, seed: number, keepsUuid: boolean): Bmc {
  const name = `${bmc.spec.name}'`;
  const identity = dealIdentity(createDealer(hash(`${seed} ${name}`)), name);
  const { uuid = '' } = keepsUuid ? bmc.spec.identity : identity;
  return { ...createBmc({ ...bmc.spec, name, identity: { ...identity, uuid } }), faults: bmc.faults };
}
