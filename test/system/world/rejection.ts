import { expect } from 'vitest';
import type { Ended } from './children.ts';
import type { Adapter, TestFacility } from './facility.ts';
import { tellUse } from './laws.ts';

/** Bounds of the issue, for every bad input. */
const peakMiBMax = 300;

export interface Complaint {
  readonly reason: 'Invalid' | 'Rewritten' | 'Missing' | 'Unreadable';
  readonly file?: string;
  readonly line?: boolean;
  readonly message?: RegExp;
}

interface Told {
  readonly file?: string;
  readonly line?: number;
  readonly message: string;
}

/**
 * One run over a head that is not to be acted upon: nothing is sent, status keeps the last accepted commit and says what
 * is wrong with this one, and the process stays small.
 */
export async function expectRejected(
  facility: TestFacility,
  git: Adapter,
  what: string,
  accepted: string,
  complaint: Complaint,
): Promise<Ended> {
  const { repo, sim } = facility;
  const head = repo.head('main');
  const mutations = sim.mutations().length;
  const ended = await facility.once({ git });
  tellUse(what, ended.measured);
  expect(ended.code, ended.stderr).toBe(4);
  expect(ended.measured?.peakMiB).toBeLessThanOrEqual(peakMiBMax);
  expect(sim.mutations()).toHaveLength(mutations);
  const status = Object(facility.status('facility.json'));
  expect(status.accepted).toBe(accepted);
  expect(status.rejected).toMatchObject({ commit: head, reason: complaint.reason });
  const problems: readonly Told[] = status.rejected.problems;
  if (complaint.file !== undefined) {
    const told = problems.find(({ file }) => file === complaint.file);
    expect(told, JSON.stringify(problems)).toBeDefined();
    if (complaint.line) expect(told?.line, JSON.stringify(told)).toBeGreaterThan(0);
  }
  if (complaint.message)
    expect([status.rejected.message, ...problems.map(({ message }) => message)].join('\n')).toMatch(complaint.message);
  const { file, line, message } = problems[0] ?? { message: status.rejected.message };
  process.stdout.write(
    `      ${file ? `${JSON.stringify(file)}${line ? `:${line}` : ''}: ` : ''}${message.slice(0, 160)}\n`,
  );
  return ended;
}

/** A good commit on top of whatever there is: it is accepted at once, and nothing is left of the complaint. */
export async function expectAccepted(facility: TestFacility, git: Adapter, head: string): Promise<void> {
  const mutations = facility.sim.mutations().length;
  const ended = await facility.once({ git });
  expect(ended.code, ended.stderr).toBe(0);
  const status = Object(facility.status('facility.json'));
  expect(status.accepted).toBe(head);
  expect(status.rejected).toBeUndefined();
  expect(facility.sim.mutations()).toHaveLength(mutations);
}
