/** Something that had to be read first could not be: the request itself never left. */
export const notReached = ({ reason, message }) => ({
    kind: 'unsent',
    message: `${reason}: ${message}`,
});
//# sourceMappingURL=approach.js.map