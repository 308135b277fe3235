import type { ManifestPath } from './path.ts';
import type { RuleFault } from './rules.ts';
/**
 * Kind and names against the path, before the rest: a file that lies in the wrong place would else be measured by the
 * wrong schema, and its author be told of fields that are right.
 */
export declare function checkHeader(where: Exclude<ManifestPath, {
    readonly kind: 'secret';
}>, value: unknown): RuleFault[];
