import type { ReleaseStep } from '../model/component.ts';
import { never } from '../model/never.ts';
import { plain } from '../model/plain.ts';

/** Nothing where the control plane is as declared. */
export function renderComponents(steps: readonly ReleaseStep[]): string {
  if (steps.length === 0) return '';
  return `Control plane:\n${steps.map((step) => `  ${signOf(step)} ${step.component} on ${step.host}  ${words(step)}\n`).join('')}`;
}

export function renderComponentsMarkdown(steps: readonly ReleaseStep[]): string {
  if (steps.length === 0) return '';
  const lines = steps.map((step) => `- \`${step.component}\` on \`${step.host}\`: ${plain(words(step))}\n`);
  return `**Control plane**\n\n${lines.join('')}`;
}

const signOf = ({ kind }: ReleaseStep): string => (kind === 'apply' ? '+' : '=');

function words(step: ReleaseStep): string {
  switch (step.kind) {
    case 'apply':
      if (step.to === null) return `remove ${step.from ?? 'what may be there'}`;
      if (step.from === null) return `install ${step.to}`;
      return step.from === step.to ? `apply ${step.to}, changed` : `upgrade ${step.from} → ${step.to}`;
    case 'failed':
      return `${step.to ?? 'removal'} did not get healthy: ${step.message}; commit what mends it`;
    case 'undeclared':
      return `${step.from} is no longer declared, and stays; absent: true removes it`;
    default:
      return never(step);
  }
}
