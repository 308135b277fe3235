import { nearest } from '../manifest/nearest.ts';
import type { Fleet, Machine } from '../model/fleet.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { type Complaint, misused } from './complaint.ts';

/** Machines by name, `rack/<rack>`, or all. By name also one that is managed; of a rack or of all those that are not yet. */
export function selectMachines(
  fleet: Fleet,
  selectors: readonly string[],
  all: boolean,
): Result<readonly Machine[], Complaint> {
  const chosen = new Set<Machine>();
  if (all === selectors.length > 0)
    return fail(
      misused(all ? '--all and names exclude each other' : 'nothing is named', 'name machines, rack/<rack>, or --all'),
    );
  for (const machine of all ? fleet.machines : []) if (machine.management !== 'manage') chosen.add(machine);
  for (const selector of selectors) {
    const rack = /^rack\/(.+)$/.exec(selector)?.[1];
    const found = fleet.machines.filter((machine) =>
      rack === undefined ? machine.name === selector : machine.rack === rack,
    );
    if (found.length === 0) {
      const known =
        rack === undefined ? fleet.machines.map(({ name }) => name) : fleet.machines.map((m) => `rack/${m.rack}`);
      const near = nearest(selector, known);
      const remedy = near === undefined ? 'name machines, rack/<rack>, or --all' : `did you mean ${near}?`;
      return fail(
        misused(`${fleet.facility} has no ${rack === undefined ? 'machine' : 'rack'} ${rack ?? selector}`, remedy),
      );
    }
    for (const machine of found) if (rack === undefined || machine.management !== 'manage') chosen.add(machine);
  }
  return ok(fleet.machines.filter((machine) => chosen.has(machine)));
}
