import type { ComponentManifest, ControlPlaneManifest } from '../model/manifest.gen.ts';
import type { Digest } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { bounded } from './bounded.ts';
import { checkCluster, memberPointers } from './cluster-rules.ts';
import { templateFields } from './component-fields.ts';
import { checkComponent } from './component-rules.ts';
import { checkControlPlane } from './control-plane-rules.ts';
import { digestOf } from './digest.ts';
import { explain } from './explain.ts';
import type { Fault } from './fault.ts';
import { problemsOf } from './fault.ts';
import { checkHeader } from './header.ts';
import { checkImage } from './install-rules.ts';
import type { Manifest } from './kind.ts';
import type { Place } from './lines.ts';
import { Lines } from './lines.ts';
import type { ManifestPath } from './path.ts';
import { readPath } from './path.ts';
import { printablePath } from './printable.ts';
import type { RuleFault } from './rule-fault.ts';
import { checkDiscovery, checkFacility, checkMachine } from './rules.ts';
import { placeInScalar } from './scalar-place.ts';
import { readText } from './text.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';
import type { Node } from './yaml-node.ts';
import { nodeAt, nodeUnder, pointerTo, segmentsOf } from './yaml-node.ts';
import { readValue } from './yaml-value.ts';

/** One file that is right by itself. Plain data: it may be written as JSON and read back. */
export interface ParsedFile {
  readonly path: string;
  readonly manifest: Manifest;
  /** Of the manifest's meaning: comments, order and style do not matter. */
  readonly digest: Digest;
  /** By JSON Pointer: the fields that can turn out wrong only beside other files. */
  readonly places: Readonly<Record<string, Place>>;
}

/** Depends on nothing but its arguments, so that the result can be kept by path and blob id. */
export function parseFile(path: string, bytes: Uint8Array): Result<ParsedFile, Problem[]> {
  const where = readPath(path);
  if (where === null || where.kind === 'secret') {
    return fail([{ code: 'file-misplaced', file: printablePath(path), message: 'no manifest has its place here' }]);
  }
  const text = readText(bytes);
  if (!text.ok) return fail(problemsOf(path, text.error.text, [text.error.fault]));
  const parsed = parseText(path, where, text.value);
  return parsed.ok ? parsed : fail(bounded(problemsOf(path, text.value, parsed.error)));
}

type Where = Exclude<ManifestPath, { readonly kind: 'secret' }>;

function parseText(path: string, where: Where, text: string): Result<ParsedFile, readonly Fault[]> {
  const tree = readYaml(text);
  if (!tree.ok) return tree;
  const { value, faults } = readValue(tree.value);
  if (faults.length > 0) return fail(faults);
  const header = checkHeader(where, value);
  if (header.length > 0) return fail(header.map(at(tree.value, text)));
  const valid = validate(where.kind, value);
  if (!valid.ok) return fail(explain(tree.value, valid.error));
  const broken = checkRules(valid.value);
  if (broken.length > 0) return fail(broken.map(at(tree.value, text)));
  const manifest = valid.value;
  return ok({ path, manifest, digest: digestOf(manifest), places: placesOf(manifest, tree.value, text) });
}

function checkRules(manifest: Manifest): RuleFault[] {
  switch (manifest.kind) {
    case 'Machine':
      return checkMachine(manifest);
    case 'Facility':
      return checkFacility(manifest);
    case 'Cluster':
      return checkCluster(manifest);
    case 'Discovery':
      return checkDiscovery(manifest);
    case 'Component':
      return checkComponent(manifest);
    case 'ControlPlane':
      return checkControlPlane(manifest);
    case 'Image':
      return checkImage(manifest);
    case 'Fleet':
    case 'MachineClass':
      return [];
    default:
      return never(manifest);
  }
}

/** At the field itself, where it can be in the value of it, or at the nearest one around it that is there. */
const at =
  (root: Node, text: string) =>
  ({ within, ...fault }: RuleFault): Fault => {
    for (let pointer = fault.pointer; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
      const found = nodeAt(root, pointer);
      if (found === null) continue;
      const inside = within !== undefined && pointer === fault.pointer && found.node.kind === 'scalar';
      return { ...fault, at: inside ? placeInScalar(text, found.node, within) : found.at };
    }
    return { ...fault, at: root.at };
  };

function placesOf(manifest: Manifest, root: Node, text: string): Record<string, Place> {
  const places: Record<string, Place> = {};
  const fields = linkedFieldsOf(manifest);
  if (fields.length === 0) return places;
  const lines = new Lines(text);
  for (const { pointer, segments } of fields) {
    const found = nodeUnder(root, segments);
    if (found !== null) places[pointer] = lines.placeOf(found.at);
  }
  return places;
}

interface LinkedField {
  readonly pointer: string;
  readonly segments: readonly string[];
}

/** The fields that linking may have something to say about. */
function linkedFieldsOf(manifest: Manifest): readonly LinkedField[] {
  if (manifest.kind === 'Machine') return fieldsOfMachines;
  if (manifest.kind === 'Discovery') return fieldsOfDiscovery;
  if (manifest.kind === 'Component') return fieldsOfComponent(manifest).map(linkedField);
  if (manifest.kind === 'ControlPlane') return fieldsOfControlPlane(manifest).map(linkedField);
  return manifest.kind === 'Cluster' ? memberPointers(manifest).map(linkedField) : [];
}

const linkedField = (pointer: string): LinkedField => ({ pointer, segments: segmentsOf(pointer) });

const fieldsOfMachines = [
  '/metadata/name',
  '/spec/class',
  '/spec/bmc/address',
  '/spec/bmc/account',
  '/spec/bmc/account/username',
  '/spec/operations',
  '/spec/identity/serial',
  '/spec/identity/uuid',
  '/spec/identity/bmcMac',
  '/spec/install',
  '/spec/install/image',
  '/spec/install/disk',
  '/spec/install/overwrite',
].map(linkedField);

/** The same of a discovery: each of its ranges and classes. */
const fieldsOfDiscovery = Array.from({ length: 256 }, (_, i) => [`/spec/ranges/${i}`, `/spec/propose/classes/${i}`])
  .flat()
  .map(linkedField);

const fieldsOfComponent = (manifest: ComponentManifest): string[] => [
  ...(manifest.spec.after ?? []).map((_, i) => `/spec/after/${i}`),
  ...[...templateFields(manifest)].map(({ pointer }) => pointer),
  '/spec/service/unit',
];

const fieldsOfControlPlane = ({ spec }: ControlPlaneManifest): string[] => [
  ...spec.hosts.map((_, i) => `/spec/hosts/${i}/address`),
  ...spec.components.flatMap(({ settings = {} }, i) => [
    `/spec/components/${i}/name`,
    ...Object.keys(settings).map((name) => pointerTo(`/spec/components/${i}/settings`, name)),
  ]),
];
