import type { Caller, DiskSeen, Inside } from '../model/boot.ts';

/** What an agent sees of its machine, as the inventory keeps it. */
export const insideOf = ({ disks, ports }: Caller): Inside => ({
  disks: disks.map(({ marker: _, ...disk }) => disk).toSorted(bySerial),
  ports: ports.toSorted((a, b) => (a.mac < b.mac ? -1 : 1)),
});

const bySerial = (a: Omit<DiskSeen, 'marker'>, b: Omit<DiskSeen, 'marker'>): number => {
  const key = ({ serial = '', device }: Omit<DiskSeen, 'marker'>): string => `${serial} ${device}`;
  return key(a) < key(b) ? -1 : 1;
};
