# The lines `key=value` that everything is said in (docs/boot.md).

# The first value of a key in a file; nothing, where there is none.
value() { sed -n "s/^$1=//p" "$2" 2>/dev/null | tr -d '\r' | head -n 1; }

# All of them, one a line.
values() { sed -n "s/^$1=//p" "$2" 2>/dev/null | tr -d '\r'; }

# Printable, in one line, without blanks around it.
clean() { tr -c '\040-\176' ' ' | sed 's/^ *//; s/ *$//'; }

# The first line of a file, as clean as that. Without any other program, since it is done a hundred times for one claim.
line() {
  local text=""
  [ -r "$1" ] && read -r text <"$1" 2>/dev/null
  case "$text" in
    *[!\ -~]*) printf '%s' "$text" | clean ;;
    *) printf '%s\n' "$text" ;;
  esac
}

# As one word of a line of several.
word() {
  case "$1" in
    *[\ %]*) printf '%s\n' "$1" | sed 's/%/%25/g; s/ /%20/g' ;;
    *) printf '%s\n' "$1" ;;
  esac
}
