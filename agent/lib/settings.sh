# What this agent was told of its boot service: a file from the medium that it was booted from, or the kernel's command line.

# Into /run/settings; fails where there is nothing.
find_settings() {
  local word
  : >/run/settings
  if [ "$(value contract /nanometal.conf)" = 1 ]; then
    grep -v '^#' /nanometal.conf | grep . >/run/settings
  else
    for word in $(cat /proc/cmdline); do
      case "$word" in nanometal.url=* | nanometal.pin=*) echo "${word#nanometal.}" >>/run/settings ;; esac
    done
  fi
  [ -n "$(setting url)" ] && [ -n "$(setting pin)" ]
}

setting() { value "$1" /run/settings; }

# Of one machine and one boot attempt; without it, we ask who we are for.
keep_token() {
  (umask 077 && echo "Authorization: Bearer $(setting token)" >/run/authorization)
}
