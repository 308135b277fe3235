import { never } from '../model/never.ts';
import { plain } from '../model/plain.ts';
import type { Action, Arguments, Hold, Plan } from '../model/plan.ts';
import { type Impact, impactOf } from '../model/verb.ts';

/** `~` changes nothing that runs, `!` disturbs what runs, `=` is held, `≠` differs on a machine that is only looked at. */
const sign: Readonly<Record<Impact, string>> = { none: '~', reboot: '!', off: '!', erase: '!' };

const byWeight: readonly Impact[] = ['none', 'reboot', 'off', 'erase'];

/** Of the worst that will follow: a CD is inserted for what is done next. */
function impactOfAll(
  { later }: Plan,
  { machine, request, args }: Pick<Action, 'machine' | 'request' | 'args'>,
): Impact {
  const then = later.filter((step) => step.machine === machine && step.request === request);
  const weights = [args, ...then.map((step) => step.args)].map(({ verb }) => byWeight.indexOf(impactOf[verb]));
  return byWeight[Math.max(...weights)] ?? 'none';
}

/** The plan as a person reads it, in lines of at most 80 columns where words allow. */
export function renderPlan(plan: Plan, title: string): string {
  const lines = [title, ''];
  const width = Math.max(
    0,
    ...[...plan.actions, ...plan.later, ...plan.holds, ...plan.differences].map((step) => step.machine.length),
  );
  for (const action of plan.actions) {
    lines.push(
      ...wrap(
        `${sign[impactOfAll(plan, action)]} ${action.machine.padEnd(width)}  ${sentence(action.args)}`,
        action.because,
        width,
      ),
    );
    for (const then of plan.later.filter((step) => step.machine === action.machine)) {
      lines.push(`  ${' '.repeat(width + 2)}  then ${sentence(then.args)}`);
    }
  }
  for (const hold of plan.holds) {
    lines.push(...wrap(`= ${hold.machine.padEnd(width)}  ${hold.verb} held: ${hold.reason}`, hold.message, width));
  }
  for (const { machine, management, field, message } of plan.differences) {
    lines.push(...wrap(`≠ ${machine.padEnd(width)}  ${management}: ${field}`, message, width));
  }
  if (plan.actions.length + plan.holds.length + plan.differences.length > 0) lines.push('');
  lines.push(countLine(plan));
  return `${lines.join('\n')}\n`;
}

/** The same for a pull request. */
export function renderPlanMarkdown(plan: Plan, title: string): string {
  const lines = [`### ${title}`, '', countLine(plan), ''];
  const row = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  if (plan.actions.length > 0) {
    lines.push('| | machine | action | why |', '| --- | --- | --- | --- |');
    for (const action of plan.actions) {
      const then = plan.later.filter((step) => step.machine === action.machine).map((step) => sentence(step.args));
      const what = [sentence(action.args), ...then].join(', then ');
      lines.push(row([sign[impactOfAll(plan, action)], action.machine, what, action.because]));
    }
    lines.push('');
  }
  if (plan.holds.length > 0) {
    lines.push('| held | verb | reason | why |', '| --- | --- | --- | --- |');
    for (const hold of plan.holds) lines.push(row([hold.machine, hold.verb, hold.reason, hold.message]));
    lines.push('');
  }
  if (plan.differences.length > 0) {
    lines.push('| only looked at | in | differs in | how |', '| --- | --- | --- | --- |');
    for (const { machine, management, field, message } of plan.differences)
      lines.push(row([machine, management, field, message]));
    lines.push('');
  }
  return lines.join('\n');
}

/** The same for programs; keys in the order of reading, no time in it. */
export const planJson = (plan: Plan): object => ({
  commit: plan.commit,
  actions: plan.actions.map(({ kind: _, patienceMs: __, ...action }: Action) => ({
    ...action,
    impact: impactOfAll(plan, action),
  })),
  later: plan.later,
  holds: plan.holds.map(({ kind: _, settling: __, until, ...hold }: Hold) => ({
    ...hold,
    ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
  })),
  differences: plan.differences,
});

function countLine(plan: Plan): string {
  const disruptive = plan.actions.filter((action) => impactOfAll(plan, action) !== 'none').length;
  const machines = new Set(plan.differences.map(({ machine }) => machine)).size;
  const differ =
    machines === 0 ? '' : ` ${count(plan.differences.length, 'difference')} on ${count(machines, 'machine')}.`;
  if (plan.actions.length === 0 && plan.holds.length === 0) return `Nothing to start, nothing held.${differ}`;
  return `${count(plan.actions.length, 'action')} to start now (${disruptive} disruptive), ${plan.holds.length} held.${differ}`;
}

export function sentence(args: Arguments): string {
  switch (args.verb) {
    case 'PowerOn':
      return 'power on';
    case 'PowerOff':
      return args.force ? 'cut the power' : 'shut down';
    case 'Reboot':
      return 'reboot';
    case 'PowerCycle':
      return 'power cycle';
    case 'Identify':
      return `identify: light ${args.indicator}`;
    case 'SetBootOnce':
      return `boot once from ${args.target}`;
    case 'SetBios':
      return `set BIOS ${Object.keys(args.attributes).sort().join(', ')}`;
    case 'ResetBmc':
      return 'reset the BMC';
    case 'ClearTasks':
      return 'clear the task queue';
    case 'RotateCredentials':
      return `set a new password for ${args.username}`;
    case 'InsertMedia':
      return 'insert our CD';
    case 'EjectMedia':
      return 'eject our CD';
    case 'Inspect':
      return 'inspect from inside';
    case 'Install':
      return args.disk === undefined
        ? `run ${args.image} from memory`
        : `install ${args.image} on disk ${args.disk.value}`;
    case 'Erase':
      return `erase ${args.disks.map(({ value }) => value).join(', ')}`;
    default:
      return never(args);
  }
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

function wrap(head: string, text: string, width: number): readonly string[] {
  const indent = ' '.repeat(Math.min(width + 6, 24));
  const lines: string[] = [];
  let line = indent;
  for (const word of plain(text).split(/\s+/)) {
    if (line.trim() !== '' && line.length + word.length + 1 > 80) {
      lines.push(line);
      line = indent;
    }
    line += line.trim() === '' ? word : ` ${word}`;
  }
  return [head, ...lines, line];
}
