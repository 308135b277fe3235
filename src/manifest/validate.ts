import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type {
  FacilityManifest,
  FleetManifest,
  ImageManifest,
  MachineClassManifest,
  MachineManifest,
} from '../model/manifest.gen.ts';
import { never } from '../model/never.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { formats } from './formats.ts';
import type { Kind, Manifest } from './kind.ts';
import { facilitySchema, fleetSchema, imageSchema, machineClassSchema, machineSchema } from './schemas.gen.ts';

/** Checks a value against the schema of its kind. Errors come as ajv has them, with the part of the schema (verbose). */
export function validate(kind: Kind, value: unknown): Result<Manifest, readonly ErrorObject[]> {
  switch (kind) {
    case 'Fleet':
      return check(validators.fleet(), value);
    case 'Facility':
      return check(validators.facility(), value);
    case 'MachineClass':
      return check(validators.machineClass(), value);
    case 'Image':
      return check(validators.image(), value);
    case 'Machine':
      return check(validators.machine(), value);
    default:
      return never(kind);
  }
}

function check<T>(validator: ValidateFunction<T>, value: unknown): Result<T, readonly ErrorObject[]> {
  return validator(value) ? ok(value) : fail(validator.errors ?? []);
}

/** The number of errors is bounded by the number of nodes in a file. */
const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  verbose: true,
  messages: false,
  allowUnionTypes: true,
  formats,
});
ajv.addVocabulary(['x-impact', 'x-form']);

/** Compiled at first use: a process whose manifests are all in its cache needs none. */
const validators = {
  fleet: once(() => ajv.compile<FleetManifest>(fleetSchema)),
  facility: once(() => ajv.compile<FacilityManifest>(facilitySchema)),
  machineClass: once(() => ajv.compile<MachineClassManifest>(machineClassSchema)),
  image: once(() => ajv.compile<ImageManifest>(imageSchema)),
  machine: once(() => ajv.compile<MachineManifest>(machineSchema)),
};

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
