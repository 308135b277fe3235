import type { Content } from '../../../model/component.ts';
import { word } from '../../sh.ts';
import type { Placed } from './ground.ts';

/**
 * Kubernetes manifests, by the `kubectl` of the host. What was fetched lies in `manifests/<sha256>` of the component's folder
 * beside its record; what stands in the fleet repo comes on standard input.
 */
const kubectl = 'KUBECONFIG=/etc/kubernetes/admin.conf timeout 60 kubectl';
const ours = '--server-side --force-conflicts --field-manager=nanometal';

const texts = (contents: readonly Content[]): string =>
  contents.map((content) => (content.kind === 'inline' ? document(content.text) : '')).join('');

/** Each is one document more, whether or not its text begins or ends as one. */
const document = (text: string): string => `---\n${text}\n`;

/** Of one release, in one text. */
export const inlineOf = ({ manifests = [] }: Pick<Placed, 'manifests'>): string => texts(manifests);

/** Lines that leave all manifests of it in `$dir/<into>`, from standard input and from what was fetched. */
export function gatherManifests(placed: Pick<Placed, 'manifests'>, into: string): readonly string[] {
  const { manifests = [] } = placed;
  if (manifests.length === 0) return [];
  const fetched = manifests.flatMap((content) => (content.kind === 'url' ? [content.sha256] : []));
  const bytes = Buffer.byteLength(inlineOf(placed));
  return [
    `head -c ${bytes} >"$dir/${into}" && [ "$(stat -c %s "$dir/${into}")" = ${bytes} ] || stop full "no room for Kubernetes manifests"`,
    ...fetched.map((sha256) => `{ echo ---; cat "$dir/manifests/${sha256}"; echo; } >>"$dir/${into}"`),
  ];
}

/** Prints `manifests 0`: as they should be, `1`: they differ, or another number: nobody knows. */
export function manifestLook(placed: Placed): readonly string[] {
  const { manifests = [] } = placed;
  if (manifests.length === 0) return [];
  const fetched = manifests.flatMap((content) =>
    content.kind === 'url' ? [`"$dir/manifests/${content.sha256}"`] : [],
  );
  // What was never fetched cannot be the same.
  const there = ['true', ...fetched.map((path) => `[ -e ${path} ]`)].join(' && ');
  const more = fetched.map((path) => `echo ---; cat ${path}; echo;`).join(' ');
  return [
    `m=$(head -c ${Buffer.byteLength(inlineOf(placed))}; printf x)`,
    `if ${there}; then { printf %s "\${m%x}"; ${more} } | ${kubectl} diff ${ours} -f - >/dev/null 2>&1; echo "manifests $?"`,
    'else echo "manifests 1"; fi',
  ];
}

/** Applies what `gatherManifests` left in `$dir/<from>`. */
export const applyManifests = (from: string): readonly string[] => [
  `out=$(${kubectl} apply ${ours} -f "$dir/${from}" 2>&1) || stop host "kubectl apply: $(printf %s "$out" | tail -c 300)"`,
];

/** Namespaces and names, by the server; what is not there is not listed. */
const template =
  '{{define "o"}}{{.apiVersion}} {{.kind}} {{or .metadata.namespace "-"}} {{.metadata.name}}{{"\\n"}}{{end}}' +
  '{{if .items}}{{range .items}}{{template "o" .}}{{end}}{{else if .kind}}{{template "o" .}}{{end}}';

/** Deletes what stands in `$dir/<old>` and not in `$dir/<stays>`; a missing `stays` keeps nothing. */
export const dropManifests = (old: string, stays: string): readonly string[] => [
  `objects() { [ -s "$1" ] || return 0; ${kubectl} get --ignore-not-found -f "$1" -o go-template=${word(template)} 2>/dev/null; }`,
  `objects "$dir/${stays}" >"$dir/${stays}.objects"`,
  `objects "$dir/${old}" | grep -vxF -f "$dir/${stays}.objects" | while read -r v k n o; do`,
  `case $v in */*) k=$k.\${v#*/}.\${v%/*};; esac; [ "$n" = - ] && n=default`,
  `${kubectl} delete --ignore-not-found --wait=false -n "$n" "$k" "$o" >/dev/null 2>&1; done`,
  `rm -f "$dir/${stays}.objects"`,
];
