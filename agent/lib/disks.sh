# The disks of this machine, as they are. Nothing here opens one for writing.

disks() {
  local disk
  for disk in /sys/block/*; do
    disk="$(basename "$disk")"
    case "$disk" in
      loop* | ram* | zram* | sr* | fd* | md* | dm-* | nbd* | mtdblock* | mmcblk*boot* | mmcblk*rpmb) continue ;;
    esac
    [ "$(cat "/sys/block/$disk/hidden" 2>/dev/null)" = 1 ] && continue
    [ -b "/dev/$disk" ] && [ "$(cat "/sys/block/$disk/size")" -gt 0 ] && echo "$disk"
  done
}

# Bytes. sysfs counts in 512, whatever the disk does.
size_of() { echo $(($(cat "/sys/block/$1/size") * 512)); }

serial_of() {
  local at="/sys/block/$1"
  if [ -e "$at/serial" ]; then
    clean <"$at/serial"
  elif [ -e "$at/device/vpd_pg80" ]; then
    dd if="$at/device/vpd_pg80" bs=1 skip=4 2>/dev/null | tr -d '\0' | clean
  elif [ -e "$at/device/serial" ]; then
    clean <"$at/device/serial"
  fi
}

# World-wide names stand there as `naa.5000…`, `eui.0025…`, `nvme.…`, `t10.…`.
wwn_of() { cat "/sys/block/$1/wwid" "/sys/block/$1/device/wwid" 2>/dev/null | head -n 1 | clean; }

eui_of() {
  local name
  for name in eui nguid; do
    [ -e "/sys/block/$1/$name" ] && tr -d ' -' <"/sys/block/$1/$name" | grep -v '^0*$' && return
  done
  wwn_of "$1" | sed -n 's/^eui\.//p'
}

model_of() { cat "/sys/block/$1/device/model" 2>/dev/null | clean; }

# What it is called when anybody is told about it.
label_of() {
  local name
  name="$(serial_of "$1" | word)"
  [ -n "$name" ] || name="$(wwn_of "$1" | word)"
  echo "${name:-$1}"
}

# Signatures on the disk and in its partitions; `data` where there are none and it is not blank either.
holds() {
  local found at marker="$2"
  found="$(
    for at in "/dev/$1" "/dev/$1"p[0-9]* "/dev/$1"[0-9]*; do
      [ -b "$at" ] && [ "$(cat "/sys/class/block/$(basename "$at")/size")" -gt 0 ] &&
        wipefs --no-act --noheadings --output TYPE "$at" 2>/dev/null
    done | tr 'A-Z' 'a-z' | sed 's/ //g; s/^lvm2_member$/lvm/; /^pmbr$/d; /^$/d' | sort -u | tr '\n' ' '
  )"
  if [ -z "$found" ] && [ -z "$marker" ] && ! plain "/dev/$1" 0 1048576; then found=data; fi
  echo "${found% }"
}

# Whether so many bytes from there are all 00 or all FF.
plain() {
  local byte
  for byte in '\000' '\377'; do
    [ "$(dd if="$1" bs=64k skip="$2" count="$3" iflag=skip_bytes,count_bytes 2>/dev/null | tr -d "$byte" |
      head -c 1 | wc -c)" = 0 ] && return 0
  done
  return 1
}

disk_facts() {
  local disk mark found
  for disk in $(disks); do
    mark="$(marker_of "$disk")"
    printf 'disk=%s bytes=%s' "$disk" "$(size_of "$disk")"
    fact serial "$(serial_of "$disk" | word)"
    fact wwn "$(wwn_of "$disk" | word)"
    fact eui "$(eui_of "$disk" | word)"
    fact model "$(model_of "$disk" | word)"
    fact rotational "$(cat "/sys/block/$disk/queue/rotational")"
    fact removable "$(cat "/sys/block/$disk/removable")"
    echo
    found="$(holds "$disk" "$mark")"
    [ -n "$found" ] && echo "holds=$disk $found"
    [ -n "$mark" ] && echo "marker=$disk $mark"
  done
}

fact() { [ -n "$2" ] && printf ' %s=%s' "$1" "$2"; }

# Kernel names of the disks that `serial:…`, `wwn:…`, `eui:…` or `volume:…` fits.
disks_named() {
  local by="${1%%:*}" name="${1#*:}" disk
  for disk in $(disks); do
    case "$by" in
      serial) [ "$(serial_of "$disk")" = "$name" ] ;;
      wwn) same_wwn "$name" "$(wwn_of "$disk")" ;;
      eui) same_wwn "$name" "$(eui_of "$disk")" ;;
      # Of a RAID volume the controller tells the operating system one name; which kind is its own choice.
      volume) [ "$(serial_of "$disk")" = "$name" ] || same_wwn "$name" "$(wwn_of "$disk")" ;;
      *) false ;;
    esac && echo "$disk"
  done
}

same_wwn() { [ -n "$2" ] && [ "$(bare_wwn "$1")" = "$(bare_wwn "$2")" ]; }
bare_wwn() { echo "$1" | tr 'A-F' 'a-f' | sed 's/^\(naa\|eui\|nvme\|uuid\|wwn\)[.-]//; s/^0x//; s/[:-]//g'; }
