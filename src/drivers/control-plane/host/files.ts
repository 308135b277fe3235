import { createHash } from 'node:crypto';
import { word } from '../../sh.ts';
import type { Placed } from './ground.ts';

/** The name under which the component's folder remembers what was at a path before us. */
const keyOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 32);

/**
 * Keeps what was at each path before we first write there, once: `before/<key>`, or `before/<key>.none` where nothing was.
 * Then lays every staged file in place, each complete or not at all, also through a power cut.
 */
export const writeFiles = (placed: Placed, staged: readonly number[]): readonly string[] => [
  keepFunction,
  putFunction,
  ...placed.files.map(({ path }) => `keep ${keyOf(path)} ${word(path)}`),
  ...staged.flatMap((k) => {
    const file = placed.files[k];
    return file ? [`put ${k} ${file.mode.toString(8)} ${keyOf(file.path)} ${word(file.path)}`] : [];
  }),
];

/** Puts back what was there before us, or removes what we wrote; a path that we never came to stays as it is. */
export const undoFiles = (paths: readonly string[]): readonly string[] =>
  paths.length === 0 ? [] : [undoFunction, ...paths.map((path) => `undo ${keyOf(path)} ${word(path)}`)];

/** Removes the folders that we made, last made first, as far as they are empty. */
export const undoFolders: readonly string[] = [
  'if [ -s "$dir/folders" ]; then sort -ru "$dir/folders" | while IFS= read -r f; do rmdir -- "$f" 2>/dev/null; done; fi',
];

/** Contents that were fetched are kept until the new release is healthy: to go back must not need the network. */
export const keepFetched = (placed: Placed | null): readonly string[] =>
  (placed?.files ?? []).flatMap(({ path, content }) => {
    if (content.kind !== 'url') return [];
    const { sha256 } = content;
    const same = `[ -f ${word(path)} ] && [ "$(sha256sum <${word(path)} | cut -c1-64)" = ${sha256} ]`;
    const copy = `cp -- ${word(path)} "$dir/kept/.new" && sync "$dir/kept/.new" && mv -f "$dir/kept/.new" "$dir/kept/${sha256}"`;
    return [
      `if [ ! -e "$dir/kept/${sha256}" ] && ${same}; then ${copy} || stop full ${word(`${path}: no room to keep what it was`)}; fi`,
    ];
  });

const keepFunction = `keep() {
  [ -e "$dir/before/$1" ] || [ -L "$dir/before/$1" ] || [ -e "$dir/before/$1.none" ] && return
  if [ -e "$2" ] || [ -L "$2" ]; then
    rm -rf "$dir/before/.new"; cp -a -- "$2" "$dir/before/.new" || stop full "$2: no room to keep what it was"
    [ -L "$2" ] || sync "$dir/before/.new"; mv -fT "$dir/before/.new" "$dir/before/$1"
  else touch "$dir/before/$1.none" || stop full "$dir: nothing can be written"; fi
  sync "$dir/before"
}`;

const putFunction = `put() {
  d=$(dirname "$4"); a=$d; l=
  while [ ! -d "$a" ]; do l="$a$nl$l"; a=$(dirname "$a"); done
  if [ -n "$l" ]; then printf %s "$l" >>"$dir/folders"; sync "$dir/folders"; mkdir -p -- "$d" || stop full "$d: cannot be made"; fi
  t=$d/.nanometal-$3
  # Nobody reads it before it has its mode.
  rm -f -- "$t"; umask 077; cp -- "$dir/staged/$1" "$t" && chmod "$2" -- "$t" && sync -- "$t" && mv -fT -- "$t" "$4" ||
    { rm -f -- "$t"; stop full "$4: cannot be written: $(df -Pk -- "$d" | awk 'NR == 2 { print $4 " KiB free on " $6 }')"; }
  umask 022; sync -- "$d"
}`;

const undoFunction = `undo() {
  if [ -e "$dir/before/$1" ] || [ -L "$dir/before/$1" ]; then
    t=$(dirname "$2")/.nanometal-$1
    mkdir -p -- "$(dirname "$2")"; cp -a -- "$dir/before/$1" "$t" && mv -fT -- "$t" "$2" || { rm -f -- "$t"; stop full "$2: cannot be put back"; }
    rm -rf "$dir/before/$1"
  elif [ -e "$dir/before/$1.none" ]; then
    rm -f -- "$2" "$(dirname "$2")/.nanometal-$1"; rm -f "$dir/before/$1.none"
  fi
}`;
