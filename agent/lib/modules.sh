# Loads what the devices of this machine ask for. A driver may find further devices, so that it is done until nothing new
# asks.
load_modules() {
  local asked="" asking
  modprobe -a -q virtio_pci nvme ahci sd_mod sr_mod loop vfat nls_cp437 nls_ascii 2>/dev/null
  for _ in 1 2 3 4 5 6; do
    asking="$(find /sys/devices -name modalias -exec cat {} + 2>/dev/null | sort -u)"
    [ "$asking" = "$asked" ] && break
    asked="$asking"
    # shellcheck disable=SC2086
    printf '%s\n' "$asking" | xargs modprobe -a -q -b 2>/dev/null
    sleep 0.5
  done
}

# A press is obeyed, but not in the middle of work.
power_button() {
  mkdir -p /etc/acpi/PWRF
  modprobe -a -q button evdev 2>/dev/null
  printf '#!/bin/sh\n[ -e /run/working ] || poweroff -f\n' >/etc/acpi/PWRF/00000080
  chmod 755 /etc/acpi/PWRF/00000080
  acpid -d -l /dev/null >/dev/null 2>&1 &
}
