import { planJson, renderPlan, renderPlanMarkdown, sentence } from '../diff/render.ts';
import { clustersJson, renderClusters, renderClustersMarkdown } from '../diff/render-clusters.ts';
import { renderComponents, renderComponentsMarkdown } from '../diff/render-components.ts';
import type { ClusterPlan } from '../model/cluster-plan.ts';
import type { ReleaseStep } from '../model/component.ts';
import type { MachineMemory } from '../model/memory.ts';
import type { FacilityName, Instant, MachineName } from '../model/names.ts';
import type { Plan } from '../model/plan.ts';
import type { StatusReading } from './read-status.ts';
import type { NamedCommit } from './revision.ts';
import type { Tint } from './terminal.ts';
import { count, instant, short, wrap } from './words.ts';

/** What a revision would do, and on what that judgement rests. */
export interface Foreseen {
  readonly facility: FacilityName;
  readonly head: NamedCommit;
  readonly base: NamedCommit | null;
  /** Null: no reconciler has written anything yet. */
  readonly status: StatusReading | null;
  readonly now: Instant;
  readonly plan: Plan;
  readonly clusters: readonly ClusterPlan[];
  readonly components: readonly ReleaseStep[];
}

export function planText(foreseen: Foreseen): string {
  const { plan, status } = foreseen;
  const text = renderPlan(plan, `${titleOf(foreseen)}\n${wrap(groundsOf(foreseen), '')}`);
  const open = openOf(status);
  const lines = open.map(([machine, verb, request]) => `> ${machine}  ${verb} (${request})\n`);
  const underWay = open.length === 0 ? '' : `\nUnder way, and not planned anew:\n${lines.join('')}`;
  const clusters = renderClusters(foreseen.clusters);
  const components = renderComponents(foreseen.components);
  const more = [components, clusters].filter((part) => part !== '').map((part) => `\n${part.trimEnd()}\n`);
  return `${text}${underWay}${more.join('')}`;
}

/** `!` disturbs what runs, `=` is held or waits, `>` is under way, `+` is the next step of a cluster. */
export const tintPlan: Tint = (line) =>
  line.startsWith('! ') ? 'yellow' : /^(~| {2}\+) /.test(line) ? 'green' : /^(>|(?: {2})?=) /.test(line) ? 'dim' : null;

/** GitHub takes comments of up to 65,535 characters, and other forges not much more. */
const markdownMax = 60_000;

export function planMarkdown(foreseen: Foreseen): string {
  const { facility, plan, status } = foreseen;
  const open = openOf(status).map(([machine, verb, request]) => `- \`${machine}\` ${verb} (\`${request}\`)\n`);
  const foot = `\n${open.length > 0 ? `Under way, and not planned anew:\n\n${open.slice(0, 50).join('')}\n` : ''}_${groundsOf(foreseen)}_\n`;
  const clusters = renderClustersMarkdown(foreseen.clusters);
  const components = renderComponentsMarkdown(foreseen.components);
  const more = [components, clusters].filter((part) => part !== '').map((part) => `\n${part}`);
  const body = `${renderPlanMarkdown(plan, titleOf(foreseen))}${more.join('')}`;
  const room = markdownMax - foot.length;
  if (body.length <= room) return `${body}${foot}`;
  const shown = body.slice(0, body.lastIndexOf('\n', room) + 1);
  const left = body.slice(shown.length).trimEnd().split('\n').length;
  return `${shown}\n… and ${count(left, 'more line')}: \`nanometal plan -f ${facility}\` shows all of it.\n${foot}`;
}

export const planAsJson = (foreseen: Foreseen): object => {
  const { facility, head, base, status, now, plan, clusters, components } = foreseen;
  return {
    apiVersion: 'nanometal/v1alpha1',
    kind: 'ForeseenPlan',
    facility,
    head: head.commit.id,
    base: base?.commit.id ?? null,
    status: status && { commit: status.commit.id, at: instant(status.commit.at) },
    now: instant(now),
    ...planJson(plan),
    clusters: clustersJson(clusters),
    components,
    underWay: openOf(status).map(([machine, , request, verb]) => ({ machine, verb, request })),
  };
};

function titleOf({ facility, head, base }: Foreseen): string {
  const named = ({ name, commit }: NamedCommit): string =>
    commit.id.startsWith(name) ? short(commit.id) : `${name} (${short(commit.id)})`;
  return `Plan for ${facility}: ${base ? `what ${named(head)} adds to ${named(base)}` : named(head)}`;
}

function groundsOf({ status, now }: Foreseen): string {
  if (status === null) {
    return 'No status is committed yet: nothing is known of the hardware, and what is declared is taken as so.';
  }
  const at = status.commit.at === now ? '' : `, for ${instant(now)}`;
  return `As of status commit ${short(status.commit.id)} (${instant(status.commit.at)})${at}.`;
}

type OpenLine = readonly [machine: MachineName, what: string, request: string, verb: string];

const openOf = (status: StatusReading | null): readonly OpenLine[] =>
  [...(status?.status.memory.machines ?? [])].flatMap(([name, { open }]: [MachineName, MachineMemory]) =>
    open ? [[name, sentence(open.args), open.request, open.args.verb] as const] : [],
  );
