/** `PowerOff`, or `PowerOff/force` for the escalation that follows a graceful one in vain. */
export const stepOf = (args) => args.verb === 'PowerOff' && args.force ? 'PowerOff/force' : args.verb;
//# sourceMappingURL=memory.js.map