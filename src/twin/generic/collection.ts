import type { Bmc } from '../bmc.ts';
import type { JsonObject } from '../json.ts';
import type { Route } from '../route.ts';

export const link = (path: string): JsonObject => ({ '@odata.id': path });

export const healthy = { State: 'Enabled', Health: 'OK' } as const;

/** A Redfish collection; `type` is that of its members. */
export const showCollection = (path: string, type: string, ids: readonly string[]): JsonObject => ({
  '@odata.id': path,
  '@odata.type': `#${type}Collection.${type}Collection`,
  Name: `${type} collection`,
  'Members@odata.count': ids.length,
  Members: ids.map((id) => link(`${path}/${id}`)),
});

/** The collection and its members, for a list of parts that never changes while the machine runs. */
export const listParts = <T extends { readonly id: string }>(
  path: string,
  type: string,
  parts: (bmc: Bmc) => readonly T[],
  show: (part: T, path: string, bmc: Bmc) => JsonObject,
): readonly Route[] => [
  {
    pattern: path,
    get: (bmc) =>
      showCollection(
        path,
        type,
        parts(bmc).map((part) => part.id),
      ),
  },
  {
    pattern: `${path}/{id}`,
    get: (bmc, { id }) => {
      const part = parts(bmc).find((one) => one.id === id);
      return part === undefined ? null : show(part, `${path}/${part.id}`, bmc);
    },
  },
];
