import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { openMetrics } from '../../src/adapters/events/metrics.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const rules: {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[];
} = parse(read('deploy/prometheus/rules.yaml'));
const alerts = rules.groups.flatMap((group) => group.rules);

it('every alert asks for series that there are, with labels that they have', () => {
  const rendered = openMetrics({ now: () => 0, monotonic: () => 0 }).render();
  const names = new Set([...rendered.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
  for (const { alert, expr } of alerts) {
    const asked = [...expr.matchAll(/\bnanometal_\w+/g)].map(([name]) => name);
    for (const name of asked) expect(names, `${alert} asks for ${name}`).toContain(name);
    for (const [, name, label] of expr.matchAll(/\b(nanometal_\w+)\{(\w+)=/g)) {
      const known = new RegExp(`^${name}\\{(?:\\w+="[^"]*",)*${label}="`, 'm').test(rendered);
      // Counters with labels are silent until something is counted.
      expect(known || label === 'outcome', `${alert} asks for ${name} by ${label}`).toBe(true);
    }
  }
});

it('every alert is tried, and told about in the manual', () => {
  const tried = read('deploy/prometheus/rules.test.yaml');
  const manual = read('docs/operate.md');
  for (const { alert } of alerts) {
    expect(tried, alert).toMatch(new RegExp(`alertname: ${alert}\\n +exp_alerts:\\n +- exp_labels`));
    expect(manual).toContain(`\`${alert}\``);
  }
});
