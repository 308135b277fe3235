# Who this machine is: SMBIOS and the ports.

smbios() { line "/sys/class/dmi/id/$1"; }
system_uuid() { smbios product_uuid | tr 'A-F' 'a-f'; }
system_serial() { smbios product_serial; }

# Names of the Ethernet ports that are hardware.
ports() {
  local port
  for port in /sys/class/net/*; do
    [ -e "$port/device" ] && [ "$(line "$port/type")" = 1 ] && echo "${port##*/}"
  done
}

# The address that is burnt in; a bond gives its ports another one meanwhile.
mac_of() { line "/run/mac/$1"; }

has_link() { [ "$(line "/sys/class/net/$1/carrier")" = 1 ]; }

# Ports have no link before they are up.
raise_ports() {
  local port
  mkdir -p /run/mac
  for port in $(ports); do
    [ -e "/run/mac/$port" ] || line "/sys/class/net/$port/address" >"/run/mac/$port"
    ip link set "$port" up 2>/dev/null
  done
}

who() {
  local port state mbps neighbour
  echo contract=1
  echo "agent=$(line /agent/VERSION)"
  echo "boot=$(line /proc/sys/kernel/random/boot_id)"
  echo "uptime=$(uptime_seconds)"
  echo "uuid=$(system_uuid)"
  echo "serial=$(system_serial)"
  echo "chassis=$(smbios chassis_serial)"
  for port in $(ports); do
    echo "mac=$(mac_of "$port")"
    state=down mbps=""
    if has_link "$port"; then
      state=up
      mbps="$(line "/sys/class/net/$port/speed")"
      case "$mbps" in '' | -* | 0) mbps="" ;; *) mbps=" $mbps" ;; esac
    fi
    neighbour="$(line "/run/lldp/$port")"
    echo "link=$(mac_of "$port") $state$mbps${neighbour:+ lldp:$neighbour}"
  done
}
