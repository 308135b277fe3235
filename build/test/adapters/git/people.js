import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
/** Nothing of the account's own Git configuration takes part in a test. */
export const plainEnvironment = {
    PATH: process.env.PATH ?? '',
    HOME: '/nonexistent',
    LANG: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.org',
    GIT_AUTHOR_DATE: '1795305600 +0100',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.org',
    GIT_COMMITTER_DATE: '1795305600 +0100',
};
/** People with native Git at a bare repository. */
export class People {
    path;
    constructor(path) {
        this.path = path;
    }
    static begin(path) {
        execFileSync('git', ['init', '--quiet', '--bare', '--template=', path], { env: plainEnvironment });
        mkdirSync(join(path, 'hooks'), { recursive: true });
        return new People(path);
    }
    git(args, input = '') {
        const options = { env: plainEnvironment, input, maxBuffer: 1 << 28, stdio: 'pipe' };
        return execFileSync('git', [`--git-dir=${this.path}`, ...args], options)
            .toString()
            .trim();
    }
    commit(commit) {
        const files = commit.files.map((file) => ({ ...file, path: Buffer.from(file.path) }));
        const tree = this.#folder(files.map((file) => ({ file, rest: file.path })));
        const parents = commit.parents.flatMap((parent) => ['-p', parent]);
        return this.git(['commit-tree', tree, ...parents], commit.message);
    }
    setRef(ref, id) {
        this.git(['update-ref', ref, id]);
    }
    deleteRef(ref) {
        this.git(['update-ref', '-d', ref]);
    }
    hook(name, script) {
        const path = join(this.path, 'hooks', name);
        writeFileSync(path, `#!/bin/sh\n${script}\n`);
        chmodSync(path, 0o755);
    }
    /** Throws where `git fsck` finds anything wrong, or worth a word. */
    fsck() {
        const args = [`--git-dir=${this.path}`, 'fsck', '--full', '--strict', '--no-dangling'];
        const run = spawnSync('git', args, { env: plainEnvironment, encoding: 'utf8' });
        const words = `${run.stdout}${run.stderr}`
            .split('\n')
            .filter((line) => line !== '' && !line.startsWith('notice: '));
        if (run.status !== 0 || words.length > 0)
            throw new Error(`git fsck: ${words.join('\n')}`);
    }
    #folder(files) {
        const lines = [];
        const folders = new Map();
        for (const { file, rest } of files) {
            const slash = rest.indexOf(0x2f);
            if (slash >= 0) {
                const name = rest.toString('latin1', 0, slash);
                folders.set(name, [...(folders.get(name) ?? []), { file, rest: rest.subarray(slash + 1) }]);
                continue;
            }
            const isModule = file.mode === '160000';
            const id = isModule ? file.content : this.git(['hash-object', '-w', '--stdin'], file.content);
            lines.push(Buffer.from(`${file.mode} ${isModule ? 'commit' : 'blob'} ${id}\t`), rest, Buffer.from('\0'));
        }
        for (const [name, inside] of folders) {
            lines.push(Buffer.from(`040000 tree ${this.#folder(inside)}\t`), Buffer.from(name, 'latin1'), Buffer.from('\0'));
        }
        return this.git(['mktree', '-z', '--missing'], Buffer.concat(lines));
    }
}
//# sourceMappingURL=people.js.map