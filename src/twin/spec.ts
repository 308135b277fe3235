import type { ExpectedHardware, Machine } from '../model/fleet.ts';
import type { BiosValue } from '../model/inventory.ts';
import type { BmcSpec } from './bmc.ts';
import { createDealer, hash } from './dice.ts';
import { defaultBios } from './generic/bios-attributes.ts';
import { dealHardware } from './hardware.ts';
import { dealIdentity } from './identity.ts';
import { defaultTimings, type Timings } from './timings.ts';

/** The account of every simulated BMC; it guards nothing. */
export const twinAccount = { username: 'admin', password: 'password' };

export interface SpecOptions {
  readonly name: string;
  readonly seed: number;
  readonly persona: string;
  readonly timings?: Timings;
}

/** A machine as a class expects it, dealt out by seed and name alone: its neighbours change nothing. */
export function dealSpec(expects: ExpectedHardware, options: SpecOptions): BmcSpec {
  const dealer = createDealer(hash(`${options.seed} ${options.name}`));
  return {
    name: options.name,
    persona: options.persona,
    seed: options.seed,
    identity: dealIdentity(dealer, options.name),
    hardware: dealHardware(expects, dealer),
    bios: defaultBios,
    power: 'On',
    account: twinAccount,
    timings: options.timings ?? defaultTimings,
  };
}

/**
 * The machine that a manifest describes: with its identity where that is given, and with every BIOS key it declares,
 * already at the declared value where the persona does not know the key; and without Boot.HttpBootUri where its class says so.
 */
export function specOfMachine(machine: Machine, options: Omit<SpecOptions, 'name'>): BmcSpec {
  const dealt = dealSpec(machine.class.expects, { ...options, name: machine.name });
  const bios: Record<string, BiosValue> = { ...machine.bios, ...defaultBios };
  const { httpBootAttribute } = machine.class;
  const habit = httpBootAttribute === undefined ? {} : { httpBootAttribute };
  return { ...dealt, ...habit, identity: { ...dealt.identity, ...machine.identity }, bios };
}
