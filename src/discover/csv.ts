/** One record of a CSV text and the line on which it begins, 1-based. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvFault = { readonly line: number; readonly message: string };

/** Cells and quotes as RFC 4180 has them; line ends may be CRLF or LF, empty lines are left out, a BOM is no text. */
export function readCsv(text: string, recordsMax: number): readonly CsvRecord[] | CsvFault {
  const records: CsvRecord[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const began = line;
    const cells: string[] = [];
    for (;;) {
      const cell = text[at] === '"' ? quoted(text, at) : bare(text, at);
      if (cell === null) return { line: began, message: 'a quote that is opened here is never closed' };
      if (cell.fault) return { line, message: 'a quote in the middle of a cell; put the whole cell in quotes' };
      cells.push(cell.value);
      line += cell.value.split('\n').length - 1;
      at = cell.end;
      if (text[at] !== ',') break;
      at++;
    }
    if (text[at] === '\r') at++;
    if (at < text.length && text[at] !== '\n') return { line, message: 'a carriage return that ends no line' };
    at++;
    line++;
    if (cells.length === 1 && cells[0]?.trim() === '') continue;
    if (records.length >= recordsMax) {
      const more = text.slice(at).split('\n').length;
      return { line: began, message: `more than ${recordsMax} rows: about ${records.length + more} in all` };
    }
    records.push({ line: began, cells });
  }
  return records;
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly fault: boolean;
}

function bare(text: string, at: number): Cell {
  let end = at;
  while (end < text.length && !',\r\n'.includes(text.charAt(end))) end++;
  const value = text.slice(at, end);
  return { value, end, fault: value.includes('"') };
}

function quoted(text: string, at: number): Cell | null {
  let value = '';
  for (let from = at + 1; ; ) {
    const end = text.indexOf('"', from);
    if (end < 0) return null;
    value += text.slice(from, end);
    if (text[end + 1] !== '"') {
      const next = text[end + 1];
      return { value, end: end + 1, fault: next !== undefined && !',\r\n'.includes(next) };
    }
    value += '"';
    from = end + 2;
  }
}
