import type { DiskName } from '../model/boot.ts';
import type { Fleet, Machine } from '../model/fleet.ts';
import type { MachineMemory, Memory } from '../model/memory.ts';
import type { MachineName, RequestId } from '../model/names.ts';

/** `<commit>:release`: a commit declares `lifecycle: decommission`. */
export const isRelease = (id: RequestId): boolean => id.endsWith(':release');

/** What a release erases: the disk that the manifest still names, else that of the last install onto one. Nothing else is ours. */
export function disksOfRelease({ install }: Machine, known: MachineMemory | undefined): readonly DiskName[] {
  if (install?.disk) return [install.disk];
  const installs = Object.values(known?.requests ?? {}).filter(
    ({ verb, work }) => verb === 'Install' && work?.endedAt !== undefined && work.disks !== undefined,
  );
  const last = installs.toSorted((a, b) => (a.work?.endedAt ?? 0) - (b.work?.endedAt ?? 0)).at(-1);
  return last?.work?.disks ?? [];
}

/**
 * A memory that was written before there were releases does not know what was declared then: what stands in the commit
 * that it has taken in already is no command.
 */
export function withoutOldReleases(memory: Memory, { machines }: Fleet): Memory {
  const after = new Map(memory.machines);
  for (const { name, lifecycle } of machines) {
    const known = memory.machines.get(name);
    if (lifecycle !== 'decommission' || !known || known.declared.release) continue;
    const release = { value: true, request: `assumed:${memory.accepted?.slice(0, 12) ?? 'none'}:release` };
    after.set(name, { ...known, declared: { ...known.declared, release } });
  }
  return { ...memory, machines: after };
}

/** The cluster that a machine is in as far as anybody knows, whatever the manifests say. */
export function memberOf(clusters: Memory['clusters'], name: MachineName): string | null {
  const found = Object.entries(clusters ?? {}).find(([, { members }]) => {
    const state = Object.hasOwn(members, name) ? members[name]?.state : undefined;
    return state !== undefined && state !== 'absent' && state !== 'unknown';
  });
  return found?.[0] ?? null;
}
