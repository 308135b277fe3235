/**
 * The path (with its query) that a link of this service stands for, or `undefined` when it leads to another origin: then
 * it is not followed, since credentials would follow with it. Fragments are dropped.
 */
export declare function within(origin: string, link: string): string | undefined;
/** Equal for two spellings of one resource: some services list links in another case, or with a slash at the end. */
export declare const comparable: (uri: string) => string;
