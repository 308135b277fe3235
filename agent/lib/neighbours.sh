# What stands at the other end of each port, as it says itself (LLDP, IEEE 802.1AB): switches do so every 30 seconds. It is
# only listened to.

listen_to_neighbours() {
  local port
  mkdir -p /run/lldp
  for port in $(ports); do hear_neighbour "$port" </dev/null >/dev/null 2>&1 & done
}

# Until somebody was heard: a port that is taken into a bond goes down for a moment, which ends a wait. Of one frame of type
# 88cc, from the first byte behind its Ethernet header: before that, pcap has 24 and 16 bytes of its own.
hear_neighbour() {
  until [ -s "/run/lldp/$1" ]; do
    # shellcheck disable=SC2046
    neighbour_in $(tcpdump -Z root -i "$1" -s 1600 -c 1 -w - 'ether proto 0x88cc' | od -An -v -t u1 -j 54) \
      >"/run/lldp/$1.new" && mv "/run/lldp/$1.new" "/run/lldp/$1"
    sleep 5
  done
}

# The bytes of a frame, in decimal: `switch-7/Eth12`, of system name (without one chassis) and port. Fails where it is no frame.
neighbour_in() {
  local kind size chassis="" port="" system=""
  while [ $# -ge 2 ]; do
    kind=$(($1 >> 1)) size=$((($1 & 1) << 8 | $2))
    shift 2
    if [ "$kind" = 0 ] || [ $# -lt "$size" ]; then break; fi
    case "$kind" in
      1) chassis="$(id_of 4 "$size" "$@")" ;;
      2) port="$(id_of 3 "$size" "$@")" ;;
      5) system="$(text_of "$size" "$@")" ;;
    esac
    shift "$size"
  done
  [ -n "$port" ] && word "${system:-$chassis}/$port"
}

# id_of SUBTYPE SIZE BYTE…: the first byte is the subtype; of this one it is a MAC address, of others taken for text.
id_of() {
  local mac="$1" size="$2"
  shift 2
  if [ "$1" = "$mac" ] && [ "$size" = 7 ]; then
    printf '%02x:%02x:%02x:%02x:%02x:%02x\n' "$2" "$3" "$4" "$5" "$6" "$7"
  else
    shift
    text_of $((size - 1)) "$@"
  fi
}

# text_of SIZE BYTE…: as much of it as anybody reads. Each byte as %b has it, `\0` and three octal digits.
text_of() {
  local left="$1" text=""
  shift
  [ "$left" -le 100 ] || left=100
  while [ "$left" -gt 0 ]; do
    text="$text\\0$(($1 >> 6))$((($1 >> 3) & 7))$(($1 & 7))"
    left=$((left - 1))
    shift
  done
  printf %b "$text" | clean
}
