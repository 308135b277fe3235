import type { Problem } from '../model/problem.ts';

const width = 80;

/** For people and editors: `file:line:column: message`, then the value found and the remedy, in lines of 80 columns. */
export function renderProblem({ file, line, column, message, value, remedy }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [
    ...wrap(`${place}: ${message}`, '', '    '),
    ...(value === undefined ? [] : wrap(`found: ${value}`, '  ', '         ')),
    ...(remedy === undefined ? [] : wrap(`do:    ${remedy}`, '  ', '         ')),
  ].join('\n');
}

/** A workflow command that makes GitHub show the problem beside the line (`::error file=…,line=…::…`). */
export function renderAnnotation({ file, line, column, code, message, value, remedy }: Problem): string {
  const place = [
    `file=${inProperty(file)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
    `title=${inProperty(code)}`,
  ].join(',');
  const text = [
    message,
    ...(value === undefined ? [] : [`found: ${value}`]),
    ...(remedy === undefined ? [] : [remedy]),
  ];
  return `::error ${place}::${inMessage(text.join('\n'))}`;
}

const inMessage = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const inProperty = (text: string): string => inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Breaks at spaces; what has none stays whole, so that a path can be copied. */
function wrap(text: string, first: string, next: string): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = next;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
