import type { ClusterPlan, ClusterStep } from '../model/cluster-plan.ts';
import { never } from '../model/never.ts';
import { plain } from '../model/plain.ts';

/** Said with every plan of a cluster, as long as it is so. */
export const notCarriedOut =
  'This version plans clusters and carries nothing of it out: no machine is installed, drained or removed because of this.';

/** The clusters as a person reads them, in lines of at most 80 columns where words allow; empty where there is none. */
export function renderClusters(plans: readonly ClusterPlan[]): string {
  if (plans.length === 0) return '';
  const lines = ['Clusters', ...wrap(notCarriedOut, ''), ''];
  for (const plan of plans) {
    lines.push(titleOf(plan), ...unseenOf(plan).flatMap((text) => wrap(text, '  ')));
    plan.steps.forEach((step, i) => {
      lines.push(`  ${step.waits ? '=' : '+'} ${i + 1}. ${step.machine}  ${sentence(step)}`);
      lines.push(...wrap(step.because, '       '));
      if (step.waits) lines.push(...wrap(`waits, ${step.waits.reason}: ${step.waits.message}`, '       '));
    });
    lines.push('');
  }
  return lines.join('\n');
}

/** The same for a pull request. */
export function renderClustersMarkdown(plans: readonly ClusterPlan[]): string {
  if (plans.length === 0) return '';
  const lines = ['### Clusters', '', `**${notCarriedOut}**`, ''];
  for (const plan of plans) {
    lines.push(titleOf(plan), ...unseenOf(plan).map((text) => `${plain(text)}`), '');
    if (plan.steps.length === 0) continue;
    lines.push('| | machine | step | why | waits for |', '| --- | --- | --- | --- | --- |');
    plan.steps.forEach((step, i) => {
      const waits = step.waits ? `${step.waits.reason}: ${step.waits.message}` : '';
      lines.push(`| ${[String(i + 1), step.machine, sentence(step), step.because, waits].map(plain).join(' | ')} |`);
    });
    lines.push('');
  }
  return lines.join('\n');
}

/** The same for programs. */
export const clustersJson = (plans: readonly ClusterPlan[]): readonly object[] =>
  plans.map((plan) => ({ ...plan, carriedOut: false }));

function titleOf({ cluster, controlPlane, workers, steps, unseen }: ClusterPlan): string {
  const waits = steps.filter((step) => step.waits).length;
  const what = `${count(controlPlane, 'control-plane member')} and ${count(workers, 'worker')}`;
  const none = unseen.length > 0 ? 'nothing is planned' : 'as declared';
  const next = steps.length === 0 ? none : `${count(steps.length, 'step')}, ${waits} of them waiting`;
  return `${cluster}, ${what}: ${next}`;
}

function unseenOf({ unseen }: ClusterPlan): readonly string[] {
  if (unseen.length === 0) return [];
  const shown = unseen.slice(0, 10).join(', ');
  const more = unseen.length > 10 ? ` and ${unseen.length - 10} more` : '';
  return [`Whether they have joined is not known, so nothing is planned for ${shown}${more}.`];
}

export function sentence({ verb, duty }: Pick<ClusterStep, 'verb' | 'duty'>): string {
  const what = duty === 'worker' ? 'worker' : 'control-plane member';
  switch (verb) {
    case 'init':
      return 'begin the cluster';
    case 'join':
      return `join as ${what}`;
    case 'drain':
      return `drain the ${what}`;
    case 'leave':
      return `remove the ${what}`;
    default:
      return never(verb);
  }
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

function wrap(text: string, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of plain(text).split(/\s+/)) {
    if (line !== indent && line.length + word.length + 1 > 80) {
      lines.push(line);
      line = indent;
    }
    line += line === indent ? word : ` ${word}`;
  }
  return [...lines, line];
}
