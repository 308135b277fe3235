# The only ways in which bytes get to a disk.

# to_disk DISK OFFSET: standard input, and until it is really there. A disk that went away does not become a file.
to_disk() {
  [ -b "/dev/$1" ] && dd of="/dev/$1" bs=4M seek="$2" iflag=fullblock oflag=seek_bytes conv=notrunc,fsync 2>/run/dd.log
}

# zero_disk DISK OFFSET BYTES
zero_disk() {
  [ -b "/dev/$1" ] && dd if=/dev/zero of="/dev/$1" bs=4M seek="$2" count="$3" iflag=fullblock,count_bytes \
    oflag=seek_bytes conv=notrunc,fsync 2>/run/dd.log
}

# stream_to_disk DISK OFFSET MOST: as much of standard input as that; says up to where it got.
stream_to_disk() {
  [ -b "/dev/$1" ] || return
  {
    dd bs=4M seek="$2" count="$3" iflag=fullblock,count_bytes oflag=seek_bytes conv=notrunc,fsync 2>/run/dd.log >&3 || return
    # busybox's dd counts blocks only; where the descriptor stands says it in bytes.
    sed -n 's/^pos:[^0-9]*//p' /proc/self/fdinfo/3
  } 3<>"/dev/$1"
}

# What is read from now on comes from the disk.
forget_caches() {
  sync
  echo 3 >/proc/sys/vm/drop_caches
  blockdev --flushbufs "/dev/$1"
}
