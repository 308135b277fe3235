import type { ComponentHost, ControlPlane, Release } from '../model/component.ts';
import type {
  ComponentManifest,
  ControlPlaneManifest,
  DeclaredPlacement,
  FacilityManifest,
} from '../model/manifest.gen.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { type Conflict, conflictsOf, type Placement } from './component-conflicts.ts';
import { inOrder } from './component-order.ts';
import { contains, readIp, readRange } from './ip.ts';
import { limits } from './limits.ts';
import { afterOf } from './link-components.ts';
import { didYouMean, nearest } from './nearest.ts';
import type { ParsedFile } from './parse.ts';
import { placeIn } from './place-in.ts';
import { printablePath, shown } from './printable.ts';
import { absentRelease, renderRelease } from './release.ts';
import { type Setting, settingValues, shapeOf } from './template-values.ts';
import { TemplateWriter, type Value } from './template-writer.ts';
import { pointerTo } from './yaml-node.ts';

export interface Ground {
  readonly facility: FacilityManifest;
  /** By name. */
  readonly components: ReadonlyMap<string, ParsedFile>;
  /** What the templates of every component see. */
  readonly values: Readonly<Record<string, Value>>;
}

/** What a facility runs, every component rendered for each of its hosts; or what is wrong with that. */
export function linkControlPlane(
  file: ParsedFile,
  { spec }: ControlPlaneManifest,
  ground: Ground,
): Result<ControlPlane, Problem[]> {
  const hosts = spec.hosts.map(linkHost).sort((a, b) => (a.name < b.name ? -1 : 1));
  const within = ground.facility.spec.ranges.hosts ?? [];
  const present = new Set(spec.components.filter(({ absent }) => !absent).map(({ name }) => name));
  const placed = spec.components.map((placement, index) => place(file, placement, index, hosts, ground, present));
  const problems = [...checkRanges(file, spec, within), ...placed.flatMap((result) => (result.ok ? [] : result.error))];
  if (problems.length > 0) return fail(problems);
  const wanted = placed.flatMap((result) => (result.ok ? result.value : []));
  const releases = render(wanted, ground.values, spec.driver ?? 'ssh');
  if (!releases.ok) return releases;
  const conflicts = conflictsOf(releases.value).map((conflict) => explainConflict(file, spec, conflict));
  if (conflicts.length > 0) return fail(conflicts);
  return ok({
    file: file.path,
    driver: spec.driver ?? 'ssh',
    within,
    hosts,
    concurrency: spec.concurrency ?? 1,
    releases: ordered(spec, hosts, ground, releases.value),
  });
}

type Spec = ControlPlaneManifest['spec'];

function linkHost({ name, address, port = 22, hostKey = '', credentials = '' }: Spec['hosts'][number]): ComponentHost {
  return { name, address, port, credentials, hostKey };
}

function checkRanges(file: ParsedFile, { hosts }: Spec, within: readonly string[]): Problem[] {
  const ranges = within.flatMap((text) => readRange(text) ?? []);
  return hosts.flatMap(({ address }, i): Problem[] => {
    const ip = readIp(address);
    if (ip === null || ranges.some((range) => contains(range, ip))) return [];
    return [
      {
        code: 'address-out-of-range',
        ...placeIn(file, `/spec/hosts/${i}/address`),
        message:
          within.length === 0
            ? 'the facility names no range for hosts'
            : 'the host is outside the ranges of the facility',
        value: shown(address),
        remedy: `${within.length === 0 ? '' : 'correct the address, or '}add its range to \`ranges.hosts\` in facility.yaml`,
      },
    ];
  });
}

/** A component on one host, before it is rendered. */
interface Wanted {
  readonly file: ParsedFile;
  readonly component: ComponentManifest;
  readonly host: ComponentHost;
  readonly version?: string;
  readonly settings: Readonly<Record<string, Setting>>;
  readonly after: readonly string[];
}

const hostsOf = (placement: DeclaredPlacement, hosts: readonly ComponentHost[]): readonly ComponentHost[] =>
  hosts.filter(({ name }) => placement.hosts?.includes(name) ?? true);

function place(
  file: ParsedFile,
  placement: DeclaredPlacement,
  index: number,
  hosts: readonly ComponentHost[],
  { components }: Ground,
  present: ReadonlySet<string>,
): Result<readonly Wanted[], Problem[]> {
  const at = `/spec/components/${index}`;
  // Its file may be gone already: what is removed is what the host says was installed.
  if (placement.absent) return ok([]);
  const { name, version } = placement;
  const own = components.get(name);
  if (own?.manifest.kind !== 'Component') {
    const near = nearest(name, components.keys());
    return fail([
      {
        code: 'reference-unknown',
        ...placeIn(file, `${at}/name`),
        message: 'there is no component of this name',
        value: shown(name),
        remedy: near === undefined ? `add components/${name}.yaml` : `did you mean \`${near}\`?`,
      },
    ]);
  }
  const component = own.manifest;
  const settings = linkSettings(file, placement, at, own.path, component);
  const places = hostsOf(placement, hosts);
  const unfit: Problem[] =
    component.spec.install?.manifests === undefined || places.length === 1
      ? []
      : [
          {
            code: 'component-unfit',
            ...placeIn(file, `${at}/name`),
            message: `its Kubernetes manifests would be applied by ${places.length} hosts`,
            value: shown(name),
            remedy: 'add `hosts: […]` with the one host on which kubectl reaches the cluster',
          },
        ];
  if (!settings.ok) return fail([...settings.error, ...unfit]);
  if (unfit.length > 0) return fail(unfit);
  const shared = {
    file: own,
    component,
    settings: settings.value,
    after: (component.spec.after ?? []).filter((other) => present.has(other)),
  };
  return ok(places.map((host) => ({ ...shared, host, ...(version === undefined ? {} : { version }) })));
}

/** The component's own with the control plane's on top; of those that nobody gives, and of those that nobody has, a problem. */
function linkSettings(
  file: ParsedFile,
  placement: DeclaredPlacement,
  at: string,
  path: string,
  { spec: { settings: own = {} } }: ComponentManifest,
): Result<Readonly<Record<string, Setting>>, Problem[]> {
  const said = placement.settings ?? {};
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(said)) {
    const place = placeIn(file, pointerTo(`${at}/settings`, name));
    const mine = own[name];
    if (mine === undefined) {
      const names = Object.keys(own);
      const remedy = names.length === 0 ? `${path} has no settings` : `there are: ${names.join(', ')}`;
      const unknown = { message: 'the component has no such setting', value: shown(name), remedy };
      problems.push({ code: 'reference-unknown', ...place, ...unknown, ...didYouMean(name, names) });
    } else if (shapeOf(mine).kind !== shapeOf(value).kind) {
      const message = `this setting is ${sorts[shapeOf(mine).kind]}, not ${sorts[shapeOf(value).kind]}`;
      const remedy = `write it as ${printablePath(path)} has it`;
      problems.push({ code: 'schema', ...place, message, value: shown(String(value)), remedy });
    }
  }
  const settings: Record<string, Setting> = {};
  for (const [name, value] of Object.entries(own)) {
    const given = said[name] ?? value;
    if (given !== null) settings[name] = given;
    else {
      const remedy = `add \`settings: { ${name}: … }\`; ${printablePath(path)} leaves it to each control plane`;
      const message = `the setting \`${name}\` is missing`;
      problems.push({
        code: 'setting-missing',
        ...placeIn(file, `${at}/name`),
        message,
        value: shown(placement.name),
        remedy,
      });
    }
  }
  return problems.length > 0 ? fail(problems) : ok(settings);
}

const sorts = { text: 'text', flag: 'true or false', list: 'a list', map: 'a map' } as const;

/** With what stands for the root folder: the driver `process` puts its own there. */
function render(
  wanted: readonly Wanted[],
  common: Ground['values'],
  driver: string,
): Result<readonly Placement[], Problem[]> {
  const writer = new TemplateWriter(limits.renderedLength);
  const root = driver === 'process' ? '@ROOT@' : '';
  const placements: Placement[] = [];
  const problems = new Map<string, Problem>();
  for (const { file, component, host, version, settings, after } of wanted) {
    const values: Readonly<Record<string, Value>> = {
      ...common,
      component: { name: component.metadata.name },
      host: { name: host.name, address: host.address },
      settings: settingValues(settings),
      root,
    };
    const rendered = renderRelease(
      { component, host, after, values, ...(version === undefined ? {} : { version }) },
      writer,
    );
    if (rendered.ok) placements.push({ ...rendered.value, file });
    else {
      for (const { pointer, within: _, ...said } of rendered.error) {
        const problem = { ...said, ...placeIn(file, pointer), message: `on host \`${host.name}\`: ${said.message}` };
        // Of many hosts one is enough.
        const key = `${file.path} ${pointer}`;
        if (!problems.has(key)) problems.set(key, problem);
      }
    }
  }
  return problems.size > 0 ? fail([...problems.values()]) : ok(placements);
}

function explainConflict(file: ParsedFile, { components }: Spec, { earlier, later, host, word }: Conflict): Problem {
  const { component } = later.placement.release;
  const index = components.findIndex(({ name, hosts }) => name === component && (hosts?.includes(host) ?? true));
  const place = placeIn(earlier.placement.file, earlier.pointer);
  const where = `${place.file}${place.line === undefined ? '' : `:${place.line}`}`;
  return {
    code: 'component-conflict',
    ...placeIn(file, `/spec/components/${index}/name`),
    message: `on host \`${host}\` its ${word} is also that of \`${earlier.placement.release.component}\` (${where})`,
    value: shown(component),
    remedy: 'put one of them on another host, or give it another one by its settings',
  };
}

/** What is removed goes first, so that it makes room: what needs another one before that one. */
function ordered(
  { components }: Spec,
  hosts: readonly ComponentHost[],
  ground: Ground,
  placements: readonly Placement[],
): Release[] {
  const names = inOrder(new Map([...ground.components].map(([name, file]) => [name, afterOf(file)] as const)));
  const absent = components.filter((placement) => placement.absent);
  const gone = new Set(absent.map(({ name }) => name));
  const known = new Set(names);
  const unknown = [...gone].filter((name) => !known.has(name)).sort();
  const removed = [...unknown, ...names.toReversed().filter((name) => gone.has(name))].flatMap((name) =>
    hosts
      .filter((host) => absent.some((placement) => placement.name === name && hostsOf(placement, [host]).length > 0))
      .map((host) => absentRelease(name, host.name)),
  );
  const present = names.flatMap((name) =>
    placements
      .map(({ release }) => release)
      .filter(({ component }) => component === name)
      .sort((a, b) => (a.host < b.host ? -1 : 1)),
  );
  return [...removed, ...present];
}
