import { readdirSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { getAsset, isSea } from 'node:sea';
import { fileURLToPath } from 'node:url';

/**
 * Files that come with nanometal, by their path in the package. They lie beside the program, or within it where it is a
 * single executable (deploy/bundle.mjs).
 */
export const readCarried = (path: string): string =>
  isSea() ? getAsset(path, 'utf8') : readFileSync(besides(path), 'utf8');

/** Every file below a folder, by its path from there, with `/`. */
export function readCarriedFolder(folder: string): ReadonlyMap<string, string> {
  const paths = isSea() ? carriedBelow(folder) : filesBelow(folder);
  return new Map(paths.map((path) => [path, readCarried(`${folder}/${path}`)]));
}

/** The arguments before those of nanometal when this program starts itself once more. */
export const selfArguments = (): readonly string[] =>
  isSea() ? [] : [fileURLToPath(new URL('./main.js', import.meta.url))];

/** The name under which the executable has the list of what it carries, one path a line. */
const listName = 'carried';

const carriedBelow = (folder: string): readonly string[] =>
  getAsset(listName, 'utf8')
    .split('\n')
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1));

function filesBelow(folder: string): readonly string[] {
  const root = fileURLToPath(besides(folder));
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, `${entry.parentPath}/${entry.name}`).split(sep).join('/'))
    .sort();
}

const besides = (path: string): URL => new URL(`../../${path}`, import.meta.url);
