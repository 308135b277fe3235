# What the agent says to people goes to every console, by the kernel's log; `quiet` leaves warnings out, but not errors.
say() { echo "<3>nanometal: $*" >/dev/kmsg; }
