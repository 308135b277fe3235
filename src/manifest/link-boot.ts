import type { BootService, Image } from '../model/boot.ts';
import type { FacilityManifest, ImageManifest } from '../model/manifest.gen.ts';

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

export const linkImage = ({ metadata, spec }: ImageManifest): Image => ({ name: metadata.name, ...spec });
