/**
 * Metrics in Prometheus' text format 0.0.4. Every label takes its values from a list that is given with the metric, so
 * that the number of series is known when it is made; what is not on the list counts as `other`.
 */

export interface Counter {
  add(labels: readonly string[], by?: number): void;
}

export interface Gauge {
  set(labels: readonly string[], value: number): void;
}

export interface Histogram {
  observe(value: number): void;
}

export interface Label {
  readonly name: string;
  readonly values: readonly string[];
}

interface Described {
  /** `nanometal_…` with the unit last, and `_total` for counters. */
  readonly name: string;
  readonly help: string;
}

interface Labelled extends Described {
  readonly labels?: readonly Label[];
}

export interface Registry {
  counter(metric: Labelled): Counter;
  /** `first` is what every series says until it is set; absent: a series is silent until then. */
  gauge(metric: Labelled & { readonly first?: number }): Gauge;
  /** `bounds` are the upper ends of the buckets, rising; the last one, +Inf, is added. */
  histogram(metric: Described & { readonly bounds: readonly number[] }): Histogram;
  render(): string;
}

export function createRegistry(): Registry {
  const families: (() => readonly string[])[] = [];
  const series = (metric: Labelled, type: string, first: number | undefined): Map<string, number> => {
    const values = new Map<string, number>();
    if (first !== undefined) for (const key of combinations(metric.labels ?? [])) values.set(key, first);
    families.push(() => [...head(metric, type), ...[...values].map(([key, value]) => `${metric.name}${key} ${value}`)]);
    return values;
  };

  return {
    counter(metric) {
      const values = series(metric, 'counter', 0);
      return {
        add(labels, by = 1) {
          const key = keyOf(metric.labels ?? [], labels);
          values.set(key, (values.get(key) ?? 0) + by);
        },
      };
    },
    gauge(metric) {
      const values = series(metric, 'gauge', metric.first);
      return { set: (labels, value) => values.set(keyOf(metric.labels ?? [], labels), value) };
    },
    histogram(metric) {
      const seen: { count: number; sum: number; readonly within: number[] } = {
        count: 0,
        sum: 0,
        within: metric.bounds.map(() => 0),
      };
      families.push(() => [
        ...head(metric, 'histogram'),
        ...metric.bounds.map((bound, index) => `${metric.name}_bucket{le="${bound}"} ${seen.within[index] ?? 0}`),
        `${metric.name}_bucket{le="+Inf"} ${seen.count}`,
        `${metric.name}_sum ${seen.sum}`,
        `${metric.name}_count ${seen.count}`,
      ]);
      return {
        observe(value) {
          seen.count += 1;
          seen.sum += value;
          for (const [index, bound] of metric.bounds.entries()) {
            if (value <= bound) seen.within[index] = (seen.within[index] ?? 0) + 1;
          }
        },
      };
    },
    render: () => `${families.flatMap((lines) => lines()).join('\n')}\n`,
  };
}

const head = ({ name, help }: Described, type: string): readonly string[] => [
  `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
  `# TYPE ${name} ${type}`,
];

/** `{verb="Reboot",outcome="done"}`; nothing for a metric without labels. */
function keyOf(labels: readonly Label[], values: readonly string[]): string {
  if (labels.length !== values.length) throw new Error(`${labels.length} labels, but ${values.length} values`);
  if (labels.length === 0) return '';
  const pairs = labels.map((label, index) => {
    const value = values[index] ?? '';
    return `${label.name}="${label.values.includes(value) ? value : 'other'}"`;
  });
  return `{${pairs.join(',')}}`;
}

function combinations(labels: readonly Label[]): readonly string[] {
  let rows: readonly (readonly string[])[] = [[]];
  for (const label of labels) rows = rows.flatMap((row) => label.values.map((value) => [...row, value]));
  return rows.map((row) => keyOf(labels, row));
}
