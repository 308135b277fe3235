const mebibyte = 1024 * 1024;
export const defaultLimits = {
    read: { connectMs: 10_000, idleMs: 30_000, totalMs: 60_000, bodyBytesMax: 4 * mebibyte },
    write: { connectMs: 10_000, idleMs: 90_000, totalMs: 120_000, bodyBytesMax: mebibyte },
    logoutMs: 3_000,
    waitingMax: 256,
    depthMax: 64,
    pagesMax: 50,
    membersMax: 1_000,
    readsMax: 2_000,
    refusalMs: 3_600_000,
};
//# sourceMappingURL=limits.js.map