import type { Package } from '../../../model/component.ts';
import { word } from '../../sh.ts';
import type { Placed } from './ground.ts';

export const packagesMs = 1_800_000;

/** Waits for others who install; keeps configuration files as they are, since those that matter are ours to write. */
const apt =
  'DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get -y -q -o DPkg::Lock::Timeout=300 ' +
  '-o Dpkg::Options::=--force-confold -o Dpkg::Options::=--force-confdef';
const install = `${apt} install --no-install-recommends --allow-downgrades`;

const specs = (packages: readonly Package[]): string =>
  packages.map(({ name, version }) => word(version === undefined ? name : `${name}=${version}`)).join(' ');

/**
 * Fetches what will be installed, and finds out what else that brings (`new <package>` in `$dir/staged/new`) or takes away
 * (`$dir/staged/gone`). The lists of packages are only brought up to date when something is not found in them.
 */
export function stagePackages(packages: readonly Package[]): readonly string[] {
  if (packages.length === 0) return [];
  const simulate = `${install} -s ${specs(packages)} >"$dir/staged/plan" 2>&1 </dev/null`;
  return [
    // What was cut off while it was being installed is brought to an end first.
    '[ -z "$(dpkg --audit 2>/dev/null)" ] || DEBIAN_FRONTEND=noninteractive dpkg --configure -a --force-confold >/dev/null 2>&1 </dev/null',
    'why() { sed -n "s/^E: //p" "$1" | tr "\\n" " "; }',
    `${simulate} || { ${apt} update >"$dir/staged/said" 2>&1 </dev/null; ${simulate}; } ||`,
    '  stop package "$(why "$dir/staged/plan") Correct the packages in its manifest, or the sources of apt on this host"',
    'sed -n "s/^Inst \\([^ ]*\\) (.*/\\1/p" "$dir/staged/plan" >"$dir/staged/new"',
    'sed -n "s/^Remv \\([^ ]*\\) .*/\\1/p" "$dir/staged/plan" >"$dir/staged/gone"',
    'while read -r p; do',
    `  case $(dpkg-query -W -f '\${Essential}/\${Priority}' -- "$p") in yes/*|*/required|*/important)`,
    '    stop package "apt would remove $p for it, which this host needs: name other packages or versions";; esac',
    'done <"$dir/staged/gone"',
    '[ "$(wc -l <"$dir/staged/gone")" -le 2 ] ||',
    '  stop package "apt would remove $(tr "\\n" " " <"$dir/staged/gone")for it: name other packages, or remove those by hand first"',
    `${install} --download-only ${specs(packages)} >"$dir/staged/said" 2>&1 </dev/null ||`,
    '  stop fetch "$(why "$dir/staged/said")"',
  ];
}

/**
 * Installs what was staged. A service that a package brings is not started by it where the component runs one of its own
 * (`mode` all), nor where it is the one that is started when its files are in place (a unit).
 */
export function installPackages(packages: readonly Package[], placed: Placed): readonly string[] {
  if (packages.length === 0) return [];
  const { service } = placed;
  const held = service === undefined ? '' : service.kind === 'process' ? '*' : service.unit;
  return [
    'touch "$dir/packages" "$dir/replaced"',
    'cat "$dir/staged/new" >>"$dir/packages"; cat "$dir/staged/gone" >>"$dir/replaced"; sync "$dir/packages" "$dir/replaced"',
    ...(held === '' ? [] : policy(held)),
    `${install} ${specs(packages)} >"$dir/staged/said" 2>&1 </dev/null 9>&-; r=$?`,
    ...(held === '' ? [] : ['rm -f "$ours"']),
    '[ "$r" = 0 ] || { echo "$r"; stop package "apt-get install: $(sed -n "s/^E: //p;s/^dpkg: error/&/p" "$dir/staged/said" | tail -n 4 | tr "\\n" " ")"; }',
    ...(held === '*' ? [disableTheirs] : []),
  ];
}

/**
 * Debian asks /usr/sbin/policy-rc.d before a package starts its service. What was running goes on as ever; one that is left
 * behind by a cut-off script says yes to everything, since the process that it was made for is gone. An operator's own is
 * left alone.
 */
const policy = (held: string): readonly string[] => [
  'systemctl list-units --plain --no-legend --state=active,activating --type=service | cut -d" " -f1 >"$dir/staged/running"',
  'ours=/usr/sbin/policy-rc.d; if [ -e "$ours" ] && ! grep -q nanometal "$ours"; then ours=/dev/null/none; else',
  `printf '%s\\n' '#!/bin/sh' '# Made by nanometal while it installs.' "kill -0 $$ 2>/dev/null || exit 0" 'u=\${1%.service}.service' \\`,
  `  "grep -qxF \\"\\$u\\" '$dir/staged/running' && exit 0" ${word(`case $u in ${held === '*' ? '*' : word(held)}) exit 101;; esac; exit 0`)} >"$ours.new"`,
  'chmod 755 "$ours.new"; mv -f "$ours.new" "$ours"; fi',
];

/** Units of packages that are new here; they would start with the next boot. */
const disableTheirs = `while read -r p; do
  dpkg -L "$p" 2>/dev/null | sed -n 's#^\\(/usr\\)\\{0,1\\}/lib/systemd/system/\\([^/@]*\\.\\(service\\|socket\\|timer\\)\\)$#\\2#p'
done <"$dir/staged/new" | sort -u | while read -r u; do systemctl disable --now "$u" >/dev/null 2>&1 </dev/null; done`;

/**
 * Removes those of our packages that nothing needs any more: of those that `$dir/packages` lists, all but `stay` are marked
 * as installed for others only, and what apt then finds to be needed by nobody goes, if it is ours. Where `must` is not set,
 * what cannot be removed now stays for the next time.
 */
export function dropPackages(stay: readonly string[], must: boolean): readonly string[] {
  const keep = stay.length === 0 ? '""' : stay.map(word).join('|');
  const unneeded = `${apt} -s -o APT::AutoRemove::RecommendsImportant=false -o APT::AutoRemove::SuggestsImportant=false autoremove`;
  return [
    'if [ -s "$dir/packages" ]; then',
    '  sort -u "$dir/packages" | while read -r p; do',
    `    case \${p%:*} in ${keep}) apt-mark manual "$p" >/dev/null 2>&1;; *) apt-mark auto "$p" >/dev/null 2>&1;; esac`,
    '  done',
    `  ${unneeded} 2>/dev/null </dev/null | sed -n "s/^Remv \\([^ ]*\\) .*/\\1/p" | grep -xF -f "$dir/packages" >"$dir/staged/drop"`,
    '  if [ -s "$dir/staged/drop" ]; then',
    `    xargs ${apt.replace(/^/, 'env ')} remove <"$dir/staged/drop" >"$dir/staged/said" 2>&1 9>&-${must ? ' ||' : ''}`,
    must ? '      stop package "apt-get remove: $(sed -n "s/^E: //p" "$dir/staged/said" | tr "\\n" " ")"' : '',
    '    sort -u "$dir/packages" | while read -r p; do',
    `      dpkg-query -W -f '\${db:Status-Status}' -- "$p" 2>/dev/null | grep -qx installed && echo "$p"`,
    '    done >"$dir/packages.new"; mv -f "$dir/packages.new" "$dir/packages"',
    '  fi',
    'fi',
  ];
}

/** Brings back what had to make way; as far as that is still to be had. */
export const returnReplaced: readonly string[] = [
  `if [ -s "$dir/replaced" ]; then sort -u "$dir/replaced" | xargs env ${install} >/dev/null 2>&1; fi`,
];
