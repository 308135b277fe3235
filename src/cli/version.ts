import { readCarried } from './carried.ts';

/** As package.json has it, from the sources, from what is built of them, and in the single executable. */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(readCarried('package.json'));
  const named = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return named ? String(manifest.version) : 'unknown';
}
