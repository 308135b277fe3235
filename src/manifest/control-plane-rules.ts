import type { ControlPlaneManifest } from '../model/manifest.gen.ts';
import { didYouMean } from './nearest.ts';
import { fault, type RuleFault } from './rule-fault.ts';

/** What a schema cannot say of a control plane, by itself. */
export function checkControlPlane({ spec }: ControlPlaneManifest): RuleFault[] {
  return [...checkLogins(spec), ...checkHosts(spec), ...checkPlacements(spec)];
}

type Spec = ControlPlaneManifest['spec'];

const ofSsh = ['hostKey', 'credentials'] as const;

/** Without its key a host could be anybody; the driver `process` reaches nobody. */
function checkLogins({ driver = 'ssh', hosts }: Spec): RuleFault[] {
  return hosts.flatMap((host, i): RuleFault[] => {
    const at = `/spec/hosts/${i}`;
    if (driver === 'ssh') {
      return ofSsh.flatMap((field): RuleFault[] => {
        if (host[field] !== undefined) return [];
        const remedy =
          field === 'hostKey'
            ? 'add `hostKey:` with what `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` prints on the host'
            : 'add `credentials:` with the name of a login';
        return [
          { code: 'schema', pointer: `${at}/${field}`, message: `\`${field}\` is missing: ssh needs it`, remedy },
        ];
      });
    }
    return ([...ofSsh, 'port'] as const).flatMap((field): RuleFault[] => {
      const value = host[field];
      if (value === undefined) return [];
      return [fault(`${at}/${field}`, `\`${field}\` goes only with the driver ssh`, String(value), 'remove it')];
    });
  });
}

function checkHosts({ driver = 'ssh', hosts }: Spec): RuleFault[] {
  const twice = (field: 'name' | 'place', value: (host: Spec['hosts'][number]) => string): RuleFault[] =>
    hosts.flatMap((host, i): RuleFault[] => {
      const first = hosts.findIndex((other) => value(other) === value(host));
      if (first === i) return [];
      const pointer = `/spec/hosts/${i}/${field === 'name' ? 'name' : 'address'}`;
      const message = field === 'name' ? 'two hosts have this name' : `this is also the host \`${hosts[first]?.name}\``;
      return [{ ...fault(pointer, message, value(host), 'name each host once'), code: 'host-duplicate' }];
    });
  const names = twice('name', ({ name }) => name);
  return driver === 'ssh'
    ? [...names, ...twice('place', ({ address, port = 22 }) => `${address} port ${port}`)]
    : names;
}

/** A component may be named again for other hosts, with other settings; for one host once. */
function checkPlacements({ hosts, components }: Spec): RuleFault[] {
  const known = hosts.map(({ name }) => name);
  const taken = new Map<string, number>();
  return components.flatMap((placement, i): RuleFault[] => {
    const unknown = (placement.hosts ?? []).flatMap((name, j): RuleFault[] => {
      if (known.includes(name)) return [];
      const said = fault(`/spec/components/${i}/hosts/${j}`, 'there is no host of this name', name);
      return [
        { ...said, code: 'reference-unknown', remedy: `there are: ${known.join(', ')}`, ...didYouMean(name, known) },
      ];
    });
    const own = placement.hosts ?? known;
    const double = own.find((name, j) => taken.has(`${placement.name} ${name}`) || own.indexOf(name) !== j);
    const earlier = taken.get(`${placement.name} ${double}`) ?? i;
    for (const name of own) taken.set(`${placement.name} ${name}`, i);
    if (double === undefined) return unknown;
    const pointer = `/spec/components/${i}/name`;
    const message =
      earlier === i
        ? `host \`${double}\` is named twice`
        : `for host \`${double}\` this component is also \`components[${earlier}]\``;
    const remedy = 'name it once for each host, with `hosts: […]` where they differ';
    return [...unknown, { ...fault(pointer, message, placement.name, remedy), code: 'component-duplicate' }];
  });
}
