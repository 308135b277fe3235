import { createHash } from 'node:crypto';
import { never } from '../model/never.ts';
import { settingsIn } from '../twin/host/words.ts';
import { tick } from '../twin/tick.ts';
import type { Calls, Heard } from './calls.ts';
import type { Station } from './http.ts';
import type { Kernel } from './kernel.ts';

/** Where firmware, or its BMC, fetches from. */
interface Ground {
  readonly kernel: Kernel;
  readonly station: Station;
  readonly addresses: { readonly bmc: string; readonly host: string };
  readonly calls: Calls;
}

type Fetched =
  /** Null: it was booted without settings. */
  { readonly kind: 'agent'; readonly settings: string | null } | { readonly kind: 'iso'; readonly sha256: string };

/** What has no settings in it is not ours. */
function fetched(heard: Heard | null): Fetched | null {
  if (heard?.status !== 200) return null;
  const settings = settingsIn(new TextDecoder().decode(heard.body));
  if (settings !== null) return { kind: 'agent', settings };
  return { kind: 'iso', sha256: createHash('sha256').update(heard.body).digest('hex') };
}

/** What firmware starts that is not on a disk of its own; null: nothing. */
export async function fetchBooted({ station, calls, addresses, kernel }: Ground): Promise<Fetched | null> {
  const get = (from: string, url: string): Promise<Heard | null> =>
    calls.make({ from, method: 'GET', url, headers: {}, body: '' });
  const { bootedFrom } = tick(station.bmc, kernel.wall).host;
  switch (bootedFrom.kind) {
    case 'Cd':
    case 'Usb':
      return fetched(await get(addresses.bmc, bootedFrom.image));
    case 'UefiHttp': {
      const heard = await get(addresses.host, bootedFrom.uri ?? `${calls.plain}/boot/start.iso`);
      // What everybody is given has no token.
      return bootedFrom.uri === null && heard?.status === 200 ? { kind: 'agent', settings: null } : fetched(heard);
    }
    case 'Pxe': {
      const mac = station.bmc.spec.hardware.nics[0]?.mac ?? '';
      const heard = await get(addresses.host, `${calls.plain}/boot/ipxe?mac=${mac}`);
      const starts = heard?.status === 200 && new TextDecoder().decode(heard.body).includes('kernel ');
      return starts ? { kind: 'agent', settings: null } : null;
    }
    case 'Hdd':
    case 'BiosSetup':
      return null;
    default:
      return never(bootedFrom);
  }
}
