import type { BootRequest } from './message.ts';

/** What a request asks for, before anybody looks at who asks. */
export type Route =
  | { readonly kind: 'medium'; readonly digits: string }
  /** Of the agent. */
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'ipxe'; readonly mac: string; readonly uuid: string; readonly serial: string }
  | { readonly kind: 'ipxe-entry' | 'start' | 'hello' | 'claim' | 'report' }
  | { readonly kind: 'seed'; readonly file: string }
  | { readonly kind: 'image'; readonly sha256: string }
  | { readonly kind: 'home'; readonly digits: string }
  | { readonly kind: 'wrong-method' }
  | { readonly kind: 'nothing' };

type Match = (groups: readonly string[], query: URLSearchParams) => Route;
type Entry = readonly [secure: boolean, method: 'GET' | 'POST', path: RegExp, match: Match];

/** HTTP for firmware and cloud-init, HTTPS for the agent; nothing is on both. */
const table: readonly Entry[] = [
  [false, 'GET', /^\/media\/([0-9a-f]{32})\/boot\.iso$/, ([digits = '']) => ({ kind: 'medium', digits })],
  [
    false,
    'GET',
    /^\/boot\/ipxe$/,
    (_, query) => {
      const [mac, uuid = null, serial = null] = ['mac', 'uuid', 'serial'].map((name) => query.get(name));
      if (mac === undefined || mac === null) return { kind: 'ipxe-entry' };
      return { kind: 'ipxe', mac, uuid: uuid ?? '', serial: serial ?? '' };
    },
  ],
  // For DHCP servers and the BIOS attribute of a class: the same for every machine (manifest/link-boot.ts).
  [false, 'GET', /^\/boot\/start\.iso$/, () => ({ kind: 'start' })],
  [false, 'GET', /^\/boot\/([a-z][a-z0-9.-]{0,63})$/, ([name = '']) => ({ kind: 'file', name })],
  [false, 'POST', /^\/phone-home\/([0-9a-f]{32})$/, ([digits = '']) => ({ kind: 'home', digits })],
  [true, 'POST', /^\/agent\/v1\/hello$/, () => ({ kind: 'hello' })],
  [true, 'POST', /^\/agent\/v1\/claim$/, () => ({ kind: 'claim' })],
  [true, 'POST', /^\/agent\/v1\/report$/, () => ({ kind: 'report' })],
  [true, 'GET', /^\/agent\/v1\/seed\/([a-z-]{1,32})$/, ([file = '']) => ({ kind: 'seed', file })],
  [true, 'GET', /^\/images\/([0-9a-f]{64})$/, ([sha256 = '']) => ({ kind: 'image', sha256 })],
];

export function readRoute({ secure, method, target }: Pick<BootRequest, 'secure' | 'method' | 'target'>): Route {
  const [path = '', ...query] = target.split('?');
  for (const [overTls, wanted, pattern, match] of table) {
    const found = overTls === secure ? pattern.exec(path) : null;
    if (found === null) continue;
    if (method !== wanted && !(method === 'HEAD' && wanted === 'GET')) return { kind: 'wrong-method' };
    return match(found.slice(1), new URLSearchParams(query.join('?')));
  }
  // Whoever may have a medium may know that there is none.
  return { kind: 'nothing' };
}
