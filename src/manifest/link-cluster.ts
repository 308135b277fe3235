import type { Bootstrap, Cluster, NodeGroup, NodeSettings } from '../model/cluster.ts';
import { bootstraps } from '../model/cluster.ts';
import type { Machine } from '../model/fleet.ts';
import type { ClusterManifest } from '../model/manifest.gen.ts';
import type { FacilityName, MachineName } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { memberPointers } from './cluster-rules.ts';
import { nearest } from './nearest.ts';
import type { ParsedFile } from './parse.ts';
import { printablePath, shown } from './printable.ts';

/** The clusters of a facility with their members, or what is wrong between them. `machines` is sorted by name. */
export function linkClusters(
  files: readonly ParsedFile[],
  machines: readonly Machine[],
  facility: FacilityName,
): Result<readonly Cluster[], Problem[]> {
  const claimed = new Map<MachineName, ParsedFile>();
  const problems: Problem[] = [];
  const clusters: Cluster[] = [];
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const { manifest } = file;
    if (manifest.kind !== 'Cluster') continue;
    problems.push(...checkMembers(file, manifest, machines, facility, claimed));
    clusters.push(linkCluster(file, manifest, machines));
  }
  return problems.length > 0 ? fail(problems) : ok(clusters.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

function checkMembers(
  file: ParsedFile,
  manifest: ClusterManifest,
  machines: readonly Machine[],
  facility: FacilityName,
  claimed: Map<MachineName, ParsedFile>,
): Problem[] {
  const { controlPlane, workers } = manifest.spec;
  const names = [...controlPlane.machines, ...(workers?.machines ?? [])];
  const pointers = memberPointers(manifest);
  return names.flatMap((name, i): Problem[] => {
    const pointer = pointers[i] ?? '';
    const place = { file: printablePath(file.path), ...file.places[pointer], pointer, value: shown(name) };
    const machine = machineNamed(machines, name);
    if (machine === undefined) {
      const near = nearest(
        name,
        machines.map((known) => known.name),
      );
      const remedy =
        near === undefined ? 'a cluster is made of machines of its own facility' : `did you mean \`${near}\`?`;
      return [
        { code: 'reference-unknown', ...place, message: `there is no machine of this name in ${facility}`, remedy },
      ];
    }
    const other = claimed.get(name);
    claimed.set(name, other ?? file);
    const message = `this machine is also in ${other === undefined ? '' : printablePath(other.path)}`;
    return [
      ...(other === undefined
        ? []
        : [
            {
              code: 'member-duplicate' as const,
              ...place,
              message,
              remedy: 'a machine is in one cluster: name it in one',
            },
          ]),
      ...(machine.identity.uuid === undefined
        ? [
            {
              code: 'member-unfit' as const,
              ...place,
              message: 'the system UUID of this machine is not known, and its provider id is made of it',
              remedy: `add \`identity.uuid\` to ${printablePath(machine.file)}`,
            },
          ]
        : []),
    ];
  });
}

function linkCluster(file: ParsedFile, { metadata, spec }: ClusterManifest, machines: readonly Machine[]): Cluster {
  const { version, endpoint, network, controlPlane, workers = { machines: [] } } = spec;
  return {
    name: metadata.name,
    file: file.path,
    bootstrap: bootstrapOf(spec.bootstrap),
    ...(version === undefined ? {} : { version }),
    ...(endpoint === undefined ? {} : { endpoint: { host: endpoint.host, port: endpoint.port ?? 6443 } }),
    ...(network === undefined ? {} : { network: { dnsDomain: 'cluster.local', ...network } }),
    controlPlane: linkGroup(controlPlane, machines),
    workers: { ...linkGroup(workers, machines), maxConcurrent: workers.maxConcurrent ?? 1 },
    node: linkNode(spec.node ?? {}),
    specDigest: file.digest,
  };
}

type Spec = ClusterManifest['spec'];

const linkGroup = (
  { machines: names, labels = {}, taints }: Spec['controlPlane'],
  machines: readonly Machine[],
): NodeGroup => ({
  machines: names.flatMap((name) => machineNamed(machines, name) ?? []),
  labels,
  ...(taints === undefined ? {} : { taints }),
});

function linkNode({
  sshKeys = [],
  packages = [],
  ntp = [],
  files = [],
  commands = {},
}: NonNullable<Spec['node']>): NodeSettings {
  return {
    sshKeys,
    packages,
    ntp,
    files: files.map(({ path, content, permissions = '0644', owner = 'root:root' }) => ({
      path,
      content,
      permissions,
      owner,
    })),
    before: commands.before ?? [],
    after: commands.after ?? [],
  };
}

function bootstrapOf(name: string): Bootstrap {
  const known = bootstraps.find((bootstrap) => bootstrap === name);
  if (known === undefined) throw new Error(`the rules let through an unknown bootstrap driver: ${name}`);
  return known;
}

/** Of a list sorted by name, without a look at each of a large fleet. */
function machineNamed(machines: readonly Machine[], name: MachineName): Machine | undefined {
  let low = 0;
  let high = machines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((machines[middle]?.name ?? '') < name) low = middle + 1;
    else high = middle;
  }
  const found = machines[low];
  return found?.name === name ? found : undefined;
}
