/** Git's objects in memory, with the ids that Git gives them. Names are kept as their bytes (latin1). */
export interface TreeItem {
    /** As Git writes it: `40000`, `100644`. */
    readonly mode: string;
    readonly name: string;
    readonly id: string;
}
export interface CommitBody {
    readonly tree: string;
    readonly parents: readonly string[];
    readonly author: {
        readonly name: string;
        readonly email: string;
    };
    /** Whole seconds. */
    readonly seconds: number;
    readonly message: string;
}
export type GitObject = {
    readonly kind: 'blob';
    readonly bytes: Uint8Array;
} | {
    readonly kind: 'tree';
    readonly items: readonly TreeItem[];
} | {
    readonly kind: 'commit';
    readonly body: CommitBody;
};
export type Objects = Map<string, GitObject>;
export declare function put(objects: Objects, object: GitObject): string;
/** As Git sorts: by bytes, a folder as if its name ended with a slash. */
export declare function sortItems(items: Iterable<TreeItem>): readonly TreeItem[];
export declare const bytesOf: (text: string) => string;
/** Copies what `id` needs and `to` does not have yet; what is there has all that it needs. */
export declare function copyReachable(from: Objects, to: Objects, id: string): void;
export type Change = string | null;
/** A tree with changes laid over it; null where nothing is left of it. */
export declare function applyChanges(objects: Objects, base: string | null, changes: ReadonlyMap<string, Change>): string | null;
