# Whether what was handed out is meant for this machine, and for its disks.

check_item() {
  local wanted
  value item /run/handed | base64 -d >/run/item 2>/dev/null
  value signature /run/handed | base64 -d >/run/signature 2>/dev/null
  setting key | base64 -d >/run/key 2>/dev/null
  openssl pkeyutl -verify -pubin -keyform DER -inkey /run/key -rawin -in /run/item -sigfile /run/signature \
    >/dev/null 2>&1 || fail SignatureWrong "the work item is not signed with the key of this facility"

  [ "$(value contract /run/item)" = 1 ] || fail ContractUnknown "contract $(value contract /run/item), and this agent knows 1"
  value grant /run/item | grep -qE '^sha256:[0-9a-f]{64}$' || fail ContractUnknown "a grant of another form"
  [ -n "$(value facility /run/item)" ] || fail ContractUnknown "no facility in the work item"
  case "$(value verb /run/item)" in
    Inspect | Install | Erase) ;;
    *) fail ContractUnknown "verb $(value verb /run/item)" ;;
  esac

  [ -n "$(value uuid /run/item)$(value serial /run/item)" ] || fail NotThisMachine "the work item names no machine"
  wanted="$(value uuid /run/item | tr 'A-F' 'a-f')"
  [ -z "$wanted" ] || [ "$wanted" = "$(system_uuid)" ] || fail NotThisMachine "uuid $(system_uuid), wanted $wanted"
  wanted="$(value serial /run/item)"
  [ -z "$wanted" ] || [ "$wanted" = "$(system_serial)" ] || fail NotThisMachine "serial $(system_serial), wanted $wanted"
}

# Why it may not be begun any more, a reason and a message; nothing: it may. Asked just before the first byte is written.
why_not_now() {
  local seconds
  seconds="$(value seconds /run/item)"
  case "$seconds" in
    '' | *[!0-9]*) echo "ContractUnknown no seconds in the work item" ;;
    *)
      [ $(($(uptime_seconds) - $(cat /run/handed-out))) -lt "$seconds" ] ||
        echo "Expired not begun within $seconds seconds of being handed out"
      ;;
  esac
}

# Every disk of the work item, by its kernel name, into /run/disks. Controllers may be slow to show them: what is not here a
# minute after the start is missing.
check_disks() {
  local name found
  : >/run/disks
  [ -n "$(values disk /run/item)" ] || fail DiskMissing "the work item names no disk"
  values disk /run/item >/run/wanted
  while read -r name; do
    while
      found="$(disks_named "$name")"
      [ -z "$found" ] && [ "$(uptime_seconds)" -lt 60 ]
    do sleep 1; done
    [ -n "$found" ] || fail DiskMissing "no disk $name; here are: $(for found in $(disks); do label_of "$found"; done | tr '\n' ' ')"
    [ "$(echo "$found" | wc -l)" = 1 ] || fail DiskAmbiguous "$name fits $(echo "$found" | tr '\n' ' ')"
    grep -qx "$found" /run/disks || echo "$found" >>/run/disks
  done </run/wanted
}

# check_marker DISK STATE: 0 where this grant has got as far as that here already; fails the work where another facility was.
check_marker() {
  local file
  file="$(marker_file "$1")"
  read_marker "$1" || return 1
  [ "$(value facility "$file")" = "$(value facility /run/item)" ] ||
    fail MarkedByOther "$(label_of "$1") is marked by facility $(value facility "$file")"
  [ "$(value grant "$file")" = "$(value grant /run/item)" ] && [ "$(value state "$file")" = "$2" ]
}
