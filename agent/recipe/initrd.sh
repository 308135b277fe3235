# The initramfs: the agent, the programs that it calls with the libraries that these need, and the kernel's modules with
# what these need.

programs="bin/busybox usr/bin/tee usr/bin/curl usr/bin/openssl usr/bin/zstd sbin/sfdisk sbin/wipefs usr/sbin/nvme
  sbin/hdparm usr/bin/tcpdump sbin/kexec"

# Two archives, one behind the other: what comes from packages changes seldom, is large, and is kept in the cache; then
# what is ours.
build_initrd() {
  local key base
  key="$(cat "$work"/*.list "$here"/recipe/*.sh "$here/modules" <(echo "$strength") | sha256sum | cut -c 1-16)"
  base="$cache/base-$kernel-$key"
  if [ "$rebuild" = yes ] || [ ! -e "$base" ]; then
    unpack_packages
    copy_programs "$work/root"
    archive "$work/root" "$strength" >"$work/base"
    mv "$work/base" "$base"
  fi
  mkdir -p "$work/ours/agent"
  cp "$here/init" "$work/ours/init"
  cp "$here"/lib/*.sh "$here/VERSION" "$work/ours/agent/"
  chmod -R 755 "$work/ours"
  archive "$work/ours" "$strength" | cat "$base" - >"$1"
}

# Order, times, owners and inode numbers are the same for everybody. Padded, since another archive may follow.
archive() {
  find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  (cd "$1" && find . -mindepth 1 | sort | cpio --quiet --reproducible -R +0:+0 -H newc -o) | zstd -q -c "-$2" -T1 >"$work/archive"
  truncate -s %4 "$work/archive"
  cat "$work/archive"
}

copy_programs() {
  local root="$1" program
  mkdir -p "$root"/{bin,dev,etc,lib/modules,proc,run,sys,tmp,usr}
  for program in $programs; do
    [ -e "$work/tools/$program" ] || program="usr/$program"
    cp -L "$work/tools/$program" "$root/bin/"
    copy_libraries "$work/tools/$program" "$root"
  done
  copy_modules "$root"
}

# What an ELF file needs, and what that needs, from the unpacked packages.
copy_libraries() {
  local name from to
  for name in $(readelf -d "$1" 2>/dev/null | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p') \
    $(readelf -l "$1" | sed -n 's/.*interpreter: \(.*\)\]/\1/p'); do
    to="$2/lib/$triplet/$(basename "$name")"
    case "$name" in /*) to="$2$name" ;; esac
    [ -e "$to" ] && continue
    from="$(find "$work/tools/lib" "$work/tools/usr/lib" -name "$(basename "$name")" | sort | head -1)"
    [ -n "$from" ] || { echo "agent/build: $1 needs $name, which is in no package" >&2; exit 1; }
    mkdir -p "$(dirname "$to")"
    cp -L "$from" "$to"
    copy_libraries "$from" "$2"
  done
}

# They stay as they are: the signatures in them count where Secure Boot does.
copy_modules() {
  local all="$work/kernel/lib/modules/$release" mine="$1/lib/modules/$release" name path
  touch "$all"/modules.{order,builtin,builtin.modinfo} 2>/dev/null
  busybox depmod -b "$work/kernel" "$release"
  mkdir -p "$mine"
  grep -v '^#' "$here/modules" | tr -s ' \n' '\n' | while read -r name; do
    # The line of modules.dep: `kernel/a/b.ko: kernel/c/d.ko …`. What is not there is built in, or not in this kernel.
    for path in $(grep -E "/${name//[-_]/[-_]}\.ko(\.xz)?:" "$all/modules.dep" | tr -d ':'); do
      [ -e "$mine/$path" ] && continue
      mkdir -p "$mine/$(dirname "$path")"
      cp "$all/$path" "$mine/$path"
      copy_firmware "$all/$path" "$1"
    done
  done
  cp "$all"/modules.builtin "$mine/"
  find "$mine" -name '*.ko.xz' -exec busybox unxz {} +
  busybox depmod -b "$1" "$release"
}

copy_firmware() {
  local file
  for file in $(busybox strings "$1" | sed -n 's/^firmware=//p'); do
    [ -e "$work/loose/lib/firmware/$file" ] || continue
    mkdir -p "$2/lib/firmware/$(dirname "$file")"
    cp -L "$work/loose/lib/firmware/$file" "$2/lib/firmware/$file"
  done
}
