import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Running } from './children.ts';
import type { Debian } from './debian.ts';
import { startFacility, type TestFacility } from './facility.ts';
import type { Changes } from './fleet-repo.ts';
import { eventually } from './wait.ts';

const example = fileURLToPath(new URL('../../../examples/fleet-repo', import.meta.url));
/** A component as the example fleet repo has it. */
export const exampleComponent = (name: string): Changes => ({
  [`components/${name}.yaml`]: readFileSync(join(example, `components/${name}.yaml`), 'utf8'),
});

/** The control plane of a test facility: one host, and these entries. */
export const controlPlane = (debian: Debian, entries: readonly string[]): Changes => ({
  'facilities/ams1/control-plane.yaml': `apiVersion: nanometal/v1alpha1
kind: ControlPlane
metadata: { name: ams1 }
spec:
  hosts: [{ name: infra1, address: ${debian.subject.address}, hostKey: "${debian.subject.hostKey}", credentials: infra }]
  components:
${entries.map((entry) => `    - ${entry}\n`).join('')}`,
});

/** A facility of two machines whose control plane is this Debian; nothing is declared to run on it yet. */
export async function startPlane(debian: Debian): Promise<TestFacility> {
  const facility = await startFacility({
    count: 2,
    files: (sim) => {
      const path = 'facilities/ams1/facility.yaml';
      const text = readFileSync(join(sim.fleet, path), 'utf8');
      const ranges = '  ranges:\n    hosts: [198.18.0.0/15]\n    provisioning: [198.18.0.0/15]\n';
      return { [path]: text.replace('  ranges:\n', ranges) };
    },
  });
  copyFileSync(join(debian.logins, 'root.yaml'), join(facility.sim.secrets, 'infra.yaml'));
  return facility;
}

interface Told {
  readonly healthy?: { readonly version: string; readonly digest: string };
  readonly failed?: { readonly version: string; readonly digest: string; readonly message: string };
  readonly applying?: object;
  readonly conditions: readonly { readonly type: string; readonly status: string; readonly reason: string }[];
}

/** What the status branch says of a component; null: nothing. */
export function told(facility: TestFacility, component: string): Told | null {
  const { hosts } = Object(facility.status(`control-plane/${component}.json`));
  return hosts?.infra1 ?? null;
}

/** `AsDeclared True, Healthy True`. */
export const conditionsOf = (facility: TestFacility, component: string): string =>
  (told(facility, component)?.conditions ?? [])
    .map(({ type, status, reason }) => `${type} ${status === 'True' ? status : `${status} (${reason})`}`)
    .sort()
    .join(', ');

export const well = 'AsDeclared True, Healthy True';

/** Until all of them are installed as declared, healthy, and said to be; fails where one fails that had not before. */
export function untilWell(
  facility: TestFacility,
  running: Running,
  components: readonly string[],
  patienceMs = 600_000,
): Promise<true> {
  const before = components.map((name) => told(facility, name)?.failed?.digest);
  return eventually(
    `${components.join()} are healthy`,
    () => {
      if (running.child.exitCode !== null) throw new Error(`it ended:\n${running.lines.slice(-20).join('\n')}`);
      for (const [i, name] of components.entries()) {
        const { failed } = told(facility, name) ?? {};
        if (failed && failed.digest !== before[i]) throw new Error(`${name} ${failed.version}: ${failed.message}`);
      }
      return components.every((name) => conditionsOf(facility, name) === well) ? true : null;
    },
    patienceMs,
  ).catch((late: unknown) => {
    const seen = components.map((name) => `${name}: ${JSON.stringify(told(facility, name))}`);
    throw new Error([...seen, ...running.lines.slice(-60)].join('\n'), { cause: late });
  });
}

/** Events of one kind that a process told, in order. */
export const eventsOf = (running: Running, kind: string): readonly Readonly<Record<string, unknown>>[] =>
  running.lines.filter((line) => line.includes(`"event":"${kind}"`)).map((line) => JSON.parse(line));
