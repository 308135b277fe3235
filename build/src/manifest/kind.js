export const kinds = ['Fleet', 'Facility', 'MachineClass', 'Image', 'Machine'];
/** Named in the design and not known to this version. */
export const laterKinds = ['Component', 'Discovery', 'ControlPlane', 'MachinePool', 'Cluster', 'Approval'];
export const isKind = (word) => kinds.some((kind) => kind === word);
//# sourceMappingURL=kind.js.map