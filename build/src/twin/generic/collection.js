export const link = (path) => ({ '@odata.id': path });
export const healthy = { State: 'Enabled', Health: 'OK' };
/** A Redfish collection; `type` is that of its members. */
export const showCollection = (path, type, ids) => ({
    '@odata.id': path,
    '@odata.type': `#${type}Collection.${type}Collection`,
    Name: `${type} collection`,
    'Members@odata.count': ids.length,
    Members: ids.map((id) => link(`${path}/${id}`)),
});
/** The collection and its members, for a list of parts that never changes while the machine runs. */
export const listParts = (path, type, parts, show) => [
    {
        pattern: path,
        get: (bmc) => showCollection(path, type, parts(bmc).map((part) => part.id)),
    },
    {
        pattern: `${path}/{id}`,
        get: (bmc, { id }) => {
            const part = parts(bmc).find((one) => one.id === id);
            return part === undefined ? null : show(part, `${path}/${part.id}`, bmc);
        },
    },
];
//# sourceMappingURL=collection.js.map