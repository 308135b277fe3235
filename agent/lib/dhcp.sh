#!/bin/sh
# Called by udhcpc with what a DHCP server said.
case "$1" in
  bound | renew)
    ip addr flush dev "$interface" scope global
    ip addr add "$ip/${mask:-24}" dev "$interface"
    # shellcheck disable=SC2154
    for gateway in $router; do
      ip route replace default via "$gateway" dev "$interface"
      break
    done
    : >/etc/resolv.conf
    # shellcheck disable=SC2154
    for server in $dns; do echo "nameserver $server" >>/etc/resolv.conf; done
    ;;
esac
exit 0
