# The boot service, and nobody else: only TLS, only with the key that was pinned.

# trusted_curl [arguments] URL
trusted_curl() {
  curl -s --noproxy '*' --proto =https --insecure --pinnedpubkey "sha256//$(setting pin)" --connect-timeout 10 "$@"
}

# Any answer will do.
reachable() { trusted_curl --max-time 20 -o /dev/null "$(setting url)/agent/v1/claim"; }

# ask PATH: posts standard input. 0: the answer is in /run/answer. Waits as the protocol says before it fails.
ask() {
  local code
  cat >/run/request
  code="$(trusted_curl --max-time 60 --max-filesize 65536 -H @/run/authorization -H 'Content-Type: text/plain' \
    --data-binary @/run/request -o /run/answer -w '%{http_code}' "$(setting url)/agent/v1/$1")"
  case "$code" in
    200) return 0 ;;
    401 | 403) sleep 60 ;;
    *) sleep 5 ;;
  esac
  echo "$code" >/run/refused
  return 1
}
