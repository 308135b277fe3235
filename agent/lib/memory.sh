# Installs that write no disk: a kernel with its initramfs, which this machine is to run from memory, and a medium that its
# BMC boots from afterwards.

install_to_memory() {
  local found
  [ -z "$(values disk /run/item)" ] || fail ContractUnknown "format $(value format /run/item) is for no disk"
  found="$(why_not_now)"
  [ -z "$found" ] || fail "${found%% *}" "${found#* }"
  case "$(value format /run/item)" in
    iso) check_medium ;;
    kernel) load_kernel ;;
  esac
}

# Nothing of it is kept: that what the BMC is about to boot can be had here, and is what was meant, is all there is to know.
check_medium() {
  local digest
  said step fetch
  say "fetching the medium"
  digest="$(download "$(value image /run/item)" | sha256)"
  [ ! -s /run/download ] || fail DownloadFailed "$(cat /run/download)"
  check_digest "$digest" "$(value sha256 /run/item)"
  said evidence "verified sha256:$digest $(cat /run/downloaded) bytes"
  say "$(line /run/report/evidence)"
  done_with
}

load_kernel() {
  local bytes
  [ -n "$(value initrd /run/item)" ] || fail ContractUnknown "a kernel without an initrd"
  fetch_seed
  said step fetch
  make_room
  keep kernel image sha256
  keep initrd initrd initrd-sha256
  bytes=$(($(stat -c %s /run/memory/kernel) + $(stat -c %s /run/memory/initrd)))
  [ ! -d /run/seed ] || add_seed
  said step load
  say "loading $bytes bytes"
  kexec_load 2>/run/kexec.log || fail LoadFailed "$(why_not_loaded)"
  # The kernel has a copy of its own.
  umount /run/memory
  said evidence "loaded sha256:$(value sha256 /run/item) and sha256:$(value initrd-sha256 /run/item), $bytes bytes"
  line /run/report/evidence >/run/loaded
  say "$(line /run/loaded)"
  done_with
}

# A filesystem of a third of what is free: to load it, the kernel reads each file whole, and copies that once more. What is
# longer finds no space, instead of having the agent killed.
make_room() {
  room=$((($(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo) - 65536) / 3))
  [ "$room" -gt 0 ] || room=4
  mkdir -p /run/memory
  mount -t tmpfs -o "size=${room}k,mode=700" memory /run/memory || fail LoadFailed "no memory to keep it in"
}

# keep NAME URL-KEY DIGEST-KEY
keep() {
  say "fetching the $1"
  download "$(value "$2" /run/item)" | cat >"/run/memory/$1" 2>/run/keep.log || does_not_fit "$1"
  [ ! -s /run/download ] || fail DownloadFailed "$(cat /run/download)"
  check_digest "$(sha256 <"/run/memory/$1")" "$(value "$3" /run/item)"
}

does_not_fit() {
  fail DownloadFailed "the $1 does not fit into memory: kernel and initrd may be of $((room / 1024)) MiB together"
}

check_digest() { [ "$1" = "$2" ] || fail DigestDiffers "sha256 $1, wanted $2"; }

# One more archive behind those that the initrd is of, where cloud-init looks by itself. The kernel wants it to begin at a
# multiple of 4 bytes, and folders before what is in them.
add_seed() {
  local root=/run/seed-archive initrd=/run/memory/initrd
  rm -rf "$root"
  mkdir -p "$root/var/lib/cloud/seed/nocloud"
  cp /run/seed/* "$root/var/lib/cloud/seed/nocloud/"
  chmod 600 "$root"/var/lib/cloud/seed/nocloud/*
  (
    head -c $(((4 - $(stat -c %s "$initrd") % 4) % 4)) /dev/zero
    cd "$root" && find var | cpio -o -H newc 2>/dev/null
  ) >/run/seed.cpio
  rm -rf "$root"
  cat /run/seed.cpio >>"$initrd" 2>/run/keep.log || does_not_fit seed
}

# kexec_file_load, by which the kernel checks the signature where Secure Boot is enforced. Unloading is the same call, so
# that it tells a kernel that has none: Debian's for arm64. The older call is refused by itself where signatures count.
kexec_load() {
  local way=-s
  kexec -s -u 2>&1 | grep -q 'not available' && way=-c
  kexec "$way" -l /run/memory/kernel --initrd=/run/memory/initrd --command-line="$(value cmdline /run/item)"
}

# That there is no such call is what it says whenever the kernel finds something invalid. Of a signature that is missing it
# has only an error's number in words.
why_not_loaded() {
  sed 's/^syscall kexec_file_load not available/no kernel that this one can start, or too long a command line/' /run/kexec.log
  grep -q '^kexec_file_load failed' /run/kexec.log && dmesg | grep -q 'Secure boot enabled' &&
    echo "(under Secure Boot it must be signed by whom this machine trusts)"
}

# Before other work: what was loaded for the work before must not be started after this.
forget_loaded() {
  rm -f /run/loaded
  umount /run/memory 2>/dev/null
  [ "$(line /sys/kernel/kexec_loaded)" != 1 ] || kexec -a -u
}

# It takes the network down by itself. If it fails, a restart would boot the disk of a machine that is said to run from
# memory; so nothing is done, and whoever waits for the new system sees that it does not come.
start_loaded() {
  local what
  what="$(line /run/loaded)"
  say "told to start ${what#loaded }"
  kexec -e 2>/run/kexec.log
  say "it does not start, and nothing else is done: $(clean </run/kexec.log)"
  while :; do sleep 3600; done
}
