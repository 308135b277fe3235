export const verbsOf = (ports) => new Map([...ports.drivers].map(([name, driver]) => [name, driver.verbs]));
/** Intents that surely have not left: they are planned anew, and go on only if the plan still wants them. */
export const isUnsent = (open) => open !== undefined && open.sentAt === undefined;
export const refsOf = (settings) => ({
    branch: `refs/heads/${settings.branch}`,
    status: `refs/heads/status/${settings.facility}`,
    lease: `refs/nanometal/lease/${settings.facility}`,
});
//# sourceMappingURL=knowledge.js.map