# A way to the boot service: over the port that the settings name, or over each in turn that has a link.

# Until there is one.
find_network() {
  local link
  while :; do
    raise_ports
    for link in $(candidates); do
      drop_addresses
      if use_link "$link" && reachable; then
        say "reached $(setting url) over $link"
        return
      fi
    done
    sleep 3
  done
}

candidates() {
  local port
  if [ -n "$(setting bond)" ]; then
    make_bond && echo bond0
    return
  fi
  for port in $(ports); do
    if [ -n "$(setting mac)" ]; then
      [ "$(mac_of "$port")" = "$(setting mac | tr 'A-F' 'a-f')" ] && echo "$port"
    else
      has_link "$port" && echo "$port"
    fi
  done
}

# `<mode> <mac> <mac> …`
make_bond() {
  local bond=/sys/class/net/bond0 port mac
  [ -e "$bond" ] && return
  modprobe bonding max_bonds=0 && echo +bond0 >/sys/class/net/bonding_masters || return
  # shellcheck disable=SC2046
  set -- $(setting bond)
  echo "$1" >"$bond/bonding/mode"
  echo 100 >"$bond/bonding/miimon"
  shift
  for mac in "$@"; do
    for port in $(ports); do
      [ "$(mac_of "$port")" = "$(echo "$mac" | tr 'A-F' 'a-f')" ] || continue
      ip link set "$port" down
      echo "+$port" >"$bond/bonding/slaves"
    done
  done
  ip link set bond0 up
}

drop_addresses() {
  local link
  [ -e /run/udhcpc ] && kill "$(cat /run/udhcpc)" 2>/dev/null
  rm -f /run/udhcpc
  for link in $(ports) bond0; do ip addr flush dev "$link" scope global 2>/dev/null; done
  [ -e /sys/class/net/vlan0 ] && ip link del vlan0
  ip route flush table main 2>/dev/null
}

# use_link LINK: with VLAN, MTU and addresses.
use_link() {
  local link="$1" address
  [ -n "$(setting mtu)" ] && ip link set "$link" mtu "$(setting mtu)"
  if [ -n "$(setting vlan)" ]; then
    modprobe -q 8021q
    ip link add link "$link" name vlan0 type vlan id "$(setting vlan)" || return
    link=vlan0
  fi
  ip link set "$link" up || return
  if [ -z "$(setting address)" ]; then
    # Having got a lease it stays in the background, to renew it.
    udhcpc -n -i "$link" -t 4 -T 3 -p /run/udhcpc -s /agent/dhcp.sh >/dev/null 2>&1
    return
  fi
  for address in $(values address /run/settings); do ip addr add "$address" dev "$link"; done
  for address in $(values gateway /run/settings); do
    case "$address" in
      *:*) ip -6 route add default via "$address" dev "$link" ;;
      *) ip route add default via "$address" dev "$link" ;;
    esac
  done
  : >/etc/resolv.conf
  for address in $(values nameserver /run/settings); do echo "nameserver $address" >>/etc/resolv.conf; done
}
