import type { ComponentHost, Content, HealthCheck, Release, ReleaseFile, Service } from '../model/component.ts';
import type { ComponentManifest } from '../model/manifest.gen.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { templateFields } from './component-fields.ts';
import { digestOf } from './digest.ts';
import { readDurationMs } from './duration.ts';
import { limits } from './limits.ts';
import { shown } from './printable.ts';
import { misfitOf, readHostPort } from './rendered.ts';
import type { RuleFault } from './rule-fault.ts';
import type { TemplateWriter, Value } from './template-writer.ts';
import { pointerTo } from './yaml-node.ts';

/** A component where it runs. */
export interface Placed {
  readonly component: ComponentManifest;
  readonly host: ComponentHost;
  /** Instead of the component's own. */
  readonly version?: string;
  /** What its templates see, but for the version. */
  readonly values: Readonly<Record<string, Value>>;
  /** Components that are applied before it. */
  readonly after: readonly string[];
}

/** A port that a release listens on. */
export interface Listening {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
}

export interface RenderedRelease {
  readonly release: Release;
  readonly ports: readonly Listening[];
  readonly paths: readonly { readonly path: string; readonly pointer: string }[];
}

/** Everything of a component for one host, or which of its fields do not come out right there. */
export function renderRelease(placed: Placed, writer: TemplateWriter): Result<RenderedRelease, RuleFault[]> {
  const { component, host, after } = placed;
  const texts = renderTexts(placed, writer);
  if (!texts.ok) return texts;
  const at: TextAt = (pointer) => {
    const text = texts.value.get(pointer);
    if (text === undefined) throw new Error(`no template was rendered at ${pointer}`);
    return text;
  };
  const { install = {}, service, ports = [], health, onChange = 'restart', deadline = '60s' } = component.spec;
  const content = {
    component: component.metadata.name,
    host: host.name,
    state: 'present' as const,
    version: at('/spec/version'),
    packages: (install.packages ?? []).map(({ name, version }, i) => ({
      name,
      ...(version === undefined ? {} : { version: at(`/spec/install/packages/${i}/version`) }),
    })),
    files: (install.files ?? []).map((file, i) => fileOf(file, `/spec/install/files/${i}`, at)).sort(byPath),
    ...(service === undefined ? {} : { service: serviceOf(service, at) }),
    ...(install.manifests === undefined
      ? {}
      : { manifests: install.manifests.map((manifest, i) => contentOf(manifest, `/spec/install/manifests/${i}`, at)) }),
    health: health === undefined ? [{ kind: 'systemd' as const }] : health.map((check, i) => checkOf(check, i, at)),
    deadlineMs: readDurationMs(deadline) ?? 0,
    onChange,
  };
  const listening = ports.map(({ protocol }, i) => ({ port: Number(at(`/spec/ports/${i}/port`)), protocol }));
  const pointers = (install.files ?? []).map((_, i) => `/spec/install/files/${i}/path`);
  const paths = pointers.map((pointer) => ({ path: at(pointer), pointer }));
  return ok({ release: { ...content, after, digest: digestOf(content) }, ports: listening, paths });
}

/** What an earlier release installed is to go. */
export function absentRelease(component: string, host: string): Release {
  const content = {
    component,
    host,
    state: 'absent' as const,
    version: '',
    packages: [],
    files: [],
    health: [],
    deadlineMs: 60_000,
    onChange: 'restart' as const,
  };
  return { ...content, after: [], digest: digestOf(content) };
}

type TextAt = (pointer: string) => string;

/** By pointer. */
function renderTexts(
  { component, version, values }: Placed,
  writer: TemplateWriter,
): Result<ReadonlyMap<string, string>, RuleFault[]> {
  const texts = new Map<string, string>();
  const faults: RuleFault[] = [];
  let seen = values;
  for (const { pointer, template, sort } of templateFields(component)) {
    const isVersion = pointer === '/spec/version';
    const rendered = isVersion && version !== undefined ? ok(version) : writer.render(template, seen);
    if (!rendered.ok) {
      const message = `all templates of the facility together give more than ${limits.renderedLength / 1024 / 1024} MiB`;
      return fail([
        { code: 'rendered', pointer, message, remedy: 'is there a section over machines inside another one?' },
      ]);
    }
    const text = rendered.value;
    if (isVersion) seen = { ...values, version: text };
    const misfit = misfitOf(sort, text);
    if (misfit !== null) faults.push({ code: 'rendered', pointer, value: shown(text), ...misfit });
    texts.set(pointer, text);
  }
  return faults.length > 0 ? fail(faults) : ok(texts);
}

type Spec = ComponentManifest['spec'];
type Install = NonNullable<Spec['install']>;

function fileOf(file: NonNullable<Install['files']>[number], pointer: string, at: TextAt): ReleaseFile {
  const mode = Number.parseInt(file.mode ?? '0644', 8);
  return { path: at(`${pointer}/path`), mode, content: contentOf(file, pointer, at) };
}

function contentOf({ url }: { readonly url?: string }, pointer: string, at: TextAt): Content {
  if (url === undefined) return { kind: 'inline', text: at(`${pointer}/template`) };
  return { kind: 'url', url: at(`${pointer}/url`), sha256: at(`${pointer}/sha256`).toLowerCase() };
}

const byPath = (a: ReleaseFile, b: ReleaseFile): number => (a.path < b.path ? -1 : 1);

function serviceOf(service: NonNullable<Spec['service']>, at: TextAt): Service {
  const { unit, command = [], environment = {}, user, capabilities = [], state } = service;
  if (unit !== undefined) return { kind: 'unit', unit };
  const variables = Object.keys(environment).map(
    (name) => [name, at(pointerTo('/spec/service/environment', name))] as const,
  );
  return {
    kind: 'process',
    command: command.map((_, i) => at(`/spec/service/command/${i}`)),
    environment: Object.fromEntries(variables),
    ...(user === undefined ? {} : { user }),
    capabilities,
    ...(state === undefined ? {} : { state }),
  };
}

function checkOf({ http, tcp, command }: NonNullable<Spec['health']>[number], index: number, at: TextAt): HealthCheck {
  const pointer = `/spec/health/${index}`;
  if (http !== undefined) return { kind: 'http', url: at(`${pointer}/http`) };
  if (command !== undefined) return { kind: 'command', command: command.map((_, i) => at(`${pointer}/command/${i}`)) };
  if (tcp === undefined) return { kind: 'systemd' };
  const place = readHostPort(at(`${pointer}/tcp`));
  if (place === null) throw new Error('a rendered address was let through that cannot be read');
  return { kind: 'tcp', ...place };
}
