import { bootstraps } from '../model/cluster.ts';
import { kubeadmApiOf, readKubernetesVersion } from '../model/kubernetes.ts';
import type { ClusterManifest } from '../model/manifest.gen.ts';
import { overlap, type Range, readRange } from './ip.ts';
import { didYouMean } from './nearest.ts';
import { fault, type RuleFault } from './rule-fault.ts';

/** What a schema cannot say of a cluster, by itself. */
export function checkCluster(manifest: ClusterManifest): RuleFault[] {
  const { spec } = manifest;
  return [
    ...checkBootstrap(spec),
    ...checkOdd(spec),
    ...checkTwice(manifest),
    ...checkNetwork(spec),
    ...checkFiles(spec),
    ...checkLabels(spec),
  ];
}

type Spec = ClusterManifest['spec'];

const groups = ['controlPlane', 'workers'] as const;

/** Where each member is named, in the order of the manifest. */
export const memberPointers = ({ spec }: ClusterManifest): readonly string[] =>
  groups.flatMap((group) => (spec[group]?.machines ?? []).map((_, i) => `/spec/${group}/machines/${i}`));

function checkBootstrap(spec: Spec): RuleFault[] {
  const { bootstrap } = spec;
  if (!bootstraps.some((known) => known === bootstrap)) {
    const unknown = fault('/spec/bootstrap', 'there is no bootstrap driver of this name', bootstrap);
    return [{ ...unknown, remedy: `there are: ${bootstraps.join(', ')}`, ...didYouMean(bootstrap, bootstraps) }];
  }
  if (bootstrap !== 'kubeadm') return [];
  const missing = (['version', 'endpoint', 'network'] as const).filter((field) => spec[field] === undefined);
  const version = readKubernetesVersion(spec.version ?? '');
  const tooOld = version !== null && kubeadmApiOf(version) === null;
  return [
    ...missing.map((field) => ({
      code: 'schema' as const,
      pointer: `/spec/${field}`,
      message: `\`${field}\` is missing: kubeadm needs it`,
      remedy: `add \`${field}:\``,
    })),
    ...(tooOld
      ? [fault('/spec/version', 'no known kubeadm of this version', spec.version ?? '', 'take v1.22.0 or a later v1')]
      : []),
  ];
}

/** A member more than an odd number is one more that can fail, and tolerates no further loss. */
function checkOdd({ controlPlane }: Spec): RuleFault[] {
  const count = controlPlane.machines.length;
  if (count % 2 === 1) return [];
  const lost = (members: number): number => members - (Math.floor(members / 2) + 1);
  return [
    fault(
      '/spec/controlPlane/machines',
      `an even number of members: etcd with ${count} survives the loss of ${lost(count)}, no more than with ${count - 1}`,
      `${count} machines`,
      `name ${count - 1} or ${count + 1}`,
    ),
  ];
}

function checkTwice(manifest: ClusterManifest): RuleFault[] {
  const first = new Map<string, string>();
  return groups.flatMap((group) =>
    (manifest.spec[group]?.machines ?? []).flatMap((name, i): RuleFault[] => {
      const earlier = first.get(name);
      first.set(name, earlier ?? group);
      if (earlier === undefined) return [];
      const message =
        earlier === group
          ? `this machine is named twice in \`${group}\``
          : 'a machine is control plane or worker, not both';
      return [{ ...fault(`/spec/${group}/machines/${i}`, message, name, 'name it once'), code: 'member-duplicate' }];
    }),
  );
}

function checkNetwork({ network }: Spec): RuleFault[] {
  if (network === undefined) return [];
  const sorts = ['pods', 'services'] as const;
  const read = (texts: readonly string[]): readonly Range[] => texts.flatMap((text) => readRange(text) ?? []);
  const families = (texts: readonly string[]): string =>
    read(texts)
      .map(({ base }) => (base.length === 4 ? 'IPv4' : 'IPv6'))
      .join(' and ');
  const alike = sorts.flatMap((sort): RuleFault[] => {
    const [one, two] = read(network[sort]);
    if (two === undefined || one?.base.length !== two.base.length) return [];
    return [fault(`/spec/network/${sort}/1`, 'both ranges are of one family', network[sort][1] ?? '', 'one of each')];
  });
  if (alike.length > 0) return alike;
  const other = families(network.services);
  if (families(network.pods) !== other) {
    const message = `services are ${other}, and pods are ${families(network.pods)}`;
    return [fault('/spec/network/pods', message, network.pods.join(', '), 'give both the same, in one order')];
  }
  return network.services.flatMap((text, i): RuleFault[] => {
    const [range] = read([text]);
    const hit = network.pods.find((pods) => read([pods]).some((pod) => range !== undefined && overlap(range, pod)));
    if (hit === undefined) return [];
    return [fault(`/spec/network/services/${i}`, `it overlaps with ${hit} of pods`, text, 'keep them apart')];
  });
}

/** Below here lies what the drivers write; a file of the operator's in its place would be lost or break it. */
const ours = ['/run/nanometal/', '/run/cluster-api/'];

function checkFiles({ node }: Spec): RuleFault[] {
  const seen = new Set<string>();
  return (node?.files ?? []).flatMap(({ path }, i): RuleFault[] => {
    const pointer = `/spec/node/files/${i}/path`;
    const again = seen.has(path);
    seen.add(path);
    if (again) return [fault(pointer, 'two files have this path', path, 'say once what is in it')];
    if (/\/(?:\.{0,2})(?:\/|$)/.test(path)) {
      return [fault(pointer, 'a part of the path is empty, `.` or `..`', path)];
    }
    const taken = ours.find((folder) => path.startsWith(folder));
    return taken === undefined ? [] : [fault(pointer, `what lies in ${taken} is nanometal's own`, path)];
  });
}

/** A kubelet that is given another label under these does not start. */
const kubeletMaySet = /(?:^|\.)(?:node|kubelet)\.kubernetes\.io$/;

function checkLabels(spec: Spec): RuleFault[] {
  return groups.flatMap((group) =>
    Object.keys(spec[group]?.labels ?? {}).flatMap((key): RuleFault[] => {
      const [domain = '', word] = key.split('/');
      if (word === undefined || !/(?:^|\.)k(?:ubernetes|8s)\.io$/.test(domain) || kubeletMaySet.test(domain)) return [];
      const pointer = `/spec/${group}/labels`;
      return [fault(pointer, 'a kubelet may not label its own node so', key, 'take a domain of your own')];
    }),
  );
}
