import type { Comparison, ComponentLook } from '../../../model/component.ts';
import type { Ground, Placed } from './ground.ts';
import { describe } from './health.ts';
import type { FileState, Reading } from './reading.ts';
import { digestOfContent } from './stage.ts';

/** Seconds that a service must have run since it was last started again by itself, to count as one that runs. */
const calmSeconds = 30;

/** How what was read differs from what should be, file by file. Pure. */
export interface Differences {
  /** Of the release's lists. */
  readonly packages: readonly number[];
  readonly files: readonly number[];
  readonly manifests: boolean;
  /** Stable, for people, without contents. */
  readonly words: readonly string[];
}

export function differencesOf(ground: Ground, placed: Placed, reading: Reading): Differences {
  const words: string[] = [];
  const packages = ground.apt
    ? placed.packages.flatMap(({ name, version }, k) => {
        const there = reading.packages[k] ?? null;
        if (there !== null && (version === undefined || version === there)) return [];
        words.push(`package ${name}: ${there === null ? 'not installed' : `${there}, not ${version}`}`);
        return [k];
      })
    : [];
  const files = placed.files.flatMap((file, k) => {
    const wrong = fileDifference(file.mode, digestOfContent(file.content), reading.files[k]);
    if (wrong === null) return [];
    words.push(`${file.path}: ${wrong}`);
    return [k];
  });
  const { service } = reading;
  if (placed.service && service?.loaded && !service.enabled)
    words.push('service: not enabled, it would not start with the host');
  const manifests = reading.manifests === 'differ';
  if (manifests) words.push('Kubernetes objects: other than their manifests');
  if (reading.head?.settled === false) words.push('an earlier change of it was cut off before its end');
  return { packages, files, manifests, words };
}

function fileDifference(mode: number, sha256: string, there: FileState | undefined): string | null {
  if (there === undefined || there.kind === 'none') return 'missing';
  if (there.kind === 'other') return 'no plain file';
  if (there.sha256 !== sha256) return 'other content';
  return there.mode === mode ? null : `mode ${there.mode.toString(8)}, not ${mode.toString(8)}`;
}

/** Empty: every check passes and the service runs; else the first that does not, and what it said. */
export function illness(placed: Placed, reading: Reading): string {
  const { service } = reading;
  if (placed.service) {
    if (!service?.loaded) return 'service: not installed';
    if (!service.active) return `service: ${service.words}`;
    const watched = placed.health.some(({ kind }) => kind === 'systemd');
    if (service.restarts > 0 && (watched || service.seconds < calmSeconds)) {
      return 'service: it ended by itself and was started again; see its journal';
    }
  }
  if (reading.manifests === 'unknown') return 'Kubernetes objects: kubectl cannot compare them';
  for (const [k, check] of placed.health.entries()) {
    const state = reading.checks[k];
    if (state?.ok === false) return `${describe(check)}: ${state.said}`;
    if (state === undefined) return `${describe(check)}: not asked`;
  }
  return '';
}

/** What its service is told once these differences are put right. */
export function telling(placed: Placed, differ: Differences, ill: boolean): 'restart' | 'reload' | 'start' {
  if (ill || differ.packages.length > 0 || differ.files.includes(placed.unitFile)) return 'restart';
  return differ.files.length > 0 ? placed.onChange : 'start';
}

export function compare(ground: Ground, placed: Placed, reading: Reading): ComponentLook {
  const { head } = reading;
  const release = head === null || head.digest === null ? null : { digest: head.digest, version: head.version };
  if (reading.fault !== null) {
    const fault = unreadable(ground, placed, reading.fault);
    return { release, differences: [fault], disrupts: false, healthy: false, message: fault };
  }
  if (placed.state === 'absent') {
    const differences = head === null ? [] : [`${head.version || 'a release that was cut off'}: still installed`];
    return { release, differences, disrupts: false, healthy: true, message: '' };
  }
  return { release, ...comparison(ground, placed, reading) };
}

export function comparison(ground: Ground, placed: Placed, reading: Reading): Comparison {
  const message = illness(placed, reading);
  const differ = differencesOf(ground, placed, reading);
  const healthy = message === '';
  const restarts = placed.service !== undefined && telling(placed, differ, false) === 'restart';
  return { differences: differ.words, disrupts: healthy && (restarts || differ.manifests), healthy, message };
}

/** For people: what is wrong with the host's own record, and what to do. */
export const unreadable = (ground: Ground, { component }: { readonly component: string }, what: string): string =>
  `${ground.base}/${component}/record.json, where this host remembers what was installed, cannot be read: ${what}; ` +
  'restore it, or remove that folder and by hand what it was about';
