import { expect, test } from 'vitest';
import { renderAnnotation, renderProblem } from '../../src/manifest/render.ts';
import type { Problem } from '../../src/model/problem.ts';

const problem: Problem = {
  code: 'schema',
  file: 'facilities/ams1/machines/r03/ams1-r03-u12.yaml',
  line: 14,
  column: 22,
  message: '`verb` must be one of Reboot, PowerCycle, Identify, ResetBmc, ClearTasks, Inspect, Erase',
  value: 'Rebot: 100%, now',
  remedy: 'did you mean `Reboot`?',
};

test('text is for people and for editors that jump to file:line:column', () => {
  expect(renderProblem(problem)).toBe(
    [
      'facilities/ams1/machines/r03/ams1-r03-u12.yaml:14:22: `verb` must be one of',
      '    Reboot, PowerCycle, Identify, ResetBmc, ClearTasks, Inspect, Erase',
      '  found: Rebot: 100%, now',
      '  do:    did you mean `Reboot`?',
    ].join('\n'),
  );
  expect(renderProblem({ code: 'tree-empty', file: 'fleet.yaml', message: 'this file is missing' })).toBe(
    'fleet.yaml: this file is missing',
  );
});

test('annotations are one line that GitHub reads back', () => {
  expect(renderAnnotation(problem)).toBe(
    '::error file=facilities/ams1/machines/r03/ams1-r03-u12.yaml,line=14,col=22,title=schema::`verb` must be one of Reboot, PowerCycle, Identify, ResetBmc, ClearTasks, Inspect, Erase%0Afound: Rebot: 100%25, now%0Adid you mean `Reboot`?',
  );
  expect(renderAnnotation({ code: 'schema', file: 'a,b:c', message: '::error::x' })).toBe(
    '::error file=a%2Cb%3Ac,title=schema::::error::x',
  );
});
