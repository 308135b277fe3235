import { ok } from '../../../model/result.ts';
import type { Ground } from '../host/ground.ts';
import { systemd } from './systemd.ts';
import { unitPath, unitText } from './unit-file.ts';

/** A Debian of its own, with systemd and apt; scripts run as root. */
export const debian: Ground = {
  base: '/var/lib/nanometal-components',
  needs: ['dpkg-query', 'systemctl', 'sha256sum', 'timeout', 'flock', 'awk', 'bash'],
  apt: true,
  place(release) {
    const { service, component, files } = release;
    if (service?.kind !== 'process' || release.state === 'absent')
      return ok({ ...release, origin: release, unitFile: -1 });
    const unit = {
      path: unitPath(component),
      mode: 0o644,
      content: { kind: 'inline', text: unitText(component, service) },
    } as const;
    return ok({ ...release, origin: release, files: [...files, unit], unitFile: files.length });
  },
  objection: async () => null,
  services: systemd,
};
