import { linkClass, linkIdentity } from '../manifest/link-machine.ts';
import { type ParsedFile, parseFile } from '../manifest/parse.ts';
import { isManifestPath, readPath } from '../manifest/path.ts';
import type { FacilityName } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Commit, Repo } from '../ports/repo.ts';
import type { Ground } from '../propose/propose.ts';
import { readFleetAt } from './fleet-at.ts';
import { checkFleet, type FleetSource } from './fleet-source.ts';
import { readRevisionTree } from './revision-tree.ts';

/** What `main` holds for a proposal, and the files that it is laid over. */
export interface CommittedGround {
  readonly ground: Ground;
  readonly source: FleetSource;
}

/** A fleet that is not as it should be is no ground to build on: its problems come first. */
export async function readGround(
  repo: Repo,
  facility: FacilityName,
  commit: Commit,
): Promise<Result<CommittedGround, readonly Problem[]>> {
  const source = await readRevisionTree(repo, commit);
  const { problems } = await checkFleet(source, () => undefined);
  if (problems.length > 0) return fail(problems);
  const revision = await readFleetAt(repo, facility, commit.id);
  if (!revision.ok) return revision;
  const { fleet } = revision.value;
  const paths = source.entries.map(({ path }) => path).filter(isManifestPath);
  const contents = await source.read(paths);
  const bytes = new Map(paths.map((path, i) => [path, contents[i]]));
  const parsed = [...bytes].flatMap(([path, content]) => {
    const file = content instanceof Uint8Array && isWanted(path, facility) ? parseFile(path, content) : null;
    return file?.ok ? [file.value] : [];
  });
  const decoder = new TextDecoder();
  const texts = fleet.machines.flatMap(({ file }) => {
    const content = bytes.get(file);
    return content instanceof Uint8Array ? [[file, decoder.decode(content)] as const] : [];
  });
  const ground: Ground = {
    fleet,
    classes: parsed.flatMap(classIn),
    texts: new Map(texts),
    elsewhere: parsed.flatMap(machineIn),
  };
  return ok({ ground, source });
}

/** Classes, and the machines of other facilities. */
function isWanted(path: string, facility: FacilityName): boolean {
  const where = readPath(path);
  return where?.kind === 'MachineClass' || (where?.kind === 'Machine' && where.facility !== facility);
}

const classIn = ({ manifest, digest }: ParsedFile): Ground['classes'] =>
  manifest.kind === 'MachineClass' ? [linkClass(manifest, digest).class] : [];

const machineIn = ({ manifest }: ParsedFile): Ground['elsewhere'] =>
  manifest.kind === 'Machine'
    ? [{ name: manifest.metadata.name, identity: linkIdentity(manifest.spec.identity ?? {}) }]
    : [];

/** Everything as it would be after the merge, checked like any other fleet. */
export async function checkProposal(
  { source }: CommittedGround,
  changes: ReadonlyMap<string, string>,
): Promise<readonly Problem[]> {
  const encoder = new TextEncoder();
  const kept = source.entries.filter(({ path }) => !changes.has(path));
  const laid: FleetSource = {
    entries: [...kept, ...[...changes.keys()].map((path) => ({ path, mode: '100644' }))],
    read: async (paths) => {
      const there = await source.read(paths);
      return paths.map((path, i) => {
        const text = changes.get(path);
        return text === undefined ? (there[i] ?? null) : encoder.encode(text);
      });
    },
  };
  return (await checkFleet(laid, () => undefined)).problems;
}
