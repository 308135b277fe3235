# Install: in the order that leaves nothing bootable before everything is right (docs/boot.md).

MiB=1048576

install() {
  local disk room
  case "$(value format /run/item)" in kernel | iso) install_to_memory ;; esac
  check_disks
  [ "$(wc -l </run/disks)" = 1 ] || fail ContractUnknown "an install is onto one disk"
  disk="$(cat /run/disks)"
  case "$(value format /run/item)" in
    raw | raw.gz | raw.zst) ;;
    *) fail ContractUnknown "format $(value format /run/item)" ;;
  esac
  if check_marker "$disk" installed; then
    said disk installed
    said evidence "$(value evidence "$(marker_file "$disk")")"
    done_with
  fi
  check_blank "$disk"
  fetch_seed
  # The last MiB is for the backup of the partition table and for our marker.
  room=$(($(size_of "$disk") - MiB))
  write_image "$disk" "$room"
  verify_image "$disk"
  finish "$disk" "$room"
}

check_blank() {
  local found
  [ "$(value overwrite /run/item)" = yes ] && return
  # What this grant began is ours to go on with.
  check_marker "$1" dirty && return
  found="$(holds "$1" "$(marker_of "$1")")"
  [ -z "$found" ] || fail DiskNotBlank "$(label_of "$1") holds $found"
}

# From the boot service through the unpacker to the disk, hashed as it comes and as it is written. The shell would take
# busybox's own tee, which moves a kilobyte at a time and would be what everything else waits for.
write_image() {
  local pid
  said step write
  cd /run || exit 1
  rm -f file content failed unpack
  mkfifo file content
  sha256 <file >file.sha256 &
  sha256 <content >content.sha256 &
  download "$(value image /run/item)" | /bin/tee file | unpack "$(value format /run/item)" | /bin/tee content |
    write_stream "$1" "$2" &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    tell_percent "$2"
    sleep 1
  done
  wait
  rm -f /run/report/percent
  if [ -s failed ]; then fail "$(cut -d' ' -f1 failed)" "$(cut -d' ' -f2- failed)"; fi
  [ -s download ] && fail DownloadFailed "$(cat download)"
  [ "$(cat file.sha256)" = "$(value sha256 /run/item)" ] ||
    fail DigestDiffers "sha256 $(cat file.sha256), wanted $(value sha256 /run/item)"
  [ "$(cat unpack)" = 0 ] || fail WriteFailed "not $(value format /run/item): $(cat unpack.log)"
  [ -e written ] || fail WriteFailed "$(cat dd.log)"
}

# Reads standard input. Nothing is touched before the image has begun to come, and is known to fit.
write_stream() {
  local disk="$1" room="$2" length
  rm -f written
  dd of=head bs=1M count=1 iflag=fullblock 2>/dev/null
  [ -s head ] || return
  length="$(length_of head)"
  echo "${length:-0}" >length
  if [ "${length:-0}" -gt "$room" ]; then
    echo "DiskTooSmall the image is of $length bytes, there is room for $room" >failed
    return
  fi
  # fail would end this part of the pipeline only.
  why_not_now >failed
  [ -s failed ] && return
  said disk dirty
  say "writing to $(label_of "$disk")"
  zero_disk "$disk" 0 $MiB && zero_disk "$disk" "$room" $MiB && write_marker "$disk" dirty || {
    echo "WriteFailed $(cat dd.log)" >failed
    return
  }
  stream_to_disk "$disk" $MiB $((room - MiB)) >end || {
    echo "WriteFailed $(cat dd.log)" >failed
    return
  }
  if [ "$(head -c 1 | wc -c)" != 0 ]; then
    echo "DiskTooSmall the image does not end after $room bytes" >failed
    return
  fi
  echo $(($(cat end) - MiB + $(stat -c %s head))) >written
}

# By how far the program has got that writes to the disk; nothing, where the image did not say how long it is.
tell_percent() {
  local length at
  length="$(cat length 2>/dev/null)"
  [ "${length:-0}" -gt 0 ] || return
  for at in $(pidof dd); do
    [ "$(readlink "/proc/$at/fd/1")" = "/dev/$(cat disks)" ] || continue
    at="$(sed -n 's/^pos:[^0-9]*//p' "/proc/$at/fdinfo/1" 2>/dev/null)"
    [ -n "$at" ] && said percent $((at * 100 / length < 100 ? at * 100 / length : 100))
  done
}

# Everything once more, from the disk.
verify_image() {
  local now
  said step verify
  say "reading $(label_of "$1") back"
  forget_caches "$1"
  now="$({
    cat head
    dd if="/dev/$1" bs=4M skip=$MiB count=$(($(cat written) - $(stat -c %s head))) \
      iflag=fullblock,skip_bytes,count_bytes 2>dd.log
  } | sha256)"
  [ "$now" = "$(cat content.sha256)" ] || fail VerifyFailed "read sha256 $now, wrote $(cat content.sha256)"
}

# The partition table and the seed, and at the very end what makes it boot.
finish() {
  local disk="$1" room="$2" evidence
  said step seed
  say "finishing $(label_of "$disk")"
  truncate -s $MiB head
  cp head first
  arrange "$disk" "$room"
  to_disk "$disk" 0 <first || fail WriteFailed "$(cat dd.log)"
  forget_caches "$disk"
  dd if="/dev/$disk" bs=1M count=1 2>/dev/null | cmp -s - first || fail VerifyFailed "the first MiB reads as something else"
  evidence="verified sha256:$(cat content.sha256) $(cat written) bytes on $(label_of "$disk")"
  write_marker "$disk" installed "evidence=$evidence" || fail WriteFailed "$(cat dd.log)"
  said disk installed
  said evidence "$evidence"
  say "installed: $evidence"
  done_with
}
