import type { ComponentManifest } from '../model/manifest.gen.ts';
import type { Sight } from './template-values.ts';
import { pointerTo } from './yaml-node.ts';

/** What has to come of a template. */
export type FieldSort =
  /** Anything. */
  | 'text'
  /** One line. */
  | 'line'
  | 'version'
  | 'package-version'
  | 'path'
  | 'program'
  | 'url'
  | 'sha256'
  | 'tcp'
  | 'port';

/** A field of a component that may be a template. */
export interface TemplateField {
  readonly pointer: string;
  readonly template: string;
  readonly sort: FieldSort;
  readonly sees: Sight;
}

/** All of them, the version first: the others may name it. */
export function* templateFields({ spec }: ComponentManifest): Generator<TemplateField, void, undefined> {
  const { install = {}, service = {}, ports = [], health = [] } = spec;
  yield { pointer: '/spec/version', template: spec.version, sort: 'version', sees: 'version' };
  for (const [i, { version }] of (install.packages ?? []).entries()) {
    if (version !== undefined) yield all(`/spec/install/packages/${i}/version`, version, 'package-version');
  }
  for (const [i, file] of (install.files ?? []).entries()) {
    const at = `/spec/install/files/${i}`;
    yield { pointer: `${at}/path`, template: file.path, sort: 'path', sees: 'path' };
    yield* contentFields(at, file);
  }
  for (const [i, manifest] of (install.manifests ?? []).entries()) {
    yield* contentFields(`/spec/install/manifests/${i}`, manifest);
  }
  for (const [i, word] of (service.command ?? []).entries()) {
    yield all(`/spec/service/command/${i}`, word, i === 0 ? 'program' : 'line');
  }
  for (const [variable, value] of Object.entries(service.environment ?? {})) {
    yield all(pointerTo('/spec/service/environment', variable), value, 'line');
  }
  for (const [i, { port }] of ports.entries()) yield all(`/spec/ports/${i}/port`, String(port), 'port');
  for (const [i, { http, tcp, command = [] }] of health.entries()) {
    const at = `/spec/health/${i}`;
    if (http !== undefined) yield all(`${at}/http`, http, 'url');
    if (tcp !== undefined) yield all(`${at}/tcp`, tcp, 'tcp');
    for (const [j, word] of command.entries()) yield all(`${at}/command/${j}`, word, 'line');
  }
}

const all = (pointer: string, template: string, sort: FieldSort): TemplateField => ({
  pointer,
  template,
  sort,
  sees: 'all',
});

interface DeclaredContent {
  readonly template?: string;
  readonly url?: string;
  readonly sha256?: string;
}

function* contentFields(at: string, { template, url, sha256 }: DeclaredContent): Generator<TemplateField> {
  if (template !== undefined) yield all(`${at}/template`, template, 'text');
  if (url !== undefined) yield all(`${at}/url`, url, 'url');
  if (sha256 !== undefined) yield all(`${at}/sha256`, sha256, 'sha256');
}
