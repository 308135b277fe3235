/** The closed list of what can be done to a machine. Drivers implement verbs and never invent them. */
export declare const verbs: readonly ["PowerOn", "PowerOff", "Reboot", "PowerCycle", "Identify", "SetBootOnce", "SetBios", "ResetBmc", "ClearTasks", "Inspect", "Install", "Erase", "RotateCredentials"];
export type Verb = (typeof verbs)[number];
/** What a control-plane driver can do to a component. */
export declare const componentVerbs: readonly ["InstallComponent", "UpgradeComponent", "ConfigureComponent", "RemoveComponent"];
export type ComponentVerb = (typeof componentVerbs)[number];
/** What it costs the machine; the same words as the `x-impact` of a manifest's fields. */
export type Impact = 'none' | 'reboot' | 'off' | 'erase';
export declare const impactOf: Readonly<Record<Verb, Impact>>;
/** Disruptive actions obey budget, window, protection and blast radius. */
export declare const isDisruptive: (verb: Verb) => boolean;
