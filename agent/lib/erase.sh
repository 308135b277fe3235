# Erase: by the strongest command that the disk says it knows. Where that fails the erase has failed; nothing weaker is
# tried in its place.

erase() {
  local disk found
  check_disks
  found="$(why_not_now)"
  [ -z "$found" ] || fail "${found%% *}" "${found#* }"
  # All of them are looked at before any is touched.
  while read -r disk; do
    check_marker "$disk" erased && continue
    choose_method "$disk" >"/run/method.$disk"
  done </run/disks
  rm -f /run/erase.*
  while read -r disk; do
    (erase_disk "$disk") &
  done </run/disks
  wait
  cat /run/erase.* >/run/erase 2>/dev/null
  if [ -s /run/erase ]; then
    fail "$(head -n 1 /run/erase | cut -d' ' -f1)" "$(cut -d' ' -f2- /run/erase | tr '\n' ';')"
  fi
  rm -f /run/report/disk
  done_with
}

# One disk, beside the others: what goes wrong is told in /run/erase.DISK, what went well in the receipt.
erase_disk() {
  local disk="$1" method receipt
  if check_marker "$disk" erased; then
    # The receipt is kept on the disk, so that it is not lost with an answer.
    value receipt "$(marker_file "$disk")" | sed 's/^/receipt=/' >"/run/report/receipt.$disk"
    return
  fi
  method="$(cat "/run/method.$disk")"
  said step erase
  said disk dirty
  [ -b "/dev/$disk" ] || not_erased "$disk" EraseFailed "it is gone"
  samples "$disk" >"/run/before.$disk"
  write_marker "$disk" dirty || not_erased "$disk" EraseFailed "not even our marker can be written"
  say "erasing $(label_of "$disk") by $method"
  carry_out "$method" "$disk" >"/run/answer.$disk" 2>&1 || not_erased "$disk" EraseFailed "$method: $(cat "/run/answer.$disk")"
  forget_caches "$disk"
  said step verify
  samples "$disk" >"/run/after.$disk"
  receipt="$(label_of "$disk") method=$method answer=$(word "$(tail -n 1 "/run/answer.$disk" | cut -c 1-120 | clean)") verified=$(judge "$disk" "$method")" ||
    not_erased "$disk" VerifyFailed "after $method it still reads as before"
  write_marker "$disk" erased "receipt=$receipt" || not_erased "$disk" EraseFailed "the marker cannot be written"
  echo "receipt=$receipt" >"/run/report/receipt.$disk"
}

not_erased() {
  echo "$2 $(label_of "$1"): $3" | clean >"/run/erase.$1"
  exit 1
}

# By what the disk reports; fails the work where it names nothing that can be trusted.
choose_method() {
  case "$1" in
    nvme*) choose_nvme "$1" ;;
    *)
      if [ "$(line "/sys/block/$1/device/vendor")" = ATA ]; then choose_ata "$1"; else choose_plain "$1"; fi
      ;;
  esac
}

choose_nvme() {
  local sanicap oacs fna alone
  nvme id-ctrl "/dev/$1" >/run/id-ctrl 2>&1 || fail EraseFailed "$(label_of "$1"): $(cat /run/id-ctrl)"
  sanicap="$(nvme_field sanicap)" oacs="$(nvme_field oacs)" fna="$(nvme_field fna)"
  # What is done to the whole controller must not meet a namespace that nobody named.
  alone="$( (nvme list-ns --all "/dev/$1" 2>/dev/null || nvme list-ns "/dev/$1" 2>/dev/null) | grep -c ':0x')"
  if [ "$alone" = 1 ] && [ $((sanicap & 2)) != 0 ]; then
    echo nvme-sanitize-block
  elif [ "$alone" = 1 ] && [ $((sanicap & 1)) != 0 ]; then
    echo nvme-sanitize-crypto
  elif [ $((oacs & 2)) != 0 ] && { [ "$alone" = 1 ] || [ $((fna & 3)) = 0 ]; }; then
    if [ $((fna & 4)) != 0 ]; then echo nvme-format-crypto; else echo nvme-format; fi
  else
    fail EraseUnsupported "$(label_of "$1") can neither be sanitized nor formatted by itself"
  fi
}

nvme_field() {
  local number
  number="$(sed -n "s/^$1 *: *\([0-9a-fx]*\).*/\1/p" /run/id-ctrl | head -n 1)"
  echo $((${number:-0}))
}

choose_ata() {
  hdparm -I "/dev/$1" >"/run/hdparm.$1" 2>&1
  sed -n '/^Security:/,/^[A-Z]/p' "/run/hdparm.$1" | tr -s '\t ' ' ' >"/run/security.$1"
  if ! grep -q '^ supported$' "/run/security.$1"; then
    choose_plain "$1"
  elif ! grep -q '^ not frozen' "/run/security.$1"; then
    fail EraseUnsupported "$(label_of "$1"): its firmware has frozen the security commands"
  elif grep -q '^ supported: enhanced erase' "/run/security.$1"; then
    echo ata-secure-erase-enhanced
  else
    echo ata-secure-erase
  fi
}

# No command of its own for it: everything is overwritten.
choose_plain() {
  if [ "$(line "/sys/block/$1/queue/discard_max_bytes")" -gt 0 ]; then echo discard-zero; else echo zero; fi
}

carry_out() {
  case "$1" in
    nvme-sanitize-block) sanitize "$2" 2 ;;
    nvme-sanitize-crypto) sanitize "$2" 4 ;;
    nvme-format) nvme format "/dev/$2" --ses=1 --force --timeout=3600000 ;;
    nvme-format-crypto) nvme format "/dev/$2" --ses=2 --force --timeout=3600000 ;;
    ata-secure-erase) secure_erase "$2" --security-erase ;;
    ata-secure-erase-enhanced) secure_erase "$2" --security-erase-enhanced ;;
    discard-zero) blkdiscard "/dev/$2" && overwrite "$2" ;;
    zero) overwrite "$2" ;;
  esac
}

overwrite() { zero_disk "$1" 0 "$(size_of "$1")" && echo "$(size_of "$1") bytes of zeros"; }

# It goes on in the disk by itself, over a power cut too.
sanitize() {
  local status
  nvme sanitize "/dev/$1" --sanact="$2" || return
  while :; do
    sleep 2
    nvme sanitize-log "/dev/$1" >"/run/sanitize.$1" 2>&1 || { cat "/run/sanitize.$1"; return 1; }
    status="$(sed -n 's/.*(SSTAT) *: *\([0-9a-fx]*\).*/\1/p' "/run/sanitize.$1")"
    case $((${status:-0} & 7)) in
      1 | 4) echo "sanitize status $status"; return ;;
      2) ;;
      *) echo "sanitize status $status"; return 1 ;;
    esac
  done
}

# The disk forgets the password with everything else; one that a power cut left behind is this one.
secure_erase() {
  if ! grep -q '^ enabled' "/run/security.$1"; then
    hdparm --user-master u --security-set-pass nanometal "/dev/$1" || return
  fi
  hdparm --user-master u "$2" nanometal "/dev/$1" && echo erased && return
  hdparm --user-master u --security-disable nanometal "/dev/$1"
  return 1
}

# 64 places, the first and the last among them: a digest each.
samples() {
  local size step at=0
  size="$(size_of "$1")"
  step=$(((size - 4096) / 63 / 4096 * 4096))
  for _ in $(seq 63); do
    dd if="/dev/$1" bs=4096 skip="$at" count=1 iflag=skip_bytes 2>/dev/null | sha256sum
    at=$((at + step))
  done
  dd if="/dev/$1" bs=4096 skip=$((size - 4096)) count=1 iflag=skip_bytes 2>/dev/null | sha256sum
}

# `zero:64`, or what the disk reads as where its own command promises no zeros: `zero:60,ones:2,changed:2`.
judge() {
  local zeros ones now was before="/run/before.$1" n_zero=0 n_ones=0 n_changed=0 said=""
  zeros="$(head -c 4096 /dev/zero | sha256sum)" ones="$(head -c 4096 /dev/zero | tr '\0' '\377' | sha256sum)"
  exec 3<"$before"
  while read -r now; do
    read -r was <&3
    case "$2 $now" in
      *" $zeros") n_zero=$((n_zero + 1)) ;;
      nvme*" $ones" | ata*" $ones") n_ones=$((n_ones + 1)) ;;
      nvme* | ata*) [ "$now" != "$was" ] && n_changed=$((n_changed + 1)) ;;
    esac
  done <"/run/after.$1"
  exec 3<&-
  [ $((n_zero + n_ones + n_changed)) = 64 ] || return 1
  [ $n_zero -gt 0 ] && said="zero:$n_zero"
  [ $n_ones -gt 0 ] && said="$said,ones:$n_ones"
  [ $n_changed -gt 0 ] && said="$said,changed:$n_changed"
  echo "${said#,}"
}
