import { fail, ok, type Result } from '../../model/result.ts';

/** Where the first port of each machine is plugged in. */
export type NetChoice =
  /** QEMU's own network, which leads to this host; `more`: further options of `-netdev user`. */
  | { readonly kind: 'user'; readonly more: string }
  /** A tap device of the host that is there already: this name and the machine's number, from 0. */
  | { readonly kind: 'tap'; readonly name: string };

/** `user`, `user,tftp=DIR,bootfile=FILE` or `tap:NAME`. */
export function readNet(text: string): Result<NetChoice, string> {
  const [, more] = /^user((?:,[\w-]+=[^,]+)*)$/.exec(text) ?? [];
  if (more !== undefined) return ok({ kind: 'user', more });
  const [, name] = /^tap:([\w.-]{1,12})$/.exec(text) ?? [];
  return name === undefined ? fail('expected user or tap:NAME') : ok({ kind: 'tap', name });
}

/** For `-netdev`, without an id. */
export function findNet(choice: NetChoice, index: number): string {
  return choice.kind === 'user' ? `user${choice.more}` : `tap,ifname=${choice.name}${index},script=no,downscript=no`;
}
