import { describe, it } from 'vitest';
import { type OtherCommit, repoCases } from '../../src/conformance/repo.ts';
import { type Objects, put, sortItems, type TreeItem } from '../../src/rehearsal/objects.ts';
import { createRemote, openMemoryRepo, type Remote } from '../../src/rehearsal/repo.ts';

/** The repository in memory keeps every promise of the port, so that what is proved on it is proved of the others. */

interface Folder {
  readonly files: Map<string, TreeItem>;
  readonly folders: Map<string, Folder>;
}
const emptyFolder = (): Folder => ({ files: new Map(), folders: new Map() });

function commitAsOther({ objects }: Remote, { parents, message, files }: OtherCommit): string {
  const root = emptyFolder();
  for (const { mode, path, content } of files) {
    const parts = Buffer.from(path).toString('latin1').split('/');
    const name = parts.pop() ?? '';
    let folder = root;
    for (const part of parts) {
      const next = folder.folders.get(part) ?? emptyFolder();
      folder.folders.set(part, next);
      folder = next;
    }
    const id = mode === '160000' ? content : put(objects, { kind: 'blob', bytes: Buffer.from(content) });
    folder.files.set(name, { mode, name, id });
  }
  const author = { name: 'somebody', email: 'somebody@example.net' };
  return put(objects, {
    kind: 'commit',
    body: { tree: writeFolder(objects, root), parents, author, seconds: 0, message },
  });
}

function writeFolder(objects: Objects, { files, folders }: Folder): string {
  const items = [...files.values()];
  for (const [name, inner] of folders) items.push({ mode: '40000', name, id: writeFolder(objects, inner) });
  return put(objects, { kind: 'tree', items: sortItems(items) });
}

describe('the repository in memory', () => {
  const cases = repoCases(async () => {
    const remote = createRemote();
    return {
      repo: openMemoryRepo(remote, new Map()),
      another: async () => openMemoryRepo(remote, new Map()),
      commitAsOther: async (commit) => commitAsOther(remote, commit),
      setRef: async (ref, id) => void remote.refs.set(ref, id),
      deleteRef: async (ref) => void remote.refs.delete(ref),
      refusePushes: async () => {
        remote.refusing = true;
      },
      close: async () => {},
    };
  });
  it.each(cases.map(({ name, run }) => [name, run] as const))('%s', (_, run) => run());
});
