import { sha256 } from '../../../diff/digest.ts';
import type { Content } from '../../../model/component.ts';
import { word } from '../../sh.ts';
import type { Placed } from './ground.ts';

/** What is fetched may be as large as a system's image, and may come slowly. */
export const stageMs = 1_800_000;

/** What is to be laid ready: position in the release's files, for those that differ on the host. */
export interface ToStage {
  readonly placed: Placed;
  readonly files: readonly number[];
}

/** In the order of the script's input. */
export const stageInput = ({ placed, files }: ToStage): string =>
  files.map((k) => inline(placed.files[k]?.content)).join('');

const inline = (content: Content | undefined): string => (content?.kind === 'inline' ? content.text : '');
export const digestOfContent = (content: Content): string =>
  content.kind === 'url' ? content.sha256 : sha256(content.text).slice('sha256:'.length);

/** Everything into `$dir/staged`, checked, with room for it where it goes; nothing else is touched. */
export function stageLines({ placed, files }: ToStage): readonly string[] {
  const fetched = (placed.manifests ?? []).flatMap((content) => (content.kind === 'url' ? [content] : []));
  return [
    'rm -rf "$dir/staged"; mkdir -p -m 700 "$dir/staged" "$dir/kept" "$dir/manifests" "$dir/before" "$dir/units" || stop full "no room in $dir"',
    fetchFunction,
    sumFunction,
    roomFunction,
    ...files.flatMap((k) => {
      const file = placed.files[k];
      if (!file) return [];
      const { content, path } = file;
      const into = `"$dir/staged/${k}"`;
      return [
        content.kind === 'inline'
          ? `head -c ${Buffer.byteLength(content.text)} >${into} || stop full ${word(`${path}: no room to lay it ready`)}`
          : `fetch ${into} ${content.sha256} ${word(content.url)} ${word(path)}`,
        `sum ${into} ${digestOfContent(content)} ${word(path)} ${word(content.kind === 'url' ? content.url : 'its manifest')}`,
        `room ${into} ${word(path)}`,
      ];
    }),
    ...fetched.flatMap(({ url, sha256 }) => [
      `[ -e "$dir/manifests/${sha256}" ] || { fetch "$dir/staged/manifest" ${sha256} ${word(url)} ""`,
      `sum "$dir/staged/manifest" ${sha256} ${word(url)} ${word(url)}; mv -f "$dir/staged/manifest" "$dir/manifests/${sha256}"; }`,
    ]),
    fullCheck,
    'sync "$dir/staged"',
  ];
}

/** Redirects are not followed: what is fetched comes from where people said. What is here already is not fetched. */
const fetchFunction = `fetch() {
  if [ -e "$dir/kept/$2" ]; then cp -- "$dir/kept/$2" "$1" || stop full "$4: no room to lay it ready"; return; fi
  if [ -n "$4" ] && [ -f "$4" ] && [ "$(sha256sum <"$4" | cut -c1-64)" = "$2" ]; then
    cp -- "$4" "$1" || stop full "$4: no room to lay it ready"; return
  fi
  command -v curl >/dev/null || stop host "$3 cannot be fetched without curl: apt-get install curl on the host"
  said=$(curl -sS -f -g --proto =http,https --connect-timeout 15 --speed-limit 1000 --speed-time 60 -m 1500 \\
    -w '%{http_code} %{redirect_url}' -o "$1" -- "$3" 2>"$dir/staged/said" </dev/null); r=$?
  [ "$r" = 23 ] && stop full "$3: no room to lay it ready"
  [ "$r" = 0 ] || stop fetch "$3: $(tail -c 300 "$dir/staged/said")"
  case $said in 3*) stop fetch "$3 sends elsewhere, to \${said#* }: name that address in its manifest";; esac
}`;

const sumFunction = `sum() {
  s=$(sha256sum <"$1" | cut -c1-64)
  [ "$s" = "$2" ] || stop checksum "$3: its sha256 is $s, and $2 was expected: correct sha256 in its manifest, or what lies at $4"
}`;

/** How much must fit where; what is replaced stays until the new one lies beside it. */
const roomFunction = `room() {
  [ -d "$2" ] && [ ! -L "$2" ] && stop host "$2 is a folder on this host: move it away, or name another path"
  a=$(dirname "$2"); while [ ! -d "$a" ]; do
    [ -e "$a" ] && stop host "$a is no folder on this host: move it away, or name another path"; a=$(dirname "$a"); done
  echo "$(df -Pk -- "$a" | awk 'NR == 2 { print $6, $4 }') $(($(stat -c %s -- "$1") / 1024 + 4))" >>"$dir/staged/room"
}`;

const fullCheck = `if [ -e "$dir/staged/room" ]; then
  short=$(awk '{ n[$1] += $3; f[$1] = $2 } END { for (m in n) if (n[m] + 64 > f[m]) print m " has " f[m] " KiB free of " n[m] + 64 " KiB" }' "$dir/staged/room")
  [ -z "$short" ] || stop full "$short: make room there"
fi`;
