import { plain } from '../model/plain.ts';
import type { MachineStatus, Status } from '../model/status.ts';

/** Rows of a table before the rest is only counted: Git hosts stop rendering long pages. */
const rowsMax = 200;

/** STATUS.md: the facility at a glance, as any Git host shows it. Of the status alone, so that it changes only with it. */
export function renderStatusPage(status: Status): string {
  const machines = [...status.machines.values()].filter((machine) => machine.phase !== 'Unmanaged');
  const has = (machine: MachineStatus, type: string): boolean =>
    machine.conditions.some((c) => c.type === type && c.status === 'True');
  const open = [...status.memory.machines].flatMap(([name, known]) =>
    known.open ? [[name, known.open] as const] : [],
  );
  const lines = [`# ${status.memory.facility}`, ''];
  lines.push(
    `${machines.length} machines, ${machines.filter((m) => has(m, 'Reachable')).length} reachable, ` +
      `${machines.filter((m) => has(m, 'AsDeclared')).length} as declared, ${open.length} under way, ${status.holds.length} held.`,
    '',
    status.memory.accepted ? `Acting on \`${status.memory.accepted.slice(0, 12)}\`.` : 'No commit is accepted yet.',
    '',
  );
  const { rejected } = status;
  if (rejected) {
    lines.push(
      `**Not acting on ${rejected.commit ? `\`${rejected.commit.slice(0, 12)}\`` : 'the newest state'}**: ${plain(rejected.message)}`,
      '',
    );
    for (const problem of rejected.problems.slice(0, 20)) {
      const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
      lines.push(`- \`${plain(place)}\` ${plain(problem.message)}`);
    }
    if (rejected.problems.length > 0) lines.push('');
  }
  if (open.length > 0) {
    lines.push('## Under way', '', '| machine | verb | request |', '| --- | --- | --- |');
    for (const [name, intent] of open.slice(0, rowsMax))
      lines.push(`| ${name} | ${intent.args.verb} | ${intent.request} |`);
    lines.push(...rest(open.length), '');
  }
  if (status.holds.length > 0) {
    lines.push('## Held', '', '| machine | verb | reason | why |', '| --- | --- | --- | --- |');
    for (const hold of status.holds.slice(0, rowsMax)) {
      lines.push(`| ${hold.machine} | ${hold.verb} | ${hold.reason} | ${plain(hold.message)} |`);
    }
    lines.push(...rest(status.holds.length), '');
  }
  lines.push(...componentLines(status), ...clusterLines(status));
  lines.push('## Machines', '', '| rack | machine | power | phase | note |', '| --- | --- | --- | --- | --- |');
  for (const machine of machines.slice(0, rowsMax)) {
    const note = machine.conditions.find(
      (c) => c.status === 'False' || (c.status === 'Unknown' && c.type === 'Reachable'),
    );
    const phase = [machine.phase, ...machine.overlays].join(', ');
    lines.push(
      `| ${machine.rack} | ${machine.name} | ${machine.observed?.power ?? 'Unknown'} | ${phase} | ${note ? plain(`${note.type}: ${note.reason}`) : ''} |`,
    );
  }
  lines.push(...rest(machines.length), '');
  return lines.join('\n');
}

const rest = (count: number): readonly string[] => (count > rowsMax ? ['', `… and ${count - rowsMax} more.`] : []);

function componentLines({ memory, components }: Status): readonly string[] {
  const rows = [...(components ?? [])].flatMap(([name, hosts]) =>
    [...hosts].map(([host, conditions]) => {
      const known = memory.components?.get(name)?.get(host);
      const health = conditions.find(({ type }) => type === 'Healthy');
      const word = health?.status === 'True' ? health.reason : (health?.reason ?? 'Unknown');
      const note =
        conditions.find(({ type, status }) => type === 'AsDeclared' && status === 'False') ??
        (health?.status === 'True' ? undefined : health);
      const said = note ? plain(`${note.reason}${note.message ? `: ${note.message}` : ''}`) : '';
      return `| ${name} | ${host} | ${plain(known?.healthy?.version ?? '')} | ${word} | ${said} |`;
    }),
  );
  if (rows.length === 0) return [];
  const title = [
    '## Control plane',
    '',
    '| component | host | version | health | note |',
    '| --- | --- | --- | --- | --- |',
  ];
  return [...title, ...rows.slice(0, rowsMax), ...rest(rows.length), ''];
}

function clusterLines({ memory, clusters }: Status): readonly string[] {
  const managed = Object.entries(memory.clusters ?? {}).filter(([, known]) => known.managed);
  if (managed.length === 0) return [];
  const rows = managed.slice(0, rowsMax).map(([name, { members }]) => {
    const joined = Object.values(members).filter(({ state }) => state === 'joined').length;
    const note = clusters?.get(name)?.find((c) => c.status !== 'True');
    return `| ${name} | ${joined} of ${Object.keys(members).length} | ${note ? plain(`${note.type}: ${note.reason}`) : ''} |`;
  });
  const title = ['## Clusters', '', '| cluster | joined | note |', '| --- | --- | --- |'];
  return [...title, ...rows, ...rest(managed.length), ''];
}
