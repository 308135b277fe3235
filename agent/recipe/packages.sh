# Debian packages into a folder, by an apt that knows nothing of this machine: its lists, its state, another architecture.

debian() {
  local program="$1"
  shift
  "$program" -qq \
    -o APT::Architecture="$arch" -o APT::Architectures="$arch" \
    -o Dir::State="$cache/apt" -o Dir::State::status="$cache/apt/status" \
    -o Dir::Cache="$cache/apt" -o Dir::Cache::pkgcache=packages.bin -o Dir::Cache::srcpkgcache=sources.bin \
    -o Dir::Cache::archives="$cache/packages" \
    -o Dir::Etc::SourceList="$cache/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o APT::Sandbox::User=root -o APT::Keep-Downloaded-Packages=true -o Acquire::Languages=none -o Acquire::Retries=3 "$@"
}

# Names of what was downloaded stand in `closure.list` (of the tools, with their libraries) and `loose.list` (unpacked for a few
# files, whatever they depend on).
fetch_packages() {
  local key=/usr/share/keyrings/debian-archive-keyring.gpg part="main non-free-firmware"
  : >>"$cache/apt/status"
  printf 'deb [signed-by=%s] http://deb.debian.org/%s %s %s\n' \
    "$key" debian "$suite" "$part" \
    "$key" debian-security "$suite-security" "$part" >"$cache/apt/sources.list"
  if [ "$update" = yes ] || [ ! -e "$cache/apt/updated" ]; then
    debian apt-get update
    touch "$cache/apt/updated"
  fi
  # The real kernel stands behind a name without a version.
  image="$(debian apt-cache depends "$image" | sed -n 's/^ *Depends: \(linux-image-[0-9].*\)/\1/p' | head -1)"
  # apt tells the address only of what it has not got: hence an empty place.
  mkdir -p "$work/empty/partial"
  # shellcheck disable=SC2086
  debian apt-get --print-uris --no-install-recommends -y -o Dir::Cache::archives="$work/empty" install $tools |
    uri_files >"$work/closure.list"
  # shellcheck disable=SC2086
  (cd "$work/empty" && debian apt-get --print-uris download "$image" $boot $firmware) | uri_files >"$work/loose.list"
  if ! (cd "$cache/packages" && cat "$work/closure.list" "$work/loose.list" | xargs ls >/dev/null 2>&1); then
    # shellcheck disable=SC2086
    debian apt-get --download-only --no-install-recommends -y install $tools
    # shellcheck disable=SC2086
    (cd "$cache/packages" && debian apt-get download "$image" $boot $firmware)
  fi
}

# 'http://…' name_1%3a2_arch.deb 123 SHA256:…  →  name_1%3a2_arch.deb
uri_files() { awk '$1 ~ /^.http/ { print $2 }' | sort; }

unpack_packages() {
  mkdir -p "$work"/{tools,kernel}
  local file
  while read -r file; do
    dpkg-deb --fsys-tarfile "$cache/packages/$file" | tar -x -C "$work/tools" --exclude='./usr/share/*' --exclude='./etc/*'
  done <"$work/closure.list"
  while read -r file; do
    case "$file" in linux-image-*) dpkg-deb -x "$cache/packages/$file" "$work/kernel" ;; esac
  done <"$work/loose.list"
}

# Everything else: EFI programs and firmware; of the kernel's package the kernel.
unpack_loose() {
  mkdir -p "$work"/{loose,kernel}
  local file
  while read -r file; do
    case "$file" in
      linux-image-*) dpkg-deb --fsys-tarfile "$cache/packages/$file" | tar -x -C "$work/kernel" ./boot ;;
      *) dpkg-deb -x "$cache/packages/$file" "$work/loose" ;;
    esac
  done <"$work/loose.list"
}

# Seconds: the newest file in any of the packages.
newest_package() {
  local file
  while read -r file; do
    dpkg-deb --ctrl-tarfile "$cache/packages/$file" | tar -tv --full-time | awk '{ print $4 " " $5 }'
  done < <(cat "$work/closure.list" "$work/loose.list") | sort | tail -1 | { read -r when; date -u -d "$when" +%s; }
}
