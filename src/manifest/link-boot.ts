import type { BootService, Image } from '../model/boot.ts';
import type { FacilityManifest, ImageManifest } from '../model/manifest.gen.ts';
import { bracketed } from './ip.ts';

export const linkBoot = (
  {
    address,
    httpPort = 8080,
    httpsPort = 8443,
    methods = ['VirtualMedia', 'UefiHttp', 'Pxe'],
  }: NonNullable<FacilityManifest['spec']['boot']>,
  { provisioning = [], bmc, images }: FacilityManifest['spec']['ranges'],
): BootService => ({
  address,
  ports: { http: httpPort, https: httpsPort },
  methods,
  provisioning,
  bmc,
  ...(images === undefined ? {} : { images }),
});

/** `http://10.1.2.1:8080` for firmware, `https://10.1.2.1:8443` for the agent. */
export function urlsOf({ address, ports }: Pick<BootService, 'address' | 'ports'>): {
  readonly http: string;
  readonly https: string;
} {
  const host = bracketed(address);
  return { http: `http://${host}:${ports.http}`, https: `https://${host}:${ports.https}` };
}

/** Where firmware finds the agent that is not told so each time: one for all machines. Null: none is booted so here. */
export function httpBootUriOf({ boot, ranges }: FacilityManifest['spec']): string | null {
  if (boot === undefined) return null;
  const service = linkBoot(boot, ranges);
  return service.methods.includes('UefiHttp') ? `${urlsOf(service).http}/boot/start.iso` : null;
}

export function linkImage({ metadata, spec }: ImageManifest): Image {
  const { url, sha256, format, boot, initrd, commandLine } = spec;
  const common = { name: metadata.name, url, sha256, boot };
  if (format !== 'kernel') return { ...common, format };
  if (initrd === undefined) throw new Error('the rules let through a kernel without an initrd');
  const second = { name: `${metadata.name} (initrd)`, ...initrd };
  return { ...common, format, initrd: second, ...(commandLine === undefined ? {} : { commandLine }) };
}
