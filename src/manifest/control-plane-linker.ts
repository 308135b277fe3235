import type { ControlPlane } from '../model/component.ts';
import type { ControlPlaneManifest } from '../model/manifest.gen.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { same } from '../model/same.ts';
import { type Ground, linkControlPlane } from './link-control-plane.ts';
import type { ParsedFile } from './parse.ts';
import { type Site, siteValues } from './template-values.ts';

/**
 * Links a control plane, and gives the same answer again while nothing changed that it depends on: most commits change
 * machines, and of most of those nothing that a template sees.
 */
export class ControlPlaneLinker {
  #last: {
    readonly file: ParsedFile;
    readonly ground: Ground;
    readonly result: Result<ControlPlane, Problem[]>;
  } | null = null;

  link(
    file: ParsedFile,
    manifest: ControlPlaneManifest,
    site: Omit<Site, 'hosts'>,
    components: ReadonlyMap<string, ParsedFile>,
  ): Result<ControlPlane, Problem[]> {
    const hosts = manifest.spec.hosts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const ground = { facility: site.facility, components, values: siteValues({ ...site, hosts }) };
    if (this.#last?.file === file && isSameGround(this.#last.ground, ground)) return this.#last.result;
    const result = linkControlPlane(file, manifest, ground);
    this.#last = { file, ground, result };
    return result;
  }
}

/** Quick where it is alike: nearly all machines are the same objects. */
function isSameGround(a: Ground, b: Ground): boolean {
  if (a.facility !== b.facility || a.components.size !== b.components.size) return false;
  for (const [name, file] of b.components) if (a.components.get(name) !== file) return false;
  return same(a.values, b.values);
}
