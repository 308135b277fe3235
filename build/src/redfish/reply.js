/** Statuses that say that there is no such thing; any other no leaves open whether there is. */
const absence = new Set([404, 405, 410, 501]);
export const isGone = ({ status }) => absence.has(status);
/** A definite no to what nothing works without. */
export const unusable = ({ status, message }) => ({
    reason: status === 403 ? 'CredentialsRefused' : 'Unsupported',
    message,
});
const missOf = {
    refused: 'Refused',
    timeout: 'Timeout',
    reset: 'Reset',
    tls: 'Tls',
    'too-large': 'Garbage',
    garbage: 'Garbage',
    confined: 'Confined',
    // Whoever called it off had waited long enough.
    aborted: 'Timeout',
};
export const missedBy = (failure) => ({ reason: missOf[failure.reason], message: failure.message });
//# sourceMappingURL=reply.js.map