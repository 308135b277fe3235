import type { Started } from '../../../model/outcome.ts';
import { flag, text, texts } from '../../../redfish/fields.ts';
import type { Approach } from './approach.ts';
import { notOffered, send } from './send.ts';

/** LocationIndicatorActive, and where that is missing the older IndicatorLED (ComputerSystem schema). */
export async function identify(to: Approach, indicator: 'Lit' | 'Off'): Promise<Started> {
  const { body, path, etag } = to.system;
  const led = texts(body, 'IndicatorLED@Redfish.AllowableValues');
  const lit = led.length > 0 && !led.includes('Lit') && led.includes('Blinking') ? 'Blinking' : 'Lit';
  const change =
    flag(body, 'LocationIndicatorActive') !== undefined
      ? { LocationIndicatorActive: indicator === 'Lit' }
      : text(body, 'IndicatorLED') !== undefined
        ? { IndicatorLED: indicator === 'Lit' ? lit : 'Off' }
        : undefined;
  if (change === undefined) return notOffered('this system has no indicator that can be set');
  const order = { method: 'PATCH', path, body: change, ...(etag === undefined ? {} : { etag }) } as const;
  return send(to, order);
}
