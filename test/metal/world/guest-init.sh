#!/bin/busybox sh
# A small operating system for tests, all of it in memory. It says on the console what it is and where it came from, and does
# what its command line says: guest.from=WORD (where it was put), guest.does=wait|reboot|poweroff|phone-home.
B=/bin/busybox
$B mkdir -p /proc /sys /dev /tmp /etc /seed
$B mount -t proc proc /proc
$B mount -t sysfs sys /sys
$B mount -t devtmpfs dev /dev
$B --install -s /bin
export PATH=/bin

argument() {
  for word in $(cat /proc/cmdline); do case $word in "$1"=*) echo "${word#*=}" ;; esac; done
}
say() { echo "guest: $*" >/dev/console; }
dmi() { cat "/sys/class/dmi/id/$1"; }

while read -r module; do insmod "/lib/modules/$module.ko"; done </lib/modules/order

say "up from=$(argument guest.from) uuid=$(dmi product_uuid) serial=$(dmi product_serial) chassis=$(dmi chassis_serial)"
for disk in /sys/block/nvme* /sys/block/vd*; do
  [ -e "$disk" ] || continue
  serial=$(cat "$disk/device/serial" "$disk/serial" 2>/dev/null | tr -d ' ')
  say "disk $serial $(($(cat "$disk/size") * 512))"
done
for port in /sys/class/net/eth*; do
  ip link set "${port##*/}" up
  say "port $(cat "$port/address") $(cat "$port/carrier")"
done

on_power_button() {
  mkdir -p /etc/acpi/PWRF
  printf '#!/bin/sh\n%s\n' "$1" >/etc/acpi/PWRF/00000080
  chmod +x /etc/acpi/PWRF/00000080
  acpid -d -l /dev/null >/dev/null 2>&1 &
  say ready
}

# Of a YAML mapping, the value of a top-level or indented key in one line: enough for what our own tests write.
value() { sed -n "s/^ *$1: *//p" "$2" | head -n 1 | tr -d "'\""; }

phone_home() {
  # What runs from memory finds its seed there.
  [ -e /var/lib/cloud/seed/nocloud/user-data ] && cp /var/lib/cloud/seed/nocloud/* /seed/
  for part in /dev/nvme*n1p* /dev/vd*[0-9]; do
    [ -e /seed/user-data ] && break
    mount -t vfat -o ro "$part" /seed 2>/dev/null || continue
    [ -e /seed/user-data ] && break
    umount /seed
  done
  [ -e /seed/user-data ] || { say "no seed"; return; }
  instance=$(value instance-id /seed/meta-data)
  url=$(value url /seed/user-data)
  say "seed instance=$instance"
  udhcpc -i eth0 -n -q -t 40 -T 1 -s /lease || say "no lease"
  while ! wget -q -O /tmp/reply --post-data "instance_id=$instance&hostname=$(value local-hostname /seed/meta-data)" "$url"; do
    sleep 1
  done
  say "called home instance=$instance"
}

case $(argument guest.does) in
  reboot) say reboots; reboot -f ;;
  poweroff) say "powers off"; poweroff -f ;;
  phone-home) phone_home; on_power_button 'poweroff -f' ;;
  *) on_power_button 'poweroff -f' ;;
esac
while :; do sleep 3600; done
