# The image's partition table made to fit the disk, and the seed behind its last partition. All of it is worked out in a
# file as long as the disk, full of holes, so that the disk itself holds nothing bootable meanwhile.

seed_bytes=41943040

# What cloud-init finds at the first boot; before anything is touched, so that a failure costs nothing.
fetch_seed() {
  local name
  rm -rf /run/seed
  [ -n "$(value seed /run/item)" ] || return
  said step seed
  mkdir -p /run/seed
  for name in $(value seed /run/item); do
    case "$name" in *[!a-z0-9.-]* | .*) fail SeedFailed "a file of the name $name" ;; esac
    fetch_seed_file "$name"
  done
}

# What is not there does not come later; everything else may pass.
fetch_seed_file() {
  local code
  for _ in 1 2 3 4 5 6; do
    code="$(trusted_curl --fail --max-filesize 1048576 --max-time 60 -H @/run/authorization -w '%{http_code}' \
      -o "/run/seed/$1" "$(setting url)/agent/v1/seed/$1")" && return
    [ "$code" = 404 ] && break
    sleep 5
  done
  fail SeedFailed "$1 cannot be had: HTTP $code"
}

# arrange DISK ROOM: changes `first`, the first MiB that is to be, and writes what belongs behind it.
arrange() {
  local disk="$1" room="$2" size start last kind end
  size="$(size_of "$disk")"
  rm -f table
  dd if=first of=table bs=1M 2>/dev/null
  truncate -s "$size" table
  kind="$(sfdisk --dump table 2>/dev/null | sed -n 's/^label: //p')"
  if [ -z "$kind" ]; then
    [ ! -d /run/seed ] || fail SeedFailed "the image has no partition table"
    rm -f table
    return
  fi
  [ "$kind" = dos ] || sfdisk -q --relocate gpt-bak-std table >sfdisk.log 2>&1 || fail WriteFailed "$(cat sfdisk.log)"

  end=$((room / MiB * MiB))
  [ -d /run/seed ] && end=$((end - seed_bytes))
  last="$(last_partition)"
  if may_grow "$last" && [ "$end" -gt "$(($(number start "$last") * 512 + $(number size "$last") * 512))" ]; then
    start="$(number start "$last")"
    echo "$start, $((end / 512 - start))" | sfdisk -q --no-reread --force -N "$(partition_number "$last")" table \
      >sfdisk.log 2>&1 || fail WriteFailed "$(cat sfdisk.log)"
  fi
  if [ -d /run/seed ]; then
    make_seed
    [ "$end" -ge "$(($(number start "$last") * 512 + $(number size "$last") * 512))" ] ||
      fail SeedFailed "there is no room for it behind the last partition"
    echo "$((end / 512)), $((seed_bytes / 512)), $([ "$kind" = dos ] && echo c || echo EBD0A0A2-B9E5-4433-87C0-68B6B72699C7)" |
      sfdisk -q --no-reread --force --append table >sfdisk.log 2>&1 || fail SeedFailed "$(cat sfdisk.log)"
    to_disk "$disk" "$end" <seed.img || fail SeedFailed "$(cat dd.log)"
  fi
  dd if=table of=first bs=1M count=1 conv=notrunc 2>/dev/null
  # The backup of the table: 32 sectors of entries and one of header.
  if [ "$kind" != dos ]; then
    dd if=table bs=512 skip=$((size / 512 - 33)) count=33 2>/dev/null | to_disk "$disk" $((size - 33 * 512)) ||
      fail WriteFailed "$(cat dd.log)"
  fi
  rm -f table seed.img
}

# The line of sfdisk's dump of the partition that begins last: `table1 : start= 2048, size= 4096, type=…`
last_partition() {
  sfdisk --dump table 2>/dev/null | grep 'start=' | sed 's/\(.*start= *\)\([0-9]*\)/\2 \1\2/' | sort -n | tail -n 1 |
    cut -d' ' -f2-
}

number() { echo "$2" | sed -n "s/.*$1= *\([0-9]*\).*/\1/p"; }
partition_number() { echo "$1" | sed 's/^table\([0-9]*\).*/\1/'; }

# A Linux filesystem, root for either architecture, or LVM; nothing that is found by its size or place.
may_grow() {
  case "$1" in
    *type=0FC63DAF-8483-4772-8E79-3D69D8477DE4* | *type=4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709* | \
      *type=B921B045-1DF0-41C3-AF44-4C6F280D3FAE* | *type=E6D6D379-F507-44C2-A23C-238F2A3DF928* | \
      *type=83* | *type=8e*) return 0 ;;
    *) return 1 ;;
  esac
}

# A FAT filesystem with the seed's files, in `seed.img`.
make_seed() {
  rm -f seed.img
  truncate -s $seed_bytes seed.img
  mkdosfs -n CIDATA seed.img >sfdisk.log 2>&1 || fail SeedFailed "$(cat sfdisk.log)"
  mkdir -p /run/mnt
  mount -t vfat -o loop seed.img /run/mnt 2>sfdisk.log || fail SeedFailed "$(cat sfdisk.log)"
  cp /run/seed/* /run/mnt/ 2>sfdisk.log || fail SeedFailed "$(cat sfdisk.log)"
  umount /run/mnt || fail SeedFailed "cannot be unmounted"
}
