import { placeOf } from '../manifest/bmc-address.ts';
import type { Machine } from '../model/fleet.ts';
import type { Recognition } from './recognise.ts';
import type { Hardware, Sight } from './seen.ts';

/** Which manifest has an address, once everybody has moved who can: two manifests may not name one machine's BMC. */
export class Occupancy {
  readonly #staying = new Map<string, Machine[]>();
  readonly #moving = new Map<Machine, Sight>();

  constructor(machines: readonly Machine[], told: ReadonlyMap<Hardware, Recognition>) {
    for (const [{ sights }, one] of told) {
      if (one.kind === 'moved' && sights.length === 1) this.#moving.set(one.machine, one.sight);
    }
    for (const machine of machines) if (!this.#moving.has(machine)) this.#stay(machine);
    // Who cannot move on blocks whoever would come after.
    for (let settled = false; !settled; ) {
      settled = true;
      for (const [machine, sight] of this.#moving) {
        if (this.holder(sight, machine) === null) continue;
        this.#moving.delete(machine);
        this.#stay(machine);
        settled = false;
      }
    }
  }

  /** Another machine's manifest that has this place; null: it is free. */
  holder({ service, found }: Sight, but: Machine | null): Machine | null {
    const rivals = this.#staying.get(placeOf(service.asked)) ?? [];
    const isApart = ({ bmc }: Machine): boolean =>
      bmc.system !== undefined && found.system !== undefined && bmc.system !== found.system;
    return rivals.find((machine) => machine !== but && !isApart(machine)) ?? null;
  }

  #stay(machine: Machine): void {
    const place = placeOf(machine.bmc.address);
    this.#staying.set(place, [...(this.#staying.get(place) ?? []), machine]);
  }
}
