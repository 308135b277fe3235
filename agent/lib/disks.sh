# The disks of this machine, as they are. Nothing here opens one for writing.

disks() {
  local disk
  for disk in /sys/block/*; do
    disk="${disk##*/}"
    case "$disk" in
      loop* | ram* | zram* | sr* | fd* | md* | dm-* | nbd* | mtdblock* | mmcblk*boot* | mmcblk*rpmb) continue ;;
    esac
    [ "$(line "/sys/block/$disk/hidden")" = 1 ] && continue
    [ -b "/dev/$disk" ] && [ "$(line "/sys/block/$disk/size")" -gt 0 ] && echo "$disk"
  done
}

# Bytes. sysfs counts in 512, whatever the disk does.
size_of() { echo $(($(line "/sys/block/$1/size") * 512)); }

serial_of() {
  local at="/sys/block/$1"
  if [ -e "$at/serial" ]; then
    line "$at/serial"
  elif [ -e "$at/device/vpd_pg80" ]; then
    dd if="$at/device/vpd_pg80" bs=1 skip=4 2>/dev/null | tr -d '\0' | clean
  elif [ -e "$at/device/serial" ]; then
    line "$at/device/serial"
  fi
}

# World-wide names stand there as `naa.5000…`, `eui.0025…`, `nvme.…`, `t10.…`.
wwn_of() {
  if [ -e "/sys/block/$1/wwid" ]; then line "/sys/block/$1/wwid"; else line "/sys/block/$1/device/wwid"; fi
}

eui_of() {
  local name
  for name in eui nguid; do
    [ -e "/sys/block/$1/$name" ] && line "/sys/block/$1/$name" | tr -d ' -' | grep -v '^0*$' && return
  done
  name="$(wwn_of "$1")"
  case "$name" in eui.*) echo "${name#eui.}" ;; esac
}

# What it is called when anybody is told about it.
label_of() {
  local name
  name="$(word "$(serial_of "$1")")"
  [ -n "$name" ] || name="$(word "$(wwn_of "$1")")"
  echo "${name:-$1}"
}

# Signatures on the disk and in its partitions; `data` where there are none and it is not blank either.
holds() {
  local found at marker="$2"
  found="$(
    for at in "/dev/$1" "/dev/$1"p[0-9]* "/dev/$1"[0-9]*; do
      [ -b "$at" ] && [ "$(line "/sys/class/block/${at##*/}/size")" -gt 0 ] &&
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

# Nobody but this agent writes to the disks meanwhile, so that they are read again only after work, or where others are
# there.
disk_facts() {
  local disk here=""
  for disk in $(disks); do here="$here $disk $(size_of "$disk")"; done
  here="${here# }"
  if [ ! -e /run/facts ] || [ "$here" != "$(line /run/facts-of)" ]; then
    for disk in $(disks); do facts_of "$disk"; done >/run/facts
    echo "$here" >/run/facts-of
  fi
  cat /run/facts
}

facts_of() {
  local mark found
  mark="$(marker_of "$1")"
  printf 'disk=%s bytes=%s' "$1" "$(size_of "$1")"
  fact serial "$(word "$(serial_of "$1")")"
  fact wwn "$(word "$(wwn_of "$1")")"
  fact eui "$(eui_of "$1")"
  fact model "$(word "$(line "/sys/block/$1/device/model")")"
  fact rotational "$(line "/sys/block/$1/queue/rotational")"
  fact removable "$(line "/sys/block/$1/removable")"
  echo
  found="$(holds "$1" "$mark")"
  [ -n "$found" ] && echo "holds=$1 $found"
  [ -n "$mark" ] && echo "marker=$1 $mark"
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
