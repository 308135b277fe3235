# manifest.json: what was built, of what, and where the boot service may write.

write_manifest() {
  local name separator="" place
  {
    printf '{\n  "version": "%s",\n  "contract": 1,\n  "arch": "%s",\n  "kernel": "%s",\n' "$version" "$arch" "$release"
    printf '  "commandLine": "%s",\n' "$cmdline"
    place="$(marker_at "$1/boot.iso" '# nanometal.conf: reserved')"
    printf '  "settings": { "file": "boot.iso", "offset": %s, "bytes": 65536 },\n' "$place"
    place="$(marker_at "$1/agent.efi" 'nanometal.reserved=')"
    printf '  "cmdline": { "file": "agent.efi", "offset": %s, "bytes": 1024 },\n' "$place"
    printf '  "files": {'
    for name in agent.efi boot.iso initrd vmlinuz; do
      printf '%s\n    "%s": { "sha256": "%s", "bytes": %s }' "$separator" "$name" \
        "$(sha256sum "$1/$name" | cut -d' ' -f1)" "$(stat -c %s "$1/$name")"
      separator=,
    done
    printf '\n  },\n  "packages": ['
    separator=""
    for name in $(cat "$work/closure.list" "$work/loose.list" | sort -u); do
      printf '%s\n    "%s"' "$separator" "${name%.deb}"
      separator=,
    done
    printf '\n  ]\n}\n'
  } >"$1/manifest.json"
}

# Where the only place with this text begins.
marker_at() {
  local places
  places="$(grep -abo -F "$2" "$1" | cut -d: -f1)"
  case "$places" in
    '' | *[!0-9]*) echo "agent/build: $1 holds '$2' $(echo "$places" | wc -w) times" >&2; exit 1 ;;
  esac
  echo "$places"
}
