import { stringify } from 'yaml';
import type { BmcSpec } from './bmc.ts';
import { type MachineModel, modelOf, models } from './models.ts';
import { dealPersona } from './personas.ts';
import { dealSpec, twinAccount } from './spec.ts';
import type { Timings } from './timings.ts';

export interface FleetOptions {
  readonly count: number;
  readonly seed: number;
  /** A name as `namePattern` has it. */
  readonly facility: string;
  /** Machine i listens at `portBase + i`. */
  readonly portBase: number;
  /** `mixed` deals out all there are. */
  readonly persona?: string;
  readonly timings?: Timings;
  /** The SHA-256 of the machine's public key, in hex; absent: plain HTTP. */
  readonly tlsPinOf?: (machine: string) => string;
  /** What all of them are; absent: a mix. */
  readonly model?: MachineModel;
}

export interface GeneratedFleet {
  readonly machines: readonly { readonly spec: BmcSpec; readonly port: number }[];
  /** The fleet repo: path → text. */
  readonly files: ReadonlyMap<string, string>;
  /** What belongs into the folder of secrets on the reconciler's host. */
  readonly secrets: ReadonlyMap<string, string>;
}

const perRack = 6;
const credentials = 'bmc-default';

/** A facility of `count` machines and the manifests that describe it as it is. The same options give the same bytes. */
export function generateFleet(options: FleetOptions): GeneratedFleet {
  const { facility, seed, persona = 'generic', timings } = options;
  const placed = Array.from({ length: options.count }, (_, index) => {
    const rack = `r${twoDigits(Math.floor(index / perRack) + 1)}`;
    const unit = (index % perRack) + 1;
    const name = `${facility}-${rack}-u${twoDigits(unit)}`;
    const model = options.model ?? modelOf(unit, perRack);
    const spec = dealSpec(model.expects, {
      name,
      seed,
      persona: dealPersona(persona, `${seed} ${name}`),
      ...(timings === undefined ? {} : { timings }),
    });
    return { rack, unit, model, spec, port: options.portBase + index };
  });
  const files = new Map<string, string>([
    ['fleet.yaml', manifest('Fleet', facility, {})],
    ...(options.model ? [options.model] : Object.values(models)).map(
      (model) => [`classes/${model.class}.yaml`, classFile(model)] as const,
    ),
    [`facilities/${facility}/facility.yaml`, facilityFile(facility)],
  ]);
  for (const machine of placed) {
    const pin = options.tlsPinOf?.(machine.spec.name);
    files.set(`facilities/${facility}/machines/${machine.rack}/${machine.spec.name}.yaml`, machineFile(machine, pin));
  }
  return {
    machines: placed.map(({ spec, port }) => ({ spec, port })),
    files,
    secrets: secretFiles([credentials]),
  };
}

/** A file of credentials under each of these names, all for the account that every twin has. */
export const secretFiles = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name) => [`${name}.yaml`, stringify(twinAccount)]));

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const manifest = (kind: string, name: string, spec: Readonly<Record<string, unknown>>): string =>
  stringify({ apiVersion: 'nanometal/v1alpha1', kind, metadata: { name }, spec }, { lineWidth: 0 });

const classFile = (model: MachineModel): string => manifest('MachineClass', model.class, { expects: model.expects });

const facilityFile = (facility: string): string =>
  manifest('Facility', facility, {
    ranges: { bmc: ['127.0.0.0/8'] },
    policy: { maxConcurrent: 4, powerOnPace: '500ms', gracefulShutdown: '30s' },
  });

interface Placed {
  readonly rack: string;
  readonly unit: number;
  readonly model: MachineModel;
  readonly spec: BmcSpec;
  readonly port: number;
}

/** Nothing is declared that is not so already: no power, no BIOS key, no operation. */
const machineFile = ({ rack, unit, model, spec, port }: Placed, pin: string | undefined): string =>
  manifest('Machine', spec.name, {
    class: model.class,
    location: { rack, unit },
    management: 'manage',
    bmc: {
      driver: 'redfish',
      address: `${pin === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
      credentials,
      ...(pin === undefined ? {} : { tls: { sha256: pin } }),
    },
    identity: spec.identity,
  });
