/** What iPXE is given to run. */
export interface BootScript {
  /** `http://10.1.2.1:8080` */
  readonly http: string;
  /** Kernel command line of the agent. */
  readonly commandLine: string;
}

/** `initrd=` and `--name` are what EFI needs; BIOS does not mind. */
export const ipxeScript = ({ http, commandLine }: BootScript): string =>
  [
    '#!ipxe',
    `kernel ${http}/boot/vmlinuz initrd=initrd ${commandLine}`,
    `initrd --name initrd ${http}/boot/initrd`,
    'boot',
    '',
  ].join('\n');

/** iPXE knows who it is; what is to be done is asked again by that. Where nobody answers, the next of its boot order. */
export const ipxeEntry = (http: string): string =>
  `#!ipxe\nchain ${http}/boot/ipxe?mac=\${netX/mac:hexhyp}&uuid=\${uuid}&serial=\${serial:uristring} || exit\n`;

/** The machine's own disk is next in its boot order. */
export const ipxeExit = '#!ipxe\nexit\n';
