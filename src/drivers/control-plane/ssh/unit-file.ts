import type { ComponentName, Service } from '../../../model/component.ts';

export const unitName = (component: ComponentName): string => `nanometal-${component}.service`;
export const unitPath = (component: ComponentName): string => `/etc/systemd/system/${unitName(component)}`;

/**
 * The unit of a process of ours: as little as possible is left to it, and what is left is what was declared. Without
 * `user` systemd makes one for it alone. It is started again after a failure, ten times within five minutes (systemd.exec(5), systemd.service(5)).
 */
export function unitText(component: ComponentName, service: Extract<Service, { kind: 'process' }>): string {
  const { command, environment, user, capabilities, state } = service;
  const granted = capabilities.join(' ');
  return [
    '# Written by nanometal; changed by hand it is put right.',
    '[Unit]',
    `Description=${literal(component)}, of the control plane of this facility`,
    'After=network-online.target',
    'Wants=network-online.target',
    'StartLimitIntervalSec=300',
    'StartLimitBurst=10',
    '',
    '[Service]',
    `ExecStart=${command.map(quoted).join(' ')}`,
    'ExecReload=/bin/kill -HUP $MAINPID',
    ...Object.entries(environment)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `Environment=${argument(`${key}=${value}`)}`),
    ...(user === undefined ? ['DynamicUser=yes'] : [`User=${literal(user)}`]),
    ...(state === undefined ? [] : [`StateDirectory=${argument(state)}`]),
    `CapabilityBoundingSet=${granted}`,
    `AmbientCapabilities=${granted}`,
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'ProtectHome=yes',
    'PrivateTmp=yes',
    'PrivateDevices=yes',
    'ProtectKernelTunables=yes',
    'ProtectKernelModules=yes',
    'ProtectKernelLogs=yes',
    'ProtectControlGroups=yes',
    'ProtectClock=yes',
    'ProtectHostname=yes',
    'RestrictSUIDSGID=yes',
    'RestrictRealtime=yes',
    'RestrictNamespaces=yes',
    'LockPersonality=yes',
    'SystemCallArchitectures=native',
    'RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK AF_PACKET',
    'UMask=0027',
    'Restart=on-failure',
    'RestartSec=1',
    'TimeoutStopSec=20',
    '',
    '[Install]',
    'WantedBy=multi-user.target',
    '',
  ].join('\n');
}

/** `%` begins a specifier everywhere in a unit. */
const literal = (text: string): string => text.replaceAll('%', '%%');

/** One word, whatever is in it (systemd.syntax(7)). */
const argument = (text: string): string =>
  `"${literal(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;

/** In a command `$` begins a variable as well. The first word may not have a prefix such as `-` or `+`, so it is a path. */
const quoted = (text: string): string => argument(text).replaceAll('$', '$$$$');
