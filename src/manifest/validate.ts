import type { ErrorObject, ValidateFunction } from 'ajv';
import { never } from '../model/never.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { Kind, Manifest } from './kind.ts';
import {
  cluster,
  component,
  controlPlane,
  discovery,
  facility,
  fleet,
  image,
  machine,
  machineClass,
} from './validators.gen.ts';

/**
 * Checks a value against the schema of its kind. Errors come as ajv has them, with the part of the schema (verbose);
 * their number is bounded by the number of nodes in a file.
 */
export function validate(kind: Kind, value: unknown): Result<Manifest, readonly ErrorObject[]> {
  switch (kind) {
    case 'Fleet':
      return check(fleet, value);
    case 'Facility':
      return check(facility, value);
    case 'MachineClass':
      return check(machineClass, value);
    case 'Image':
      return check(image, value);
    case 'Discovery':
      return check(discovery, value);
    case 'Machine':
      return check(machine, value);
    case 'Cluster':
      return check(cluster, value);
    case 'Component':
      return check(component, value);
    case 'ControlPlane':
      return check(controlPlane, value);
    default:
      return never(kind);
  }
}

function check<T>(validator: ValidateFunction<T>, value: unknown): Result<T, readonly ErrorObject[]> {
  return validator(value) ? ok(value) : fail(validator.errors ?? []);
}
