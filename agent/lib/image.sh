# An image on its way from the boot service to the disk.

# To standard output, going on where it broke off, while there is any progress. How it failed is told in /run/download, how
# long it was in /run/downloaded.
download() {
  local got=0 vain=0 now code
  : >/run/download
  while :; do
    trusted_curl --fail --speed-limit 1 --speed-time 60 -H @/run/authorization -r "$got-" \
      -w '%{stderr}%{size_download} %{http_code}' "$1" 2>/run/curl
    code=$?
    read -r now status </run/curl
    got=$((got + ${now:-0}))
    if [ "$code" = 0 ]; then
      echo "$got" >/run/downloaded
      return
    fi
    # 23: nobody reads on.
    [ "$code" = 23 ] && return
    if [ "${now:-0}" -gt 0 ] && [ "$code" != 22 ]; then vain=0; else vain=$((vain + 1)); fi
    case "$status" in 4*) vain=99 ;; esac
    if [ "$vain" -ge 10 ]; then
      echo "curl $code, HTTP $status, after $got bytes" >/run/download
      return
    fi
    sleep 5
  done
}

unpack() {
  case "$1" in
    raw) cat ;;
    # zstd reads both, and as large a window as anybody made.
    raw.gz | raw.zst) zstd -d -c -q --long=31 2>/run/unpack.log ;;
  esac
  echo $? >/run/unpack
}

sha256() { openssl dgst -sha256 -r | cut -d' ' -f1; }

number_at() { od -An -v -t "u$3" -j "$2" -N "$3" "$1" | tr -d ' '; }

# How long an image is, from its partition table; nothing, where it does not say.
length_of() {
  local entry end most=0
  if [ "$(dd if="$1" bs=1 skip=512 count=8 2>/dev/null)" = "EFI PART" ]; then
    echo $((($(number_at "$1" 544 8) + 1) * 512))
  elif [ "$(number_at "$1" 510 2)" = 43605 ]; then
    for entry in 446 462 478 494; do
      end=$((($(number_at "$1" $((entry + 8)) 4) + $(number_at "$1" $((entry + 12)) 4)) * 512))
      [ "$end" -gt "$most" ] && most="$end"
    done
    [ "$most" -gt 0 ] && echo "$most"
  fi
}
