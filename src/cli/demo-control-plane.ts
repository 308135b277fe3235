import { selfArguments } from './carried.ts';

/** Where the second reconciler of the demonstration says how it is. */
export const standbyPort = 18_100;

/**
 * What the demonstration runs beside its machines: a second reconciler that stands by, as a child of the first one (driver
 * `process`). Files of the fleet repo, by path.
 */
export function controlPlaneOf(
  facility: string,
  dir: string,
  fleet: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const where = `facilities/${facility}/facility.yaml`;
  const standby = [process.execPath, ...selfArguments(), 'run', '--standby', '-f', '{{facility.name}}'];
  const repo = ['--repo', `${dir}/fleet.git`, '--secrets', `${dir}/secrets`, '--git', 'isomorphic'];
  const own = ['--state', '{{root}}/var/lib/standby', '--listen', `127.0.0.1:${standbyPort}`];
  const command = [...standby, ...repo, ...own].map((word) => JSON.stringify(word)).join(', ');
  return new Map([
    [where, (fleet.get(where) ?? '').replace('  ranges:\n', '  ranges:\n    hosts: [127.0.0.0/8]\n')],
    [
      'components/standby.yaml',
      `apiVersion: nanometal/v1alpha1
kind: Component
metadata: { name: standby }
spec:
  version: "1"
  service:
    command: [${command}]
  health: [{ http: "http://127.0.0.1:${standbyPort}/healthz" }]
`,
    ],
    [
      `facilities/${facility}/control-plane.yaml`,
      `apiVersion: nanometal/v1alpha1
kind: ControlPlane
metadata: { name: ${facility} }
spec:
  driver: process                  # children of the reconciler; on a real host: ssh
  hosts: [{ name: here, address: 127.0.0.1 }]
  components: [{ name: standby }]
`,
    ],
  ]);
}
