import type { Command } from 'commander';
import type { Stage } from './act.ts';

/** A command as the overview shows it. Its code is loaded only when it is called, so that every start is quick. */
export interface Listed {
  readonly name: string;
  readonly summary: string;
  load(stage: Stage): Promise<Command>;
}

/** In the order in which somebody new meets them. */
export const commands: readonly Listed[] = [
  {
    name: 'demo',
    summary: 'see all of it at work on this machine, without hardware',
    load: async (stage) => (await import('./commands/demo.ts')).demoCommand(stage),
  },
  {
    name: 'init',
    summary: 'write a fleet repo to start from',
    load: async (stage) => (await import('./commands/init.ts')).initCommand(stage),
  },
  {
    name: 'validate',
    summary: 'check the manifests of every facility',
    load: async (stage) => (await import('./commands/validate.ts')).validateCommand(stage),
  },
  {
    name: 'plan',
    summary: 'show what a revision would do to a facility',
    load: async (stage) => (await import('./commands/plan.ts')).planCommand(stage),
  },
  {
    name: 'adopt',
    summary: 'write the commit that makes manifests true, and take machines over',
    load: async (stage) => (await import('./commands/adopt.ts')).adoptCommand(stage),
  },
  {
    name: 'render',
    summary: 'show what a machine would be given to become a cluster node',
    load: async (stage) => (await import('./commands/render.ts')).renderCommand(stage),
  },
  {
    name: 'run',
    summary: 'reconcile a facility until stopped',
    load: async (stage) => (await import('./commands/run.ts')).runCommand(stage),
  },
  {
    name: 'boot',
    summary: 'serve the machines of a reconciler that keeps to itself',
    load: async (stage) => (await import('./commands/boot.ts')).bootCommand(stage),
  },
  {
    name: 'discover',
    summary: 'look for machines, and propose them as a branch',
    load: async (stage) => (await import('./commands/discover.ts')).discoverCommand(stage),
  },
  {
    name: 'status',
    summary: 'show how facilities are, out of their status branches',
    load: async (stage) => (await import('./commands/status.ts')).statusCommand(stage),
  },
  {
    name: 'why',
    summary: 'say what a machine is waiting for, and why it is held',
    load: async (stage) => (await import('./commands/why.ts')).whyCommand(stage),
  },
  {
    name: 'log',
    summary: 'show what happened to a machine',
    load: async (stage) => (await import('./commands/log.ts')).logCommand(stage),
  },
  {
    name: 'hold',
    summary: 'stop acting on a machine, a rack or all, for a time',
    load: async (stage) => (await import('./commands/hold.ts')).holdCommand(stage),
  },
  {
    name: 'accept',
    summary: 'say that a rewritten main is meant',
    load: async (stage) => (await import('./commands/accept.ts')).acceptCommand(stage),
  },
  {
    name: 'unit',
    summary: 'print a systemd drop-in: only the addresses of a facility',
    load: async (stage) => (await import('./commands/unit.ts')).unitCommand(stage),
  },
  {
    name: 'sim',
    summary: 'serve a simulated facility: one Redfish service a machine',
    load: async (stage) => (await import('./commands/sim.ts')).simCommand(stage),
  },
];
