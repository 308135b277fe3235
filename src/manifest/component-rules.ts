import type { ComponentManifest } from '../model/manifest.gen.ts';
import { templateFields } from './component-fields.ts';
import { limits } from './limits.ts';
import { shown } from './printable.ts';
import { misfitOf } from './rendered.ts';
import { fault, type RuleFault } from './rule-fault.ts';
import { faultsOf, hasTags, type Shape } from './template.ts';
import { type Sight, shapeFor } from './template-values.ts';

/** What a schema cannot say of a component, by itself: whether or not a control plane uses it. */
export function checkComponent(manifest: ComponentManifest): RuleFault[] {
  return [...checkParts(manifest), ...checkService(manifest), ...checkHealth(manifest), ...checkTemplates(manifest)];
}

type Spec = ComponentManifest['spec'];

function checkParts({ metadata, spec }: ComponentManifest): RuleFault[] {
  const { install = {}, service, ports = [], after = [] } = spec;
  const { packages = [], files = [], manifests = [] } = install;
  const nothing = packages.length + files.length + manifests.length === 0 && service === undefined;
  const beside = [
    ...(packages.length > 0 ? ['/spec/install/packages'] : []),
    ...(files.length > 0 ? ['/spec/install/files'] : []),
    ...(service === undefined ? [] : ['/spec/service']),
    ...(ports.length > 0 ? ['/spec/ports'] : []),
  ];
  const self = after.indexOf(metadata.name);
  return [
    ...(nothing ? [fault('/spec', 'the component is nothing yet', 'none', 'say what it installs, or a service')] : []),
    ...(manifests.length === 0 ? [] : beside).map((pointer) => ({
      code: 'schema' as const,
      pointer,
      message: `Kubernetes manifests go alone: a component that has them has no \`${pointer.replace(/.*\//, '')}\``,
      remedy: 'make two components of it',
    })),
    ...files.flatMap((file, i) => checkContent(`/spec/install/files/${i}`, file)),
    ...manifests.flatMap((manifest, i) => checkContent(`/spec/install/manifests/${i}`, manifest)),
    ...checkTwice(
      packages.map(({ name }) => name),
      (i) => `/spec/install/packages/${i}/name`,
      'this package is named twice',
    ),
    ...checkTwice(
      files.map(({ path }) => path),
      (i) => `/spec/install/files/${i}/path`,
      'two files have this path',
    ),
    ...(self === -1
      ? []
      : [fault(`/spec/after/${self}`, 'a component cannot wait for itself', metadata.name, 'remove it')]),
  ];
}

function checkTwice(names: readonly string[], pointer: (index: number) => string, message: string): RuleFault[] {
  return names.flatMap((name, i) =>
    names.indexOf(name) === i ? [] : [fault(pointer(i), message, name, 'name it once')],
  );
}

interface DeclaredContent {
  readonly template?: string;
  readonly url?: string;
  readonly sha256?: string;
}

function checkContent(at: string, { template, url, sha256 }: DeclaredContent): RuleFault[] {
  const both = template !== undefined && url !== undefined;
  if (both || (template === undefined && url === undefined)) {
    const message = both ? 'the content is given twice' : 'what it holds is not said';
    return [fault(at, message, both ? 'template, url' : 'none', 'write a `template`, or a `url` with its `sha256`')];
  }
  if (url !== undefined && sha256 === undefined) {
    const message = 'what is fetched must be known beforehand';
    return [fault(`${at}/url`, message, url, 'add `sha256:` with the 64 hex digits that sha256sum prints')];
  }
  if (template === undefined || sha256 === undefined) return [];
  return [fault(`${at}/sha256`, '`sha256` goes only with a `url`', sha256, 'remove it')];
}

function checkService({ spec }: ComponentManifest): RuleFault[] {
  const { service } = spec;
  if (service === undefined) return [];
  const { unit, command } = service;
  if ((unit === undefined) === (command === undefined)) {
    const given = unit === undefined ? 'none' : 'unit, command';
    return [fault('/spec/service', 'a service is a unit or a command', given, 'say exactly one of them')];
  }
  if (unit === undefined) return [];
  const ofCommands = (['environment', 'user', 'capabilities', 'state'] as const).filter((field) => service[field]);
  return ofCommands.map((field) => ({
    code: 'schema',
    pointer: `/spec/service/${field}`,
    message: `\`${field}\` goes only with a \`command\`: a unit has its own`,
    remedy: 'remove it, or write a drop-in of the unit as one of the files',
  }));
}

/** Somebody has to be able to tell whether it is well. */
function checkHealth({ spec }: ComponentManifest): RuleFault[] {
  const { service, health } = spec;
  if (service !== undefined) return [];
  if (health === undefined) {
    const message = '`health` is missing: without a service nobody can tell whether it is well';
    return [
      { code: 'schema', pointer: '/spec/health', message, remedy: 'add `health:` with a command, or http or tcp' },
    ];
  }
  return health.flatMap(({ systemd }, i): RuleFault[] => {
    if (systemd === undefined) return [];
    return [
      fault(
        `/spec/health/${i}/systemd`,
        'there is no service that could be active',
        'systemd',
        'ask for something else',
      ),
    ];
  });
}

function checkTemplates(manifest: ComponentManifest): RuleFault[] {
  const found: RuleFault[] = [];
  const shapes = shapesOf(manifest.spec);
  for (const { pointer, template, sort, sees } of templateFields(manifest)) {
    if (!hasTags(template)) {
      const misfit = misfitOf(sort, template);
      if (misfit !== null) found.push({ code: 'schema', pointer, value: shown(template), ...misfit });
    }
    for (const { at, ...said } of faultsOf(template, shapes[sees])) {
      found.push({ code: 'template', pointer, within: at, ...said });
      // Each costs a search for what may have been meant, and a file can hold thousands.
      if (found.length > limits.problems) return found;
    }
  }
  return found;
}

const shapesOf = ({ settings }: Spec): Readonly<Record<Sight, Shape>> => ({
  all: shapeFor('all', settings),
  path: shapeFor('path', settings),
  version: shapeFor('version', settings),
});
