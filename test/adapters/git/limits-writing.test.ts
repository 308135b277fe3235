import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bench, commitOf, failure, main, newCommit, objectPath, overwrite, status, tip } from './hands.ts';

describe('L1', () => {
  it('L1: a write is temporary file, fsync, rename, fsync of the folder, in this order', async () => {
    const made = await bench('isomorphic', 'path');
    const script = join(made.folder, 'one.ts');
    const chooser = new URL('../../../src/adapters/git/choose.ts', import.meta.url).pathname;
    writeFileSync(
      script,
      `import { openRepo } from ${JSON.stringify(chooser)};
       const opened = await openRepo({ remote: process.argv[2], stateDir: process.argv[3], adapter: 'isomorphic' });
       const id = await opened.value.write({ parents: [], base: null, changes: new Map([['a', 'x']]), message: 'm', author: { name: 'n', email: 'e' }, at: 0 });
       console.log(await opened.value.push('refs/heads/traced', null, id));`,
    );
    const trace = join(made.folder, 'trace');
    const loader = new URL('./load-typescript.mjs', import.meta.url).pathname;
    const calls = 'trace=openat,fsync,rename,link,write';
    const args = ['-f', '-y', '-e', calls, '-o', trace, process.execPath, '--import', loader, script];
    execFileSync('strace', [...args, made.people.path, made.stateDir]);
    const lines = readFileSync(trace, 'utf8').split('\n');
    const at = (pattern: RegExp): number => lines.findIndex((line) => pattern.test(line));
    const draft =
      /link\("(?<draft>[^"]+)", "[^"]+\/refs\/heads\/traced\.lock"/.exec(lines.join('\n'))?.groups?.draft ?? '-';
    const order = [
      at(new RegExp(`fsync\\(\\d+<${draft}>`)),
      at(/link\(.*refs\/heads\/traced\.lock"/),
      at(/rename\(.*refs\/heads\/traced\.lock".*refs\/heads\/traced"/),
      lines.findLastIndex((line) => /fsync\(\d+<[^>]+\/refs\/heads>/.test(line)),
    ];
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const truncating = lines.filter(
      (line) => line.includes('O_TRUNC') && !line.includes('O_EXCL') && line.includes(made.people.path),
    );
    expect(truncating).toEqual([]);
    const renamed = lines.filter((line) => /rename\(.*objects\/[0-9a-f]{2}\//.test(line));
    expect(renamed.length).toBe(3);
  });
});

describe('L2', () => {
  it.each(['', '\0'.repeat(41), 'deadbeef'])(
    'L2: a torn ref %j over a packed one is damage, not the older commit',
    async (torn) => {
      const made = await bench('isomorphic', 'path');
      const one = commitOf(made, 'one');
      made.people.setRef(main, one);
      made.people.git(['pack-refs', '--all']);
      const two = commitOf(made, 'two', [one]);
      made.people.setRef(main, two);
      const path = join(made.people.path, main);
      writeFileSync(path, torn);
      expect(await failure(made.repo, main)).toBe('corrupt');
      const next = await made.repo.write(newCommit('three', [one]));
      const outcome = await made.repo.push(main, one, next);
      expect(outcome).toMatchObject({ kind: 'ambiguous', failure: { reason: 'corrupt' } });
      expect(readFileSync(path, 'latin1')).toBe(torn);
      writeFileSync(path, `${two}\n`);
    },
  );

  it('L2: native git is not asked about a torn ref on this host, which it takes for a deleted one', async () => {
    const made = await bench('native', 'path');
    const one = commitOf(made, 'one');
    made.people.setRef(main, one);
    writeFileSync(join(made.people.path, main), '');
    expect(await failure(made.repo, main)).toBe('corrupt');
    writeFileSync(join(made.people.path, main), `${one}\n`);
  });
});

describe('L3', () => {
  it('L3: a foreign lock on the ref is honoured, and nothing moves while it stays', async () => {
    const made = await bench('isomorphic', 'path', { limits: { lockWaitMs: 50 } });
    const one = commitOf(made, 'one');
    made.people.setRef(main, one);
    const lock = join(made.people.path, `${main}.lock`);
    writeFileSync(lock, '');
    const next = await made.repo.write(newCommit('two', [one]));
    const outcome = await made.repo.push(main, one, next);
    expect(outcome).toMatchObject({ kind: 'ambiguous', failure: { reason: 'locked' } });
    expect(await tip(made.repo, main)).toBe(one);
    expect(existsSync(lock)).toBe(true);
    execFileSync('rm', [lock]);
    expect(await made.repo.push(main, one, next)).toEqual({ kind: 'pushed' });
  });

  it('L3: a lock that is given back is waited for', async () => {
    const made = await bench('isomorphic', 'path', { limits: { lockWaitMs: 60_000 } });
    const one = commitOf(made, 'one');
    made.people.setRef(main, one);
    const lock = join(made.people.path, `${main}.lock`);
    writeFileSync(lock, '');
    const next = await made.repo.write(newCommit('two', [one]));
    const pushing = made.repo.push(main, one, next);
    setTimeout(() => execFileSync('rm', [lock]), 200);
    expect(await pushing).toEqual({ kind: 'pushed' });
  });

  it('L3: native git is kept out while we hold the lock, and pushes of both interleave without loss', async () => {
    const made = await bench('isomorphic', 'path');
    let head = await made.repo.write(newCommit('0'));
    expect(await made.repo.push(status, null, head)).toEqual({ kind: 'pushed' });
    const count = 12;
    let ours = 0;
    let theirs = 0;
    for (let i = 1; i <= count; i++) {
      const next = await made.repo.write(newCommit(`${i}`, [head]));
      const other = made.people.git(['commit-tree', `${head}^{tree}`, '-p', head], `theirs ${i}`);
      const pushing = made.repo.push(status, head, next);
      let moved = true;
      try {
        made.people.git(['update-ref', status, other, head]);
      } catch {
        moved = false;
      }
      const outcome = await pushing;
      expect([outcome.kind, moved]).toEqual(moved ? ['stale', true] : ['pushed', false]);
      if (moved) theirs += 1;
      else ours += 1;
      head = moved ? other : next;
    }
    expect(await tip(made.repo, status)).toBe(head);
    expect(ours + theirs).toBe(count);
    expect(made.people.git(['rev-list', '--count', status])).toBe(String(count + 1));
  });
});

describe('L16', () => {
  it('L16: isomorphic: a torn object is written again by whoever writes the same', async () => {
    const made = await bench('isomorphic', 'path');
    const id = await made.repo.write(newCommit('x'));
    const blob = (await made.repo.tree((await made.repo.commit(id))?.tree ?? ''))?.[0]?.id ?? '';
    overwrite(objectPath(made.people.path, blob), '');
    expect(await made.repo.blobs([blob], 10)).toEqual([null]);
    expect(await made.repo.write(newCommit('x'))).toBe(id);
    expect(await made.repo.blobs([blob], 10)).not.toEqual([null]);
  });
});

describe('L17', () => {
  it('L17: isomorphic: a disk that answers neither yes nor no is an error, not an absence', async () => {
    const made = await bench('isomorphic', 'path');
    const id = await made.repo.write(newCommit('x'));
    const folder = join(made.people.path, 'objects', id.slice(0, 2));
    execFileSync('mv', [folder, `${folder}.away`]);
    symlinkSync(folder, folder);
    await expect(made.repo.commit(id)).rejects.toThrow();
    execFileSync('rm', [folder]);
    execFileSync('mv', [`${folder}.away`, folder]);
    expect((await made.repo.commit(id))?.message).toBe('x');
  });
});
