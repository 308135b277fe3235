# What we leave on a disk that we work on: facility, grant and state, 512 KiB before its end, where no partition table and
# no partition of ours reaches. It outlives power cuts, and is the fence against doing anything twice.

marker_offset() { echo $(($(size_of "$1") - 524288)); }

marker_file() { echo "/run/marker.$1"; }

read_marker() {
  dd if="/dev/$1" bs=4096 skip="$(marker_offset "$1")" count=4096 iflag=skip_bytes,count_bytes 2>/dev/null |
    tr -d '\0' | grep -a '^[a-z-]*=' >"$(marker_file "$1")"
  [ "$(head -n 1 "$(marker_file "$1")")" = nanometal-marker=1 ]
}

# `<facility> <grant> <state>`; nothing, where there is none.
marker_of() {
  local file
  file="$(marker_file "$1")"
  read_marker "$1" && echo "$(value facility "$file") $(value grant "$file") $(value state "$file")"
}

# write_marker DISK STATE, then lines `key=value` to keep with it: evidence, receipt.
write_marker() {
  local disk="$1" state="$2"
  shift 2
  {
    printf '%s\n' nanometal-marker=1 "facility=$(value facility /run/item)" "grant=$(value grant /run/item)" \
      "state=$state" "$@"
    head -c 4096 /dev/zero
  } | head -c 4096 | to_disk "$disk" "$(marker_offset "$disk")"
}
