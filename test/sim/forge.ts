import type { PushOutcome, Repo } from '../../src/ports/repo.ts';
import type { Kernel } from '../../src/rehearsal/kernel.ts';
import { createRemote, type Remote, writeCommit } from '../../src/rehearsal/repo.ts';
import type { Dealer } from '../../src/twin/dice.ts';
import type { Move, PeopleCommit } from './evidence.ts';
import { isRecord } from './ledger.ts';
import { leaseRef, main, statusRef } from './names.ts';
import { type Change, change, enrolled, filesOf, type Label, type Wish } from './people.ts';
import type { Act } from './scenario.ts';
import { type FacilityFile, isFacility, readJson } from './status-file.ts';

/** What people need to know of the racks to write manifests. */
export interface Inventory {
  readonly origins: readonly string[];
  readonly keys: readonly string[];
  labels(): readonly Label[];
}

/** The Git host, and people who commit to it, with and without the right to. */
export class Forge {
  readonly remote: Remote = createRemote();
  readonly moves: Move[] = [];
  readonly commits = new Map<string, PeopleCommit>();
  readonly #kernel: Kernel;
  readonly #dealer: Dealer;
  readonly #inventory: Inventory;
  /** Of a hundred moves of main, those that nobody is told of. */
  readonly #unnoticed: number;
  readonly #waiting = new Set<() => void>();
  readonly #past: Wish[] = [];
  #mainBefore: string | null = null;

  constructor(kernel: Kernel, dealer: Dealer, inventory: Inventory, unnoticed: number) {
    this.#kernel = kernel;
    this.#dealer = dealer;
    this.#inventory = inventory;
    this.#unnoticed = unnoticed;
  }

  /** Files of the facility as people want it, as one commit on what main is now. */
  commitWish(wish: Wish): string {
    const { objects, refs } = this.remote;
    const before = refs.get(main) ?? null;
    const files = filesOf(wish, this.#inventory.origins, this.#inventory.keys);
    const id = writeCommit(objects, {
      parents: before === null ? [] : [before],
      base: null,
      changes: files,
      message: `people ${this.commits.size}\n`,
      author: { name: 'people', email: 'people@example.net' },
      at: this.#kernel.wall,
    });
    this.#past.push(wish);
    this.commits.set(id, { at: this.#kernel.ticks, id, parent: before, wish });
    this.#move(main, id, 'people');
    return id;
  }

  commit(one: Change): string {
    return this.commitWish(change(this.#past, one, this.#inventory.labels()));
  }

  get wish(): Wish {
    const last = this.#past.at(-1);
    if (!last) throw new Error('nobody ever wished for anything');
    return last;
  }

  #move(ref: string, to: string | null, by: string): void {
    const from = this.remote.refs.get(ref) ?? null;
    if (to === null) this.remote.refs.delete(ref);
    else this.remote.refs.set(ref, to);
    this.moves.push({ at: this.#kernel.ticks, ref, from, to, by });
    // A file watch may miss a move, and of a remote host there is none: then the next poll sees it.
    if (ref !== main || this.#dealer.below(100) < this.#unnoticed) return;
    const waiting = [...this.#waiting];
    this.#kernel.after(50, () => {
      for (const tell of waiting) tell();
    });
  }

  /** Whoever waits is told when main moves; the answer ends it. */
  onMove(tell: () => void): () => void {
    this.#waiting.add(tell);
    return () => this.#waiting.delete(tell);
  }

  head(ref = main): string | null {
    return this.remote.refs.get(ref) ?? null;
  }

  /** A file of the status branch as it is now. */
  file(path: string): unknown {
    return readJson(this.remote.objects, this.head(statusRef), path);
  }

  facility(): FacilityFile | null {
    const file = this.file('facility.json');
    return isFacility(file) ? file : null;
  }

  /** The same, with a note of every push that was taken. */
  watch(repo: Repo, host: string): Repo {
    return {
      ...repo,
      push: async (ref, expected, next): Promise<PushOutcome> => {
        const pushed = await repo.push(ref, expected, next);
        if (pushed.kind === 'pushed')
          this.moves.push({ at: this.#kernel.ticks, ref, from: expected, to: next, by: host });
        return pushed;
      },
    };
  }

  forget(): void {
    this.#move(statusRef, null, 'people');
    this.#move(leaseRef, null, 'people');
  }

  forceLease(how: Extract<Act, { kind: 'lease' }>['how']): void {
    this.#move(leaseRef, how === 'delete' ? null : this.head(), 'people');
  }

  forceMain(how: Extract<Act, { kind: 'main' }>['how']): void {
    const head = this.remote.refs.get(main) ?? null;
    const commits = [...this.commits.values()];
    switch (how) {
      case 'rewind': {
        const parent = head === null ? null : (this.commits.get(head)?.parent ?? null);
        if (parent === null) return;
        this.#mainBefore ??= head;
        this.#move(main, parent, 'people');
        return;
      }
      case 'orphan':
        if (head === null) return;
        this.#mainBefore ??= head;
        this.#move(main, null, 'people');
        this.commitWish({
          ...this.wish,
          machines: this.wish.machines.map((machine) => ({ ...machine, power: 'Off' as const })),
        });
        return;
      case 'delete':
        if (head === null) return;
        this.#mainBefore ??= head;
        this.#move(main, null, 'people');
        return;
      case 'restore': {
        const known = commits.find(({ id }) => id === this.#mainBefore);
        if (!known) return;
        this.#move(main, known.id, 'people');
        this.#past.push(known.wish);
        this.#mainBefore = null;
      }
    }
  }

  forceStatus(how: Extract<Act, { kind: 'status' }>['how']): void {
    const head = this.remote.refs.get(statusRef);
    if (head === undefined) return;
    const object = this.remote.objects.get(head);
    if (object?.kind !== 'commit') return;
    if (how !== 'foreign') {
      this.#move(statusRef, how === 'delete' ? null : (object.body.parents[0] ?? null), 'people');
      return;
    }
    const id = writeCommit(this.remote.objects, {
      parents: [head],
      base: object.body.tree,
      changes: new Map([['NOTES.md', 'somebody was here\n']]),
      message: 'notes\n',
      author: { name: 'people', email: 'people@example.net' },
      at: this.#kernel.wall,
    });
    this.#move(statusRef, id, 'people');
  }

  /** A sound commit that descends from what is in force, as the rejection asks for. */
  mend(): void {
    const accepted = this.facility()?.accepted ?? null;
    const head = this.remote.refs.get(main) ?? null;
    const known = this.commits.get(accepted ?? this.#mainBefore ?? '');
    if (known && !this.#descends(known.id, head)) this.#move(main, known.id, 'people');
    this.#mainBefore = null;
    const { broken: _, paused: __, ...wish } = this.wish;
    const machines = this.#inventory.labels().map((label, station) => {
      const before = wish.machines.find((machine) => machine.station === station) ?? enrolled(station, label);
      const { parked: _, protected: __, account, install, ...machine } = before;
      // Whose token two showed is asked for anew by a new id, or not at all.
      const isContested = this.#isHeld(before.name, 'TokenContested');
      const asked = isContested ? { operations: [] } : install ? { install } : {};
      const { serial = '', uuid = '' } = label;
      // Passwords that grow old by themselves would never let the world rest.
      const kept = account ? { account: { username: account.username } } : {};
      return { ...machine, ...asked, ...kept, serial, uuid, management: 'manage' as const };
    });
    this.commitWish({ ...wish, machines });
  }

  #isHeld(name: string, reason: string): boolean {
    const plan = this.file('plan.json');
    const holds =
      typeof plan === 'object' && plan !== null && 'holds' in plan && Array.isArray(plan.holds) ? plan.holds : [];
    return holds.some((hold: unknown) => isRecord(hold) && hold.machine === name && hold.reason === reason);
  }

  #descends(from: string, commit: string | null): boolean {
    for (let id = commit; id !== null; id = this.commits.get(id)?.parent ?? null) if (id === from) return true;
    return false;
  }

  treeOf(commit: string | null): string | null {
    const object = this.remote.objects.get(commit ?? '');
    return object?.kind === 'commit' ? object.body.tree : null;
  }
}
