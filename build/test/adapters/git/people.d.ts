import type { OtherCommit } from '../../../src/conformance/repo.ts';
/** Nothing of the account's own Git configuration takes part in a test. */
export declare const plainEnvironment: Record<string, string>;
/** People with native Git at a bare repository. */
export declare class People {
    #private;
    readonly path: string;
    constructor(path: string);
    static begin(path: string): People;
    git(args: readonly string[], input?: string | Buffer): string;
    commit(commit: OtherCommit): string;
    setRef(ref: string, id: string): void;
    deleteRef(ref: string): void;
    hook(name: string, script: string): void;
    /** Throws where `git fsck` finds anything wrong, or worth a word. */
    fsck(): void;
}
