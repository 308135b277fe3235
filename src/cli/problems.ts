import { renderAnnotation, renderProblem } from '../manifest/render.ts';
import type { Problem } from '../model/problem.ts';
import { count } from './words.ts';

/** Each once, by file and place. */
export function sortProblems(problems: Iterable<Problem>): readonly Problem[] {
  const once = new Map([...problems].map((problem) => [JSON.stringify(problem), problem]));
  return [...once.values()].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.message, b.message),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const problemsText = (problems: readonly Problem[]): string =>
  `${problems.map(renderProblem).join('\n\n')}\n\n${problemsCount(problems)}\n`;

export const problemsAnnotations = (problems: readonly Problem[]): string =>
  problems.map((problem) => `${renderAnnotation(problem)}\n`).join('');

/** For a pull request. */
export function problemsMarkdown(title: string, problems: readonly Problem[]): string {
  const rows = problems.slice(0, 100).map(({ file, line, message, remedy }) => {
    const place = line === undefined ? file : `${file}:${line}`;
    return `| ${[place, message, remedy ?? ''].map(cell).join(' | ')} |\n`;
  });
  return `### ${title}\n\n${problemsCount(problems)}\n\n| where | problem | what to do |\n| --- | --- | --- |\n${rows.join('')}`;
}

const problemsCount = (problems: readonly Problem[]): string => `${count(problems.length, 'problem')}.`;

/** What people wrote cannot become Markdown, HTML or another cell. */
const cell = (text: string): string => text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]<>|#~]/g, '\\$&');

/** For programs. */
export const problemsJson = (problems: readonly Problem[]): object => ({
  apiVersion: 'nanometal/v1alpha1',
  kind: 'Problems',
  problems,
});
