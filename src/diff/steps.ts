import type { Machine, Operation } from '../model/fleet.ts';
import type { BiosValue, Facts } from '../model/inventory.ts';
import { type MachineMemory, type Requested, stepOf } from '../model/memory.ts';
import type { RequestId } from '../model/names.ts';
import type { Arguments } from '../model/plan.ts';
import { isPulledRequest } from './boot-attempt.ts';
import type { Ground } from './ground.ts';
import { pulledStanding } from './pulled-steps.ts';
import { between, next, powerDown, reset, type Standing, satisfied } from './standing.ts';

/** A pending or corrective request of a declared field, or of an operation, against the newest facts. */
export function standingOf(id: RequestId, ground: Ground): Standing {
  const { machine, known, facts } = ground;
  const request = known.requests[id];
  if (!request) return satisfied;
  if (isPulledRequest(request) && (request.verb !== 'Inspect' || ground.fleet.boot)) {
    return pulledStanding(id, request, ground);
  }
  const operation = machine.operations.find((o) => o.id === id);
  if (request.verb === 'RotateCredentials') return rotationStanding(machine, id, request);
  if (operation) return operationStanding(operation, request, facts);
  if (request.verb === 'SetBios') return biosStanding(biosKeysOf(known, id), request, facts);
  return powerStanding(machine.power, request, facts);
}

/** Never known from before: what is in force can only be told by a login, and only a password that we made is kept. */
function rotationStanding(machine: Machine, id: RequestId, request: Requested): Standing {
  const { account } = machine.bmc;
  if (account === undefined) return { kind: 'unsupported', message: 'the manifest no longer has bmc.account' };
  const why = id.startsWith('rotate:')
    ? 'the password is as old as bmc.account.rotate allows'
    : 'bmc.account is declared';
  const because = machine.operations.some((o) => o.id === id) ? `operation ${id} asks for RotateCredentials` : why;
  return once({ verb: 'RotateCredentials', username: account.username }, because, request);
}

/** The declared keys that this request brought; a correction (`…#n`) is for all keys that its base request brought. */
export function biosKeysOf(known: MachineMemory, id: RequestId): Readonly<Record<string, BiosValue>> {
  const base = id.split('#')[0];
  const keys: Record<string, BiosValue> = {};
  for (const [field, declared] of Object.entries(known.declared)) {
    if (field.startsWith('bios/') && declared.request === base) keys[field.slice('bios/'.length)] = declared.value;
  }
  return keys;
}

function powerStanding(power: 'On' | 'Off' | undefined, request: Requested, facts: Facts): Standing {
  if (power === undefined || facts.power === power) return satisfied;
  if (facts.power !== 'On' && facts.power !== 'Off') return between(facts);
  const because = `power: ${power} is declared, and it is ${facts.power}`;
  if (power === 'On') {
    return request.steps.PowerOn
      ? { kind: 'failed', message: 'PowerOn was sent and the machine stayed off' }
      : next({ verb: 'PowerOn' }, because);
  }
  return powerDown(because, request, facts);
}

/** Written together, then one reboot, then verified; on a machine that is off the write waits for power. */
function biosStanding(keys: Readonly<Record<string, BiosValue>>, request: Requested, facts: Facts): Standing {
  const { attributes, pending, complete } = facts.bios;
  const off = Object.keys(keys).filter((key) => attributes[key] !== keys[key]);
  if (off.length === 0) return satisfied;
  const text = off.map((key) => `${key}: ${show(attributes[key])} → ${show(keys[key])}`).join(', ');
  if (complete) {
    const missing = off.filter((key) => !Object.hasOwn(attributes, key));
    if (missing.length > 0) {
      return { kind: 'unsupported', message: `this BIOS has no attribute ${missing.join(', ')}` };
    }
    if (facts.capabilities.bios !== 'deferred') {
      const how = facts.capabilities.bios === 'immediate' ? 'would be applied at once' : 'cannot be written';
      return { kind: 'unsupported', message: `BIOS attributes ${how} on this BMC` };
    }
  }
  const unwritten = off.filter((key) => pending[key] !== keys[key]);
  if (unwritten.length > 0 && !request.steps.SetBios) {
    const wanted = Object.fromEntries(unwritten.map((key) => [key, keys[key] ?? null]));
    // On a machine that is off, whoever turns it on applies them.
    return next(
      { verb: 'SetBios', attributes: wanted },
      `BIOS ${text}`,
      facts.power === 'Off' ? [] : [{ verb: 'Reboot' }],
    );
  }
  const sent = request.steps.Reboot ?? request.steps.PowerOn;
  if (facts.power === 'On' && facts.pastPost === false) {
    return { kind: 'waits', reason: 'TaskOpen', message: 'the machine is in POST' };
  }
  if (unwritten.length > 0) {
    return { kind: 'failed', message: `the BIOS did not take ${unwritten.join(', ')}` };
  }
  if (facts.power === 'Off') {
    return { kind: 'waits', reason: 'WaitingForPower', message: `written, applied at the next power-on: ${text}` };
  }
  if (facts.power !== 'On') return between(facts);
  if (sent) return { kind: 'failed', message: `the BIOS still holds ${off.join(', ')} back after a reboot` };
  return reset(`the written BIOS keys take effect at a reboot: ${text}`, request, facts);
}

function operationStanding(operation: Operation, request: Requested, facts: Facts): Standing {
  const because = `operation ${operation.id} asks for ${operation.verb}`;
  const steps = request.steps;
  switch (operation.verb) {
    case 'Reboot':
    case 'PowerCycle': {
      const last = operation.verb === 'PowerCycle' ? 'PowerCycle' : 'Reboot';
      if (steps[last] === 'done' || steps.PowerOn === 'done') return satisfied;
      if (steps[last] || steps.PowerOn) return { kind: 'failed', message: `${last} had no effect` };
      if (facts.power === 'Off' && !steps['PowerOff/force']) {
        return { kind: 'waits', reason: 'WaitingForPower', message: 'the machine is off: there is nothing to reboot' };
      }
      if (facts.power !== 'On' && facts.power !== 'Off') return between(facts);
      if (operation.boot && steps.SetBootOnce !== 'done')
        return bootOnce(operation.boot, because, last, request, facts);
      return last === 'PowerCycle' && facts.lastReset !== undefined
        ? next({ verb: 'PowerCycle' }, because)
        : reset(because, request, facts);
    }
    case 'Identify':
      return once({ verb: 'Identify', indicator: operation.indicator ?? 'Lit' }, because, request);
    case 'ResetBmc':
      return once({ verb: 'ResetBmc' }, because, request);
    case 'ClearTasks':
      return once({ verb: 'ClearTasks' }, because, request);
    case 'Inspect':
      // Nothing is sent: a full look at the hardware is the whole of it, and conclude.ts sees when it came back.
      return { kind: 'waits', reason: 'Stale', message: 'a full look is on its way' };
    default:
      // An Erase that was asked for while nobody could do it: such a consent is too old to be acted upon.
      return {
        kind: 'unsupported',
        message: `${operation.verb} was asked for before this facility could; give it a new id`,
      };
  }
}

function once(args: Arguments, because: string, request: Requested): Standing {
  const ended = request.steps[stepOf(args)];
  if (ended === 'done') return satisfied;
  return ended ? { kind: 'failed', message: `${args.verb} had no effect` } : next(args, because);
}

function bootOnce(
  target: string,
  because: string,
  last: Arguments['verb'],
  request: Requested,
  facts: Facts,
): Standing {
  if (request.steps.SetBootOnce) return { kind: 'failed', message: `the BMC did not take ${target} as boot source` };
  if (facts.bios.complete && !facts.capabilities.bootTargets.includes(target)) {
    const offered = facts.capabilities.bootTargets.join(', ') || 'none';
    return { kind: 'unsupported', message: `boot from ${target} is not offered; offered are: ${offered}` };
  }
  const after: Arguments = last === 'PowerCycle' ? { verb: 'PowerCycle' } : { verb: 'Reboot' };
  return next({ verb: 'SetBootOnce', target }, because, [after]);
}

const show = (value: BiosValue | undefined): string => (value === undefined ? '(unknown)' : String(value));
