import { either, isFlag, isNull, isNumber, isText, literal, map, optional, shape, tagged, } from "./shape.js";
const isBiosValue = either(either(isText, isNumber), either(isFlag, isNull));
const isArguments = tagged('verb', {
    PowerOn: shape({ verb: literal('PowerOn') }),
    PowerOff: shape({ verb: literal('PowerOff'), force: isFlag }),
    Reboot: shape({ verb: literal('Reboot') }),
    PowerCycle: shape({ verb: literal('PowerCycle') }),
    Identify: shape({ verb: literal('Identify'), indicator: literal('Lit', 'Off') }),
    SetBootOnce: shape({ verb: literal('SetBootOnce'), target: isText }),
    SetBios: shape({ verb: literal('SetBios'), attributes: map(isBiosValue) }),
    ResetBmc: shape({ verb: literal('ResetBmc') }),
    ClearTasks: shape({ verb: literal('ClearTasks') }),
});
const isIdentity = shape({
    uuid: optional(isText),
    serial: optional(isText),
    chassisSerial: optional(isText),
    bmcMac: optional(isText),
});
const isExpect = shape({
    identity: isIdentity,
    power: literal('On', 'Off', 'PoweringOn', 'PoweringOff', 'Paused', 'Unknown'),
    lastReset: optional(isText),
    bmcLastReset: optional(isText),
});
const isOpen = shape({
    grant: isText,
    request: isText,
    spec: isText,
    commit: isText,
    args: isArguments,
    expect: isExpect,
    patienceMs: isNumber,
    sentAt: optional(isNumber),
    flying: optional(isFlag),
    interrupted: optional(isFlag),
    inherited: optional(isFlag),
});
const isOutcome = tagged('kind', {
    done: shape({ kind: literal('done'), evidence: isText }),
    failed: shape({ kind: literal('failed'), message: isText }),
    unknown: shape({ kind: literal('unknown'), message: isText }),
    lost: shape({ kind: literal('lost'), message: isText }),
    withdrawn: shape({ kind: literal('withdrawn'), message: isText }),
});
const isRecord = tagged('kind', {
    INTENT: shape({ kind: literal('INTENT'), machine: isText, open: isOpen }),
    SENT: shape({
        kind: literal('SENT'),
        machine: isText,
        grant: isText,
        attempt: isNumber,
        quirk: optional(isText),
    }),
    ANSWERED: shape({ kind: literal('ANSWERED'), machine: isText, grant: isText }),
    NOT_SENT: shape({ kind: literal('NOT_SENT'), machine: isText, grant: isText, message: isText }),
    OUTCOME: shape({ kind: literal('OUTCOME'), machine: isText, grant: isText, outcome: isOutcome }),
    PUBLISHED: shape({
        kind: literal('PUBLISHED'),
        status: isText,
        accepted: either(isText, isNull),
    }),
});
/** What one line of the journal holds. */
export const isJournaled = shape({ at: isNumber, bootId: isText, record: isRecord });
//# sourceMappingURL=check.js.map