import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, type Objects, put, sortItems, type TreeItem } from '../../src/rehearsal/objects.ts';
import { machineFile, machinePath } from './world/manifests.ts';
import { main, World } from './world/world.ts';

/** Whatever somebody puts into a tree, by whatever means: it is passed over or rejected, and the last good commit stays. */

const evilNames = [
  '..',
  '.',
  '.git',
  '.GIT',
  'a\\b',
  'con',
  'ams1-1.yaml ',
  'AMS1-1.yaml',
  'ams1-1.yaml\n',
  '-rf.yaml',
  '$(reboot).yaml',
  '\u202etxt.yaml',
  'ams1\u0301.yaml',
  '__proto__',
  'constructor.yaml',
  `${'x'.repeat(300)}.yaml`,
];
const name = fc.oneof(
  fc.constantFrom(...evilNames),
  fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }).map((text) => `${text.replace(/[/\0]/g, '_')}.yaml`),
);
const mode = fc.constantFrom('100644', '100755', '120000', '160000', '40000', '100664', '0');
const content = fc.oneof(
  fc.constantFrom(
    '',
    '/etc/passwd',
    '../../../fleet.yaml',
    machineFile(1),
    machineFile(9, '  power: Off\n'),
    'a: &a [*a]\n',
    'x: !!js/function "reboot"\n',
  ),
  fc.string({ maxLength: 200 }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
);
const folder = fc.constantFrom(
  '',
  'facilities',
  'facilities/ams1',
  'facilities/ams1/machines',
  'facilities/ams1/machines/r01',
  'classes',
);
const intruder = fc.record({ folder, name, mode, content });
type Intruder = typeof intruder extends fc.Arbitrary<infer T> ? T : never;

/** The tree with one more entry in one of its folders; one of that name gives way. */
function intrude(
  objects: Objects,
  tree: string,
  path: readonly string[],
  { name: entry, mode: how, content: text }: Intruder,
): string {
  const found = objects.get(tree);
  const items = new Map((found?.kind === 'tree' ? found.items : []).map((item) => [item.name, item]));
  const [first, ...rest] = path;
  if (first !== undefined) {
    const below = items.get(first);
    if (below)
      items.set(first, {
        ...below,
        id: intrude(objects, below.id, rest, { folder: '', name: entry, mode: how, content: text }),
      });
    return put(objects, { kind: 'tree', items: sortItems(items.values()) });
  }
  const blob = put(objects, { kind: 'blob', bytes: Buffer.from(text) });
  const empty = put(objects, { kind: 'tree', items: [] });
  const id = how === '40000' ? empty : how === '160000' ? '1'.repeat(40) : blob;
  const item: TreeItem = { mode: how, name: bytesOf(entry), id };
  items.set(item.name, item);
  return put(objects, { kind: 'tree', items: sortItems(items.values()) });
}

describe('a tree with something in it that nobody should have put there', () => {
  it('moves no machine, ends no process, and the next sound commit is acted upon', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(intruder, { minLength: 1, maxLength: 4 }), async (intruders) => {
        const world = new World(2);
        await world.once();
        const { objects } = world.remote;
        const before = world.head() ?? '';
        const object = objects.get(before);
        if (object?.kind !== 'commit') throw new Error('there is no commit');
        const tree = intruders.reduce(
          (sum, one) => intrude(objects, sum, one.folder === '' ? [] : one.folder.split('/'), one),
          object.body.tree,
        );
        world.move(main, put(objects, { kind: 'commit', body: { ...object.body, tree, parents: [before] } }));
        expect((await world.once()).kind).toBe('settled');
        expect(world.received()).toEqual([]);

        const hostile = world.head() ?? '';
        const body = { ...object.body, parents: [hostile] };
        world.move(main, put(objects, { kind: 'commit', body }));
        world.commit({ [machinePath(1)]: machineFile(1, '  power: Off\n') });
        expect((await world.once()).kind).toBe('settled');
        expect(world.happened()).toEqual(['PowerOff ams1-1']);
      }),
      { numRuns: 120 },
    );
  }, 120_000);
});
