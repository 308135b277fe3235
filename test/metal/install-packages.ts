import { execFileSync } from 'node:child_process';
import { missing } from '../system/world/tools.ts';
import { absentForSites } from './world/needs.ts';

/** As root on Debian, what these tests need is installed; elsewhere they say what is missing, and are skipped. */
export default function install(): void {
  if (absentForSites.length === 0 || process.getuid?.() !== 0 || missing({ apt: 'apt-get' }).length > 0) return;
  const apt = (...args: readonly string[]): void => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...absentForSites);
}
