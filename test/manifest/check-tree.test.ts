import { describe, expect, test } from 'vitest';
import { checkTree } from '../../src/manifest/check-tree.ts';
import { limits } from '../../src/manifest/limits.ts';
import { renderProblem } from '../../src/manifest/render.ts';
import { facilitiesOf, scopeOf } from '../../src/manifest/scope.ts';
import { soundTree } from './tree.ts';

const sound = Object.keys(soundTree).map((path) => ({ path, mode: '100644' }));
const own = 'facilities/ams1';

/** One entry beside a sound tree: path, mode. */
const badEntries: readonly (readonly [path: string, mode?: string])[] = [
  [`${own}/machines/r03/ams1-r03-u13.yaml`, '120000'],
  [`${own}/machines/r03/ams1-r03-u13.yaml`, '100755'],
  [`${own}/machines/r04`, '160000'],
  [`${own}/machines/r04`, '120000'],
  ['classes', '120000'],
  ['facilities', '120000'],
  [own, '160000'],
  ['images/debian-12.yaml', '100600'],
  [`${own}/machines/r03/../../../../etc/passwd`],
  [`${own}/machines//x.yaml`],
  ['classes/./x.yaml'],
  ['classes/a\0b.yaml'],
  ['classes/a\nb.yaml'],
  ['classes/\u001b[31mred.yaml'],
  ['classes/cafe\u0301.yaml'],
  ['classes/c3-sm\u0430ll.yaml'],
  ['classes/a b.yaml'],
  ['classes/C3-Small.yaml'],
  ['Classes/c3-large.yaml'],
  ['Facilities/ams1/facility.yaml'],
  ['facilities/AMS1/facility.yaml'],
  ['Fleet.yaml'],
  ['classes/-a.yaml'],
  [`classes/${'a'.repeat(64)}.yaml`],
  [`classes/${'é'.repeat(2_000)}.yaml`],
  ['classes/c3-large.yml'],
  ['classes/c3-large.json'],
  ['classes/more/c3-large.yaml'],
  ['facilities/notes.txt'],
  [`${own}/machines/ams1-r03-u13.yaml`],
  [`${own}/machines/r03/u13/ams1-r03-u13.yaml`],
  [`${own}/secrets/bmc-default.yaml`],
  [`${own}/secrets/old/bmc-default.age`],
  [`${own}/run.sh`],
  ['components/more/agent.yaml'],
  ['approvals/ams1/0c41.yaml'],
  [`${own}/pools/workers.yaml`],
  [`${own}/clusters/old/a.yaml`],
  [`${own}/control-plane/a.yaml`],
];

/** Right, for people only, or none of this facility's business. */
const goodEntries: readonly (readonly [path: string, mode?: string])[] = [
  [`${own}/machines/r03/ams1-r03-u13.yaml`],
  [`${own}/machines/unplaced/spare.yaml`],
  [`${own}/secrets/bmc-default.age`],
  [`${own}/clusters/a.yaml`],
  [`${own}/machines`, '040000'],
  ['README.md'],
  [`${own}/README.md`],
  [`${own}/discovery.yaml`],
  ['components/agent.yaml'],
  [`${own}/control-plane.yaml`],
  [`${own}/machines/r03/notes.md`, '120000'],
  ['.github/workflows/validate.yaml', '100755'],
  [`${own}/.gitkeep`],
  ['facilities/fra1/machines/r01/odd name.yaml'],
  ['facilities/fra1', '120000'],
  ['approvals/fra1/0c41.yaml'],
  ['Makefile', '100755'],
  ['docs/manifests.txt'],
];

describe('checkTree', () => {
  test('takes a sound tree', () => expect(checkTree('ams1', sound)).toEqual([]));

  test.each(goodEntries.map(([path, mode = '100644']) => ({ path, mode })))('leaves aside $path $mode', (entry) => {
    expect(checkTree('ams1', [...sound, entry])).toEqual([]);
  });

  test('tells of every entry that has no place', async () => {
    const told = badEntries.map(([path, mode = '100644']) => {
      const problems = checkTree('ams1', [...sound, { path, mode }]);
      expect(problems, path).toHaveLength(1);
      for (const problem of problems) expect(problem.file).toMatch(/^[ -~]*$/);
      return problems.map((problem) => `${problem.code}\n${renderProblem(problem)}`).join('\n');
    });
    await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('../fixtures/manifest/bad-entries.txt');
  });

  test.each([
    ['an empty tree', [], 'the tree is empty'],
    ['a tree without a fleet', [{ path: 'README.md', mode: '100644' }], 'the tree holds nothing of a fleet'],
    [
      'a tree without the facility',
      [{ path: 'fleet.yaml', mode: '100644' }],
      'there is no facility `ams1` in this tree',
    ],
  ])('refuses %s', (_, entries, message) => {
    expect(checkTree('ams1', entries)).toMatchObject([{ code: 'tree-empty', message }]);
  });

  test('knows which facility was meant', () => {
    expect(checkTree('asm1', sound)).toMatchObject([{ code: 'tree-empty', remedy: 'did you mean `ams1`?' }]);
  });

  test('refuses a tree that is too large, by files and by bytes', () => {
    const others = Array.from({ length: limits.otherFiles + 1 }, (_, i) => ({
      path: `classes/c${i}.yaml`,
      mode: '100644',
    }));
    expect(checkTree('ams1', [...sound, ...others])).toMatchObject([{ code: 'tree-too-large' }]);
    const heavy = sound.map((entry) => ({ ...entry, bytes: limits.treeBytes }));
    expect(checkTree('ams1', heavy)).toMatchObject([{ code: 'tree-too-large' }]);
  });

  test('lists a hundred problems and counts the rest', () => {
    const many = Array.from({ length: 150 }, (_, i) => ({ path: `classes/c${i}.txt`, mode: '100644' }));
    const problems = checkTree('ams1', [...sound, ...many]);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toBe('and 50 more problems');
  });
});

test('facilitiesOf names the folders that may be facilities', () => {
  const paths = [
    'facilities/fra1/facility.yaml',
    'facilities/ams1/x.md',
    'facilities/Bad/x.yaml',
    'facilities/y.md',
    'a/b/c',
  ];
  expect(facilitiesOf(paths)).toEqual(['ams1', 'fra1']);
});

test('scopeOf keeps facilities apart', () => {
  const of = scopeOf('ams1');
  expect(['fleet.yaml', 'facilities/ams1/x', 'facilities/ams10/x', 'facilities/ams1/x.md', 'src/a'].map(of)).toEqual([
    'inside',
    'inside',
    'outside',
    'ignored',
    'outside',
  ]);
});
