import type { Pulled } from './boot.ts';

/** The closed list of what can be done to a machine. Drivers implement verbs and never invent them. */
export const verbs = [
  'PowerOn',
  'PowerOff',
  'Reboot',
  'PowerCycle',
  'Identify',
  'SetBootOnce',
  'InsertMedia',
  'EjectMedia',
  'SetBios',
  'ResetBmc',
  'ClearTasks',
  'Inspect',
  'Install',
  'Erase',
  'RotateCredentials',
] as const;
export type Verb = (typeof verbs)[number];

/** What it costs the machine; the same words as the `x-impact` of a manifest's fields. */
export type Impact = 'none' | 'reboot' | 'off' | 'erase';

export const impactOf: Readonly<Record<Verb, Impact>> = {
  PowerOn: 'none',
  PowerOff: 'off',
  Reboot: 'reboot',
  PowerCycle: 'reboot',
  Identify: 'none',
  SetBootOnce: 'none',
  InsertMedia: 'none',
  EjectMedia: 'none',
  // The write itself waits in the BMC; the reboot that it needs is counted with it, as one disruption.
  SetBios: 'reboot',
  // Every machine behind this BMC loses its management for minutes.
  ResetBmc: 'reboot',
  ClearTasks: 'none',
  Inspect: 'none',
  Install: 'erase',
  Erase: 'erase',
  RotateCredentials: 'none',
};

/** Disruptive actions obey budget, window, protection and blast radius. */
export const isDisruptive = (verb: Verb): boolean => impactOf[verb] !== 'none';

/** An agent on the machine asks for these; all others are sent to its BMC (docs/boot.md). */
export const isPulled = (verb: Verb): verb is Pulled => verb === 'Inspect' || verb === 'Install' || verb === 'Erase';
