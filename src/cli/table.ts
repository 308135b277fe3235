const columnsMax = 80;
const gap = 2;
/** What the last column keeps when the others take it all. */
const lastLeast = 16;

/** Columns under headings, at most 80 wide where the other columns leave room: the last one is cut, it is for people. */
export function renderTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + gap, 0);
  const room = Math.max(lastLeast, columnsMax - before);
  const lines = all.map((row) =>
    row
      .map((cell, column) =>
        column === headings.length - 1 ? cut(cell, room) : cell.padEnd((widths[column] ?? 0) + gap),
      )
      .join('')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

const cut = (text: string, width: number): string => (text.length <= width ? text : `${text.slice(0, width - 1)}…`);
