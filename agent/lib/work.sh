# A work item from being handed out to being told what comes next. The work is done in the background; what it says of
# itself stands in files of /run/report, and is sent every 5 seconds.

# During the work: said KEY VALUE. Whole or not at all: a report may be written at the same moment.
said() {
  local new="/run/saying.$1.$(cut -d' ' -f4 /proc/self/stat)"
  printf '%s\n' "$2" | clean | head -c 500 >"$new"
  mv "$new" "/run/report/$1"
}

# Ends the work.
fail() {
  said reason "$1"
  said message "$2"
  said state failed
  say "failed: $1: $2"
  exit 1
}

done_with() {
  rm -f /run/report/percent
  said state done
  exit 0
}

work() {
  local started
  forget_loaded
  rm -rf /run/report
  mkdir -p /run/report
  said state working
  said step check
  said disk untouched
  uptime_seconds >/run/handed-out
  cp /run/answer /run/handed
  touch /run/working
  (do_work) &
  started=$!
  while :; do
    # In this order: it says how it ended before it ends.
    if ! kill -0 "$started" 2>/dev/null && [ "$(line /run/report/state)" = working ]; then
      said reason WriteFailed
      said message "the agent stopped in step $(line /run/report/step)"
      said state failed
    fi
    if report | ask report && [ "$(line /run/reported)" != working ]; then
      rm -f /run/working
      # A disk that was not touched holds what it held.
      [ "$(line /run/report/disk)" = untouched ] || rm -f /run/facts
      case "$(value then /run/answer)" in
        reboot | disk | halt) obey "$(value then /run/answer)" ;;
        claim) return ;;
      esac
    fi
    wait_for_news
  done
}

# 5 seconds, or less where the work ends meanwhile.
wait_for_news() {
  local before
  before="$(line /run/report/state)"
  for _ in 1 2 3 4 5; do
    sleep 1
    [ "$(line /run/report/state)" = "$before" ] || break
  done
}

uptime_seconds() { cut -d. -f1 /proc/uptime; }

report() {
  local key
  line /run/report/state >/run/reported
  echo "grant=$(value grant /run/item)"
  echo "boot=$(line /proc/sys/kernel/random/boot_id)"
  echo "state=$(line /run/reported)"
  for key in step percent reason message disk evidence; do
    [ -s "/run/report/$key" ] && echo "$key=$(line "/run/report/$key")"
  done
  cat /run/report/receipt.* 2>/dev/null
}

do_work() {
  check_item
  case "$(value verb /run/item)" in
    Inspect)
      said step inspect
      done_with
      ;;
    Install) install ;;
    Erase) erase ;;
  esac
}
