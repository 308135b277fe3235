/**
 * The command that reads a script of so many bytes from its standard input and runs it, with the rest as its input. No
 * argument may have more than 128 KiB on Linux, and a script may; `head -c` reads not a byte too many. A script of which only
 * a part arrives is not begun. It ends by itself some time after whoever waits for it has given up, since a closed connection
 * alone ends nothing.
 */
export function runner(scriptBytes: number, timeoutMs: number): string {
  const seconds = Math.ceil(timeoutMs / 1000) + 5;
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  const read = `s=$(head -c ${scriptBytes}; printf x); [ \${#s} = ${scriptBytes + 1} ] || exit 97; eval "\${s%x}"`;
  return `exec timeout -k 5 ${seconds} env LC_ALL=C PATH=${path} /bin/sh -c '${read}'`;
}
