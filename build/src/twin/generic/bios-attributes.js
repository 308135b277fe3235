/** What a new machine of the generic persona is set to. */
export const defaultBios = {
    AcPowerRecovery: 'Last',
    AcPowerRecoveryDelaySeconds: 60,
    BootMode: 'Uefi',
    LogicalProc: 'Enabled',
    ProcVirtualization: 'Enabled',
    QuietBoot: true,
    SriovGlobalEnable: 'Disabled',
    SystemProfile: 'PerfPerWatt',
};
const toggle = ['Enabled', 'Disabled'];
/** Attributes that take only some values; one that is not listed takes every value of its type. */
export const biosChoices = new Map([
    ['AcPowerRecovery', ['On', 'Off', 'Last']],
    ['BootMode', ['Uefi', 'Bios']],
    ['LogicalProc', toggle],
    ['ProcVirtualization', toggle],
    ['SriovGlobalEnable', toggle],
    ['SystemProfile', ['PerfPerWatt', 'Performance', 'DenseCompute']],
]);
//# sourceMappingURL=bios-attributes.js.map