# The agent: finds who it is and who sent for it, asks for work, does it, and does what it is told then. Without an answer
# it does nothing, for ever.

for part in log text who neighbours settings network talk disks marker write check image table memory install erase work; do
  . "/agent/$part.sh"
done

main() {
  until find_settings; do
    say "no settings on a medium, and no nanometal.url and nanometal.pin on the command line; waiting"
    sleep 3600
  done
  keep_token
  find_network
  listen_to_neighbours
  [ -n "$(setting token)" ] || hello
  while :; do
    claim
    obey "$(value then /run/answer)"
  done
}

# Settings for an agent that was booted without.
hello() {
  while :; do
    if ! who_and_what | ask hello; then
      again
    elif [ -n "$(value token /run/answer)" ]; then
      cat /run/answer >>/run/settings
      # The newer line counts.
      sed -n '1!G;h;$p' /run/settings >/run/settings.new
      mv /run/settings.new /run/settings
      keep_token
      find_network
      return
    else
      obey "$(value then /run/answer)"
    fi
  done
}

claim() {
  until who_and_what | ask claim; do again; done
}

# It was not answered: perhaps the cable was moved.
again() {
  reachable || find_network
}

who_and_what() {
  who
  disk_facts
}

obey() {
  local seconds
  case "$1" in
    work) work ;;
    reboot) if [ -e /run/loaded ]; then start_loaded; else restart; fi ;;
    disk) restart ;;
    halt)
      say "told to power off"
      sync
      poweroff -f
      ;;
    *)
      seconds="$(value seconds /run/answer)"
      case "$seconds" in '' | *[!0-9]*) seconds=5 ;; esac
      sleep "$seconds"
      ;;
  esac
}

restart() {
  say "told to boot from the disk"
  sync
  reboot -f
}

main
