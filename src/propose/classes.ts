import { mismatches } from '../diff/match.ts';
import { writeManifest } from '../manifest/write.ts';
import { canonical } from '../model/canonical.ts';
import type { Discovery } from '../model/discovery.ts';
import type { ExpectedHardware, MachineClass } from '../model/fleet.ts';
import type { Drive, Hardware } from '../model/inventory.ts';
import { slug } from './names.ts';

export interface ClassChoice {
  readonly name: string;
  /** Not among those of the repo: a file of its own is proposed. */
  readonly isNew: boolean;
}

/** Finds each machine its class, and makes up those that are missing: one for each sort of hardware. */
export class Classes {
  readonly #considered: readonly MachineClass[];
  readonly #names: Set<string>;
  readonly #made = new Map<string, { readonly name: string; readonly expects: ExpectedHardware }>();

  constructor(classes: readonly MachineClass[], discovery: Discovery) {
    const wanted = discovery.classes && new Set(discovery.classes);
    // One that expects nothing would fit everything, and say nothing.
    this.#considered = classes
      .filter((one) => (wanted ? wanted.has(one.name) : detail(one.expects) > 0))
      .toSorted((a, b) => detail(b.expects) - detail(a.expects) || (a.name < b.name ? -1 : 1));
    this.#names = new Set(classes.map(({ name }) => name));
  }

  /** Of those that fit, the one that expects most. Absent hardware fits none. */
  of(hardware: Hardware | undefined): ClassChoice {
    const fitting = hardware && this.#considered.find(({ expects }) => fits(expects, hardware));
    if (fitting) return { name: fitting.name, isNew: false };
    const expects = hardware ? acceptable(describe(hardware)) : {};
    const key = canonical(expects);
    const known = this.#made.get(key);
    if (known) return { name: known.name, isNew: true };
    const base = hardware ? slug(hardware.model ?? hardware.manufacturer ?? '') || 'found' : 'not-shown';
    let name = base;
    for (let i = 2; this.#names.has(name); i++) name = `${base.slice(0, 58)}-${i}`;
    this.#names.add(name);
    this.#made.set(key, { name, expects });
    return { name, isNew: true };
  }

  /** What was made up, by name. */
  get made(): readonly { readonly name: string; readonly expects: ExpectedHardware }[] {
    return [...this.#made.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

/** What hardware says may be longer or larger than a class may say: then it is left unsaid. */
function acceptable(expects: ExpectedHardware): ExpectedHardware {
  const kept = Object.entries(expects).filter(
    ([field, value]) => writeManifest('classes/x.yaml', 'MachineClass', 'x', { expects: { [field]: value } }).ok,
  );
  return Object.fromEntries(kept);
}

/** Unknown is no miss for a machine that was put into a class; to choose one, maker and model must have been seen. */
const fits = (expects: ExpectedHardware, hardware: Hardware): boolean =>
  mismatches(expects, hardware).length === 0 &&
  (expects.manufacturer === undefined || hardware.manufacturer !== undefined) &&
  (expects.model === undefined || hardware.model !== undefined);

/** How many things it says. */
const detail = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, inner) => sum + detail(inner), 0)
    : value === undefined
      ? 0
      : 1;

/** What was seen as what is expected. Firmware is left out: it changes with every update. */
export function describe({ manufacturer, model, processors, memory, drives, nics }: Hardware): ExpectedHardware {
  const cores = processors.map((one) => one.cores).filter((count) => count !== undefined);
  const models = new Set(processors.map((one) => one.model));
  const [processorModel] = models;
  const mib = memory.map((one) => one.mib).filter((size) => size !== undefined);
  const gib = mib.length === memory.length ? mib.reduce((sum, size) => sum + size, 0) / 1024 : 0;
  const speeds = nics.map((nic) => nic.mbps).filter((mbps) => mbps !== undefined && mbps > 0);
  const slowest = speeds.length === nics.length ? Math.min(...speeds.map((mbps) => mbps ?? 0)) : 0;
  return {
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(model === undefined ? {} : { model }),
    ...(processors.length === 0
      ? {}
      : {
          processors: {
            count: processors.length,
            ...(cores.length === processors.length && Math.min(...cores) >= 1 ? { cores: Math.min(...cores) } : {}),
            ...(models.size === 1 && processorModel !== undefined ? { model: processorModel } : {}),
          },
        }),
    ...(gib > 0 ? { memoryGiB: gib } : {}),
    ...(memory.length === 0 ? {} : { memoryModules: memory.length }),
    ...(drives.length === 0 ? {} : { drives: describeDrives(drives) }),
    ...(nics.length === 0 ? {} : { nics: { count: nics.length, ...(slowest >= 1 ? { minMbps: slowest } : {}) } }),
  };
}

function describeDrives(drives: readonly Drive[]): NonNullable<ExpectedHardware['drives']> {
  const sorts = new Map<string, { count: number; media?: string; minGB?: number }>();
  for (const { media, bytes } of drives) {
    const minGB = bytes === undefined ? 0 : Math.floor(bytes / 1e9);
    const sort = { ...(media === undefined ? {} : { media }), ...(minGB > 0 ? { minGB } : {}) };
    const key = canonical(sort);
    sorts.set(key, { count: (sorts.get(key)?.count ?? 0) + 1, ...sort });
  }
  return [...sorts.keys()].sort().flatMap((key) => sorts.get(key) ?? []);
}
