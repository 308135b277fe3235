import type { Image } from '../model/boot.ts';
import type { Cluster } from '../model/cluster.ts';
import type { ControlPlane } from '../model/component.ts';
import type { Discovery } from '../model/discovery.ts';
import type { Fleet, Machine } from '../model/fleet.ts';
import type { FacilityManifest, FleetManifest, MachineManifest } from '../model/manifest.gen.ts';
import type { FacilityName } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { bounded } from './bounded.ts';
import { Claims } from './claims.ts';
import { ControlPlaneLinker } from './control-plane-linker.ts';
import type { Range } from './ip.ts';
import { readRange } from './ip.ts';
import { httpBootUriOf, linkBoot, linkImage } from './link-boot.ts';
import { linkClusters } from './link-cluster.ts';
import { checkComponents } from './link-components.ts';
import { linkDiscovery } from './link-discovery.ts';
import type { LinkedClass } from './link-machine.ts';
import { linkClass, linkMachine, linkPause } from './link-machine.ts';
import type { ParsedFile } from './parse.ts';
import { readPath } from './path.ts';
import { linkPolicy } from './policy.ts';
import { SortedMachines } from './sorted-machines.ts';

/**
 * Links the files of one facility, and keeps what it needs to link again after a few of them changed: then the work is
 * proportional to the change. It holds files, not decisions: what it answers depends only on the files that it has.
 */
export class Linker {
  readonly #facilityName: FacilityName;
  readonly #files = new Map<string, ParsedFile>();
  readonly #claims = new Claims();
  readonly #machines = new SortedMachines();
  /** By path: what is wrong with the references of a machine. */
  readonly #unlinked = new Map<string, readonly Problem[]>();
  readonly #byClass = new Map<string, Set<string>>();
  readonly #classes = new Map<string, LinkedClass>();
  readonly #images = new Map<string, Image>();
  /** By path. */
  readonly #clusters = new Map<string, ParsedFile>();
  /** By name. */
  readonly #components = new Map<string, ParsedFile>();
  #fleet: FleetManifest | null = null;
  #facility: FacilityManifest | null = null;
  #discovery: ParsedFile | null = null;
  #controlPlane: ParsedFile | null = null;
  readonly #controlPlanes = new ControlPlaneLinker();
  #bmcRanges: readonly Range[] | null = null;
  #imageRanges: readonly Range[] | null = null;
  #provisioningRanges: readonly Range[] = [];
  #httpBootUri: string | null = null;
  /** Paths of machines that must be linked again. */
  readonly #stale = new Set<string>();

  constructor(facility: FacilityName) {
    this.#facilityName = facility;
  }

  /** Puts files in, replaces them or (null) takes them out, by path. Files of other facilities are left aside. */
  change(files: Iterable<readonly [path: string, file: ParsedFile | null]>): void {
    for (const [path, file] of files) {
      const where = readPath(path);
      if (where === null || ('facility' in where && where.facility !== this.#facilityName)) continue;
      const before = this.#files.get(path);
      if (before !== undefined) this.#takeOut(before);
      if (file === null) this.#files.delete(path);
      else this.#files.set(path, file);
      if (file !== null) this.#putIn(file);
    }
  }

  /** Does at most `count` machines' part of `link`, so that the caller can yield in between; true while some are left. */
  prepare(count: number): boolean {
    let left = count;
    for (const path of this.#stale) {
      if (left-- <= 0) return true;
      this.#stale.delete(path);
      this.#linkMachine(path);
    }
    return false;
  }

  /** The fleet as the files say it, or everything that is wrong between them. */
  link(): Result<Fleet, Problem[]> {
    this.prepare(Number.POSITIVE_INFINITY);
    const machines = this.#machines.all();
    const clusters: Result<readonly Cluster[], Problem[]> =
      this.#unlinked.size > 0 ? ok([]) : linkClusters([...this.#clusters.values()], machines, this.#facilityName);
    const discovery = this.#linkDiscovery();
    const components = this.#sortedComponents();
    const componentProblems = checkComponents(components);
    const problems = [
      ...this.#missing(),
      ...(discovery?.ok === false ? discovery.error : []),
      ...this.#sortedUnlinked(),
      ...this.#claims.problems(),
      ...(clusters.ok ? [] : clusters.error),
      ...componentProblems,
    ];
    if (!clusters.ok) return fail(bounded(problems));
    const controlPlane =
      componentProblems.length > 0 ? null : this.#linkControlPlane(components, machines, clusters.value);
    if (controlPlane?.ok === false) problems.push(...controlPlane.error);
    if (problems.length > 0 || this.#fleet === null || this.#facility === null) return fail(bounded(problems));
    const { ranges, paused, recipients, boot } = this.#facility.spec;
    return ok({
      facility: this.#facilityName,
      policy: linkPolicy(this.#fleet, this.#facility),
      ranges: { bmc: ranges.bmc },
      recipients: recipients === undefined ? [] : [recipients.facility, ...recipients.recovery],
      ...(paused === undefined ? {} : { paused: linkPause(paused) }),
      ...(boot === undefined ? {} : { boot: linkBoot(boot, ranges) }),
      ...(discovery?.ok ? { discovery: discovery.value } : {}),
      ...(controlPlane?.ok ? { controlPlane: controlPlane.value } : {}),
      machines,
      clusters: clusters.value,
    });
  }

  #putIn(file: ParsedFile): void {
    const { manifest, path } = file;
    switch (manifest.kind) {
      case 'Fleet':
        this.#fleet = manifest;
        return;
      case 'Facility':
        this.#setFacility(manifest);
        return;
      case 'Discovery':
        this.#discovery = file;
        return;
      case 'MachineClass':
        this.#classes.set(manifest.metadata.name, linkClass(manifest, file.digest));
        this.#staleOf(manifest.metadata.name);
        return;
      case 'Image':
        this.#images.set(manifest.metadata.name, linkImage(manifest));
        this.#staleInstalls();
        return;
      case 'Machine':
        this.#claims.add(file);
        this.#classMembers(manifest).add(path);
        this.#stale.add(path);
        return;
      case 'Cluster':
        this.#clusters.set(path, file);
        return;
      case 'Component':
        this.#components.set(manifest.metadata.name, file);
        return;
      case 'ControlPlane':
        this.#controlPlane = file;
        return;
      default:
        never(manifest);
    }
  }

  #takeOut(file: ParsedFile): void {
    const { manifest, path } = file;
    switch (manifest.kind) {
      case 'Fleet':
        this.#fleet = null;
        return;
      case 'Facility':
        this.#setFacility(null);
        return;
      case 'Discovery':
        this.#discovery = null;
        return;
      case 'MachineClass':
        this.#classes.delete(manifest.metadata.name);
        this.#staleOf(manifest.metadata.name);
        return;
      case 'Image':
        this.#images.delete(manifest.metadata.name);
        this.#staleInstalls();
        return;
      case 'Machine':
        this.#claims.remove(file);
        this.#classMembers(manifest).delete(path);
        this.#machines.remove(path);
        this.#unlinked.delete(path);
        this.#stale.delete(path);
        return;
      case 'Cluster':
        this.#clusters.delete(path);
        return;
      case 'Component':
        this.#components.delete(manifest.metadata.name);
        return;
      case 'ControlPlane':
        this.#controlPlane = null;
        return;
      default:
        never(manifest);
    }
  }

  #setFacility(manifest: FacilityManifest | null): void {
    this.#facility = manifest;
    this.#bmcRanges = manifest?.spec.ranges.bmc.flatMap((text) => readRange(text) ?? []) ?? null;
    this.#imageRanges = manifest?.spec.ranges.images?.flatMap((text) => readRange(text) ?? []) ?? null;
    this.#provisioningRanges = manifest?.spec.ranges.provisioning?.flatMap((text) => readRange(text) ?? []) ?? [];
    this.#httpBootUri = manifest === null ? null : httpBootUriOf(manifest.spec);
    this.#staleAll();
  }

  #staleAll(): void {
    for (const { path, manifest } of this.#files.values()) if (manifest.kind === 'Machine') this.#stale.add(path);
  }

  #staleOf(className: string): void {
    for (const path of this.#byClass.get(className) ?? []) this.#stale.add(path);
  }

  #staleInstalls(): void {
    for (const { path, manifest } of this.#files.values()) {
      if (manifest.kind === 'Machine' && manifest.spec.install !== undefined) this.#stale.add(path);
    }
  }

  #classMembers({ spec }: MachineManifest): Set<string> {
    const members = this.#byClass.get(spec.class) ?? new Set();
    this.#byClass.set(spec.class, members);
    return members;
  }

  #linkMachine(path: string): void {
    const file = this.#files.get(path);
    const where = readPath(path);
    if (file?.manifest.kind !== 'Machine' || where?.kind !== 'Machine') return;
    const around = {
      classes: this.#classes,
      images: this.#images,
      bmcRanges: this.#bmcRanges,
      imageRanges: this.#imageRanges,
      provisioningRanges: this.#provisioningRanges,
      httpBootUri: this.#httpBootUri,
      seals: this.#facility?.spec.recipients !== undefined,
    };
    const linked: Result<Machine, Problem[]> = linkMachine(file, file.manifest, where.rack, around);
    if (linked.ok) {
      this.#machines.put(linked.value);
      this.#unlinked.delete(path);
    } else {
      this.#machines.remove(path);
      this.#unlinked.set(path, linked.error);
    }
  }

  #linkDiscovery(): Result<Discovery, Problem[]> | null {
    const file = this.#discovery;
    if (file?.manifest.kind !== 'Discovery') return null;
    const around = { classes: new Set(this.#classes.keys()), bmcRanges: this.#bmcRanges };
    return linkDiscovery(file, file.manifest, around);
  }

  #sortedComponents(): ReadonlyMap<string, ParsedFile> {
    return new Map([...this.#components].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Null: there is none, or nothing to say about it yet. */
  #linkControlPlane(
    components: ReadonlyMap<string, ParsedFile>,
    machines: readonly Machine[],
    clusters: readonly Cluster[],
  ): Result<ControlPlane, Problem[]> | null {
    const file = this.#controlPlane;
    if (file?.manifest.kind !== 'ControlPlane' || this.#facility === null) return null;
    const site = { facility: this.#facility, machines, clusters };
    return this.#controlPlanes.link(file, file.manifest, site, components);
  }

  /** Without these two nobody has said how boldly to act, and where. */
  #missing(): Problem[] {
    const absent = (file: string, remedy: string): Problem => ({
      code: 'tree-empty',
      file,
      message: 'this file is missing',
      remedy,
    });
    return [
      ...(this.#fleet === null ? [absent('fleet.yaml', 'add it; a Fleet with an empty spec will do')] : []),
      ...(this.#facility === null
        ? [absent(`facilities/${this.#facilityName}/facility.yaml`, 'add it; it says at least ranges.bmc')]
        : []),
    ];
  }

  #sortedUnlinked(): Problem[] {
    return [...this.#unlinked.keys()].sort().flatMap((path) => this.#unlinked.get(path) ?? []);
  }
}
