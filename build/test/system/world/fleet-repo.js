import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { People } from "../../adapters/git/people.js";
/** A bare repository, and a person who commits to its `main` with native Git. */
export class FleetRepo {
    path;
    people;
    constructor(people) {
        this.people = people;
        this.path = people.path;
    }
    static begin(path) {
        const people = People.begin(path);
        people.git(['symbolic-ref', 'HEAD', 'refs/heads/main']);
        return new FleetRepo(people);
    }
    /** One commit on `main` (or on `from`, wherever main is), pushed. Answers its id. */
    commit(message, changes, from = undefined) {
        const parent = from === undefined ? this.head('main') : from;
        const lines = [];
        const say = (text) => void lines.push(Buffer.from(text));
        const data = (content) => {
            const bytes = Buffer.from(content);
            lines.push(Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n'));
        };
        say('commit refs/heads/main\ncommitter Ada <ada@example.org> 1795305600 +0100\n');
        data(message);
        if (parent !== null)
            say(`from ${parent}\n`);
        for (const [path, text] of Object.entries(changes)) {
            if (text === null)
                say(`D ${path}\n`);
            else {
                say(`M 100644 inline ${path}\n`);
                data(text);
            }
        }
        // A branch that begins anew has no `from`; fast-import then goes on from the ref, unless it is gone.
        if (parent === null && this.head('main') !== null)
            this.people.deleteRef('refs/heads/main');
        this.people.git(['fast-import', '--quiet', '--force'], Buffer.concat(lines));
        return this.head('main') ?? '';
    }
    /** Puts this on `main` as its next commit, byte by byte as given: also what Git's own tools would not write. */
    commitTree(message, files, parent) {
        const id = this.people.commit({ parents: parent === null ? [] : [parent], message, files });
        this.people.setRef('refs/heads/main', id);
        return id;
    }
    head(branch) {
        return this.ref(`refs/heads/${branch}`);
    }
    ref(name) {
        const id = this.people.git(['for-each-ref', '--format=%(objectname)', name]);
        return id === '' ? null : id;
    }
    /** Content of a file at a revision; null where it is not. */
    file(revision, path) {
        try {
            return `${this.people.git(['cat-file', 'blob', `${revision}:${path}`])}\n`;
        }
        catch {
            return null;
        }
    }
    /** All files of a revision. */
    files(revision) {
        const paths = this.people.git(['ls-tree', '-r', '-z', '--name-only', revision]).split('\0').filter(Boolean);
        return new Map(paths.map((path) => [path, this.file(revision, path) ?? '']));
    }
    /** The status branch, newest first, read by Git's own trailer parser. */
    status(facility = 'ams1') {
        const ref = `refs/heads/status/${facility}`;
        if (this.ref(ref) === null)
            return [];
        const trailer = (name) => `%(trailers:key=${name},valueonly,separator=%x1f)`;
        const format = ['%H', '%P', '%B', ...['Nanometal-Kind', 'Grant', 'Outcome', 'Epoch'].map(trailer)].join('%x1e');
        const text = this.people.git(['log', '-z', `--format=${format}`, ref]);
        return text
            .split('\0')
            .filter(Boolean)
            .map((entry) => {
            const [id = '', parents = '', message = '', kind = '', grants = '', outcomes = '', epoch = ''] = entry.split('\x1e');
            const list = (values) => values.split('\x1f').filter(Boolean);
            return {
                id,
                parents: parents.split(' ').filter(Boolean),
                message,
                kind,
                grants: list(grants),
                outcomes: list(outcomes),
                epoch,
            };
        });
    }
}
/** All files below a folder, by path. */
export function readFolder(folder) {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    const files = paths.filter((path) => statSync(join(folder, path)).isFile());
    return new Map(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
//# sourceMappingURL=fleet-repo.js.map