import type { ObjectId } from '../../../model/names.ts';
import type { Steps } from '../../../model/steps.ts';
import { parseCommit } from './commit.ts';
import { Damage } from './damage.ts';
import type { GitObject } from './id.ts';
import { checkingTree, parsingTree, submoduleMode } from './tree.ts';

/** The objects that an object names. Throws `Damage` where its bytes are not what `git fsck` would let pass. */
export function* references(object: GitObject): Steps<readonly ObjectId[]> {
  switch (object.kind) {
    case 'blob':
      return [];
    case 'tree': {
      const entries = yield* parsingTree(object.content);
      if (entries === null) throw new Damage('a folder is not readable');
      const fault = yield* checkingTree(entries);
      if (fault !== null) throw new Damage(`a folder holds ${fault}`);
      return entries.filter((entry) => entry.mode !== submoduleMode).map((entry) => entry.id);
    }
    case 'commit': {
      const commit = parseCommit('', object.content);
      if (commit === null) throw new Damage('a commit is not readable');
      return [commit.tree, ...commit.parents];
    }
    case 'tag': {
      const target = /^object ([0-9a-f]{40})\n/.exec(object.content.toString('latin1', 0, 64))?.[1];
      if (target === undefined) throw new Damage('a tag is not readable');
      return [target];
    }
  }
}
