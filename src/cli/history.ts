import type { CommitId, FacilityName, MachineName, ObjectId, RackName } from '../model/names.ts';
import type { Status } from '../model/status.ts';
import type { Commit, Repo, TreeEntry } from '../ports/repo.ts';
import { parseTrailers } from '../status/commit-message.ts';
import { readFiles, type StatusFiles } from '../status/files.ts';

/** One commit of the status branch, as far as it concerns a machine (or, without one, the facility). */
export interface Step {
  readonly commit: Commit;
  /** `intent`, `outcome`, `observation`; `other` where nanometal did not write it. */
  readonly kind: string;
  readonly subject: string;
  readonly fleetCommit: CommitId | null;
  /** What the trailers say of this machine: `SetBios: done`, then `intent: Reboot`. */
  readonly told: readonly string[];
  /** Something was meant to be done to it. */
  readonly intends: boolean;
  /** The machine's part of the status before and after; null: it was not there, or cannot be read. */
  readonly before: Status | null;
  readonly after: Status | null;
  /** Its file, machines/<rack>/<machine>.json or facility.json, as JSON; null: there was none, or the status cannot be read. */
  readonly files: { readonly before: string | null; readonly after: string | null };
}

/** One side of a step. */
interface Side {
  readonly status: Status | null;
  readonly file: string | null;
}

/** The files that tell of one machine at one commit. */
interface Files {
  readonly facility: ObjectId | null;
  readonly machine: ObjectId | null;
  readonly inventory: ObjectId | null;
}

const none: Files = { facility: null, machine: null, inventory: null };
const fileBytesMax = 4 * 1024 * 1024;

/** Walks a status branch back along first parents, and finds the commits that concern one machine. */
export class History {
  readonly #repo: Repo;
  readonly #facility: FacilityName;
  readonly #machine: MachineName | null;
  /** Trees never change, and most commits share most of theirs. */
  readonly #trees = new Map<ObjectId, ReadonlyMap<string, TreeEntry>>();

  constructor(repo: Repo, facility: FacilityName, machine: MachineName | null) {
    this.#repo = repo;
    this.#facility = facility;
    this.#machine = machine;
  }

  /** Newest first, over at most `commitsMax` commits. */
  async *walk(head: Commit, commitsMax: number): AsyncGenerator<Step> {
    let commit = head;
    let files = await this.#filesAt(commit);
    for (let walked = 0; walked < commitsMax; walked++) {
      const [parentId] = commit.parents;
      const parent = parentId === undefined ? null : await this.#repo.commit(parentId);
      const before = parent === null ? none : await this.#filesAt(parent);
      const told = this.#machine === null ? [] : tellings(commit, this.#machine);
      const changed = before.machine !== files.machine || before.inventory !== files.inventory;
      if (this.#machine === null || changed || told.length > 0) {
        const [was, is] = [await this.#read(before), await this.#read(files)];
        const intends = told.some((words) => words.startsWith('intent: '));
        const sides = { before: was.status, after: is.status, files: { before: was.file, after: is.file } };
        yield { commit, ...headlineOf(commit), told, intends, ...sides };
      }
      if (parent === null) return;
      commit = parent;
      files = before;
    }
  }

  async #filesAt(commit: Commit): Promise<Files> {
    const root = await this.#tree(commit.tree);
    const facility = root.get('facility.json')?.id ?? null;
    if (this.#machine === null) return { ...none, facility };
    return {
      facility,
      machine: await this.#findFile(root.get('machines')),
      inventory: await this.#findFile(root.get('inventory')),
    };
  }

  /** In whichever rack it was then. */
  async #findFile(folder: TreeEntry | undefined): Promise<ObjectId | null> {
    if (folder === undefined) return null;
    for (const rack of (await this.#tree(folder.id)).values()) {
      const found = rack.mode === '040000' ? (await this.#tree(rack.id)).get(`${this.#machine}.json`) : undefined;
      if (found) return found.id;
    }
    return null;
  }

  async #tree(id: ObjectId): Promise<ReadonlyMap<string, TreeEntry>> {
    const known = this.#trees.get(id);
    if (known) return known;
    const read = new Map(((await this.#repo.tree(id)) ?? []).map((entry) => [entry.name, entry]));
    if (this.#trees.size >= treesMax) this.#trees.clear();
    this.#trees.set(id, read);
    return read;
  }

  async #read({ facility, machine, inventory }: Files): Promise<Side> {
    const wanted: [path: string, id: ObjectId][] = [];
    if (facility !== null) wanted.push(['facility.json', facility]);
    if (machine !== null) wanted.push([`machines/${anyRack}/${this.#machine}.json`, machine]);
    if (inventory !== null) wanted.push([`inventory/${anyRack}/${this.#machine}.json`, inventory]);
    const blobs = await this.#repo.blobs(
      wanted.map(([, id]) => id),
      fileBytesMax,
    );
    const files = new Map<string, string>();
    wanted.forEach(([path], i) => {
      const blob = blobs[i];
      files.set(path, blob instanceof Uint8Array ? new TextDecoder().decode(blob) : '');
    });
    const read = readFiles(this.#facility, files satisfies StatusFiles);
    if (!read.ok) return { status: null, file: null };
    const path = this.#machine === null ? 'facility.json' : `machines/${anyRack}/${this.#machine}.json`;
    return { status: read.value, file: files.get(path) ?? null };
  }
}

const treesMax = 20_000;
/** The rack stands in the file; its folder here only has to be some folder. */
const anyRack: RackName = 'rack';

function headlineOf(commit: Commit): Pick<Step, 'kind' | 'subject' | 'fleetCommit'> {
  const trailers = parseTrailers(commit.message);
  const fleetCommit = trailers.get('Fleet-Commit')?.[0] ?? '';
  return {
    kind: trailers.get('Nanometal-Kind')?.[0] ?? 'other',
    subject: commit.message.split('\n', 1)[0] ?? '',
    fleetCommit: /^[0-9a-f]{40}$/.test(fleetCommit) ? fleetCommit : null,
  };
}

/** `Grant: <digest> <verb> <machine>` and `Outcome: <digest> <kind> <verb> <machine>`. */
function tellings(commit: Commit, machine: MachineName): readonly string[] {
  const trailers = parseTrailers(commit.message);
  const grants = (trailers.get('Grant') ?? []).map((line) => line.split(' '));
  const outcomes = (trailers.get('Outcome') ?? []).map((line) => line.split(' '));
  return [
    ...outcomes.filter((words) => words[3] === machine).map((words) => `${words[2]}: ${words[1]}`),
    ...grants.filter((words) => words[2] === machine).map((words) => `intent: ${words[1]}`),
  ];
}
