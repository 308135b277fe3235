# The lines `key=value` that everything is said in (docs/boot.md).

# The first value of a key in a file; nothing, where there is none.
value() { sed -n "s/^$1=//p" "$2" 2>/dev/null | tr -d '\r' | head -n 1; }

# All of them, one a line.
values() { sed -n "s/^$1=//p" "$2" 2>/dev/null | tr -d '\r'; }

# Printable, in one line, without blanks around it.
clean() { tr -c '\040-\176' ' ' | sed 's/^ *//; s/ *$//'; }

# As one word of a line of several.
word() { clean | sed 's/%/%25/g; s/ /%20/g'; }
