import { canonical } from '../../../model/canonical.ts';
import type { Content, HealthCheck, Release, Service } from '../../../model/component.ts';
import { fail, ok } from '../../../model/result.ts';
import type { Processes, ProcessSpec } from '../../../ports/processes.ts';
import type { Shell } from '../../../ports/shell.ts';
import { word } from '../../sh.ts';
import type { Ground, Placed, Services } from '../host/ground.ts';
import type { ServiceState } from '../host/reading.ts';
import type { Step } from '../host/step.ts';

/** What stands for the prefix in texts, commands, environments and checks. */
const mark = '@ROOT@';

/** A folder that stands for a host: its paths are below it, and its services are children of this process. */
export function prefixGround(root: string, shell: Shell, processes: Processes): Ground {
  return {
    base: `${root}/var/lib/nanometal-components`,
    needs: ['sha256sum', 'timeout', 'flock', 'awk', 'bash'],
    apt: false,
    place(release) {
      const { service, manifests = [], component } = release;
      if (release.state === 'present' && service?.kind === 'unit') {
        return fail(
          `${component}: ${service.unit} is a unit of systemd, which the driver process does not have: use ssh`,
        );
      }
      if (release.state === 'present' && manifests.length > 0) {
        return fail(`${component}: the driver process applies no Kubernetes manifests: use ssh`);
      }
      return ok({ ...placedIn(root, release), origin: release, unitFile: -1 });
    },
    objection: (placed) => missingCommand(shell, placed),
    services: children(root, processes),
  };
}

function placedIn(root: string, release: Release): Release {
  const in_ = (text: string): string => text.replaceAll(mark, root);
  const content = (one: Content): Content => (one.kind === 'inline' ? { ...one, text: in_(one.text) } : one);
  const { service } = release;
  return {
    ...release,
    files: release.files.map((file) => ({ ...file, path: `${root}${file.path}`, content: content(file.content) })),
    health: release.health.map((check) => checkIn(in_, check)),
    ...(service === undefined ? {} : { service: serviceIn(in_, service) }),
  };
}

function checkIn(in_: (text: string) => string, check: HealthCheck): HealthCheck {
  if (check.kind === 'http') return { ...check, url: in_(check.url) };
  return check.kind === 'command' ? { ...check, command: check.command.map(in_) } : check;
}

const serviceIn = (in_: (text: string) => string, service: Service): Service =>
  service.kind === 'unit'
    ? service
    : {
        ...service,
        command: service.command.map(in_),
        environment: Object.fromEntries(Object.entries(service.environment).map(([key, value]) => [key, in_(value)])),
      };

/** Found on this host, or among the files of the release itself. */
async function missingCommand(
  shell: Shell,
  { service, files, component, packages }: Placed,
): Promise<{ readonly reason: 'package' | 'host'; readonly message: string } | null> {
  const [command] = service?.kind === 'process' ? service.command : [];
  if (command === undefined || files.some(({ path }) => path === command)) return null;
  const options = { timeoutMs: 10_000, outputMax: 10_000, signal: new AbortController().signal };
  const found = await shell.run(`command -v ${word(command)} >/dev/null`, '', options);
  if (found.kind === 'exited' && found.code === 0) return null;
  const install =
    packages.length === 0 ? 'install it on this host' : `install ${packages.map((p) => p.name).join(', ')}`;
  return { reason: 'package', message: `${component}: ${command} is not found: ${install}` };
}

function children(root: string, processes: Processes): Services {
  const nameOf = ({ component }: Placed): string => `${root}/${component}`;
  const specOf = (placed: Placed): ProcessSpec | null => {
    const { service, component } = placed;
    if (service?.kind !== 'process') return null;
    const folder = `${root}/var/lib/${service.state ?? `nanometal-components/${component}`}`;
    return {
      command: service.command,
      environment: service.environment,
      folder,
      log: `${root}/var/log/${component}.log`,
    };
  };
  const done: Step = { kind: 'done', lines: [] };

  return {
    look: () => '',
    state(placed): ServiceState {
      const state = processes.find(nameOf(placed));
      const active = state?.running === true;
      return {
        loaded: true,
        enabled: true,
        active,
        restarts: state?.restarts ?? 0,
        seconds: state?.seconds ?? 0,
        run: String(state?.run ?? 0),
        words: state === null ? 'not started' : `ended (${state.ended})`,
      };
    },
    remember: async () => done,
    async retire(_, placed, stays) {
      const kept = stays === null || specOf(stays) === null ? null : nameOf(stays);
      for (const name of new Set(placed.map(nameOf))) if (name !== kept) await processes.stop(name);
      return done;
    },
    settle: async () => done,
    async start(steps, placed, how) {
      const spec = specOf(placed);
      if (spec === null) return done;
      if (steps.isOver()) return { kind: 'cut', began: false, message: 'called off' };
      const name = nameOf(placed);
      const state = processes.find(name);
      const same = state?.running === true && canonical(state.spec) === canonical(spec);
      if (same && (how === 'start' || (how === 'reload' && processes.reload(name)))) return done;
      const started = await processes.start(name, spec);
      return started.ok ? done : { kind: 'stop', reason: 'host', message: started.error };
    },
  };
}
