import { placeOf, readBmcAddress } from '../manifest/bmc-address.ts';
import type { Range } from '../manifest/ip.ts';
import { contains } from '../manifest/ip.ts';
import { didYouMean } from '../manifest/nearest.ts';
import { shown } from '../manifest/printable.ts';
import { sweepMax } from '../manifest/sweep-range.ts';
import type { Listed, Target } from '../model/discovery.ts';
import { namePattern } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { type CsvRecord, readCsv } from './csv.ts';

/** Of a list of addresses; a row is some hundred of them at most. */
export const listBytesMax = 16 * 1024 * 1024;
const problemsMax = 100;

const columns = ['address', 'name', 'rack', 'unit', 'credentials'] as const;
type Column = (typeof columns)[number];
type Row = Readonly<Partial<Record<Column, string>>>;

/**
 * `address, name, rack, unit, credentials` in any order, under a header that names them; only `address` must be there.
 * What a spreadsheet would take for a formula is text like any other, and no name or address begins like one.
 */
export function readAddressList(
  file: string,
  bytes: Uint8Array,
  bmcRanges: readonly Range[],
): Result<readonly Target[], readonly Problem[]> {
  const wrong = (message: string, line?: number, remedy?: string): Problem => ({
    code: 'schema',
    file,
    ...(line === undefined ? {} : { line }),
    message,
    ...(remedy === undefined ? {} : { remedy }),
  });
  if (bytes.length > listBytesMax) return fail([wrong(`the list has ${bytes.length} bytes, at most ${listBytesMax}`)]);
  const text = decode(bytes);
  if (text === null) return fail([wrong('the list is not UTF-8', 1, 'save it as CSV UTF-8')]);
  const read = readCsv(text, sweepMax + 1);
  if ('message' in read) return fail([wrong(read.message, read.line)]);
  const [header, ...records] = read;
  if (header === undefined) return fail([wrong('the list is empty', 1, `begin it with: ${columns.join(',')}`)]);
  const order = readHeader(header);
  if (!order.ok) return fail(order.error.map(({ message, remedy }) => wrong(message, header.line, remedy)));
  const problems: Problem[] = [];
  const targets: Target[] = [];
  const seen = new Map<string, number>();
  for (const record of records) {
    const target = readRow(record, order.value, bmcRanges);
    if (!target.ok) problems.push(...target.error.map(({ message, remedy }) => wrong(message, record.line, remedy)));
    else {
      const place = placeOf(target.value.address);
      const first = seen.get(place);
      if (first === undefined) seen.set(place, record.line);
      else problems.push(wrong(`this address is also that of line ${first}`, record.line, 'leave one of them out'));
      targets.push(target.value);
    }
    if (problems.length >= problemsMax) return fail([...problems, wrong('and perhaps more; mend those above first')]);
  }
  if (problems.length > 0) return fail(problems);
  return targets.length > 0 ? ok(targets) : fail([wrong('the list holds no address', header.line)]);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

type Wrong = { readonly message: string; readonly remedy?: string };
const isColumn = (word: string): word is Column => columns.some((column) => column === word);

function readHeader({ cells }: CsvRecord): Result<readonly Column[], readonly Wrong[]> {
  const words = cells.map((cell) => cell.trim().toLowerCase());
  const known = words.filter(isColumn);
  const wrong: Wrong[] = words
    .filter((word) => !isColumn(word))
    .map((word) => ({
      message: `there is no column \`${shown(word)}\``,
      remedy: `the columns are ${columns.join(', ')}`,
      ...didYouMean(word, columns),
    }));
  const twice = known.find((word, i) => known.indexOf(word) !== i);
  if (twice !== undefined) wrong.push({ message: `the column \`${twice}\` is there twice` });
  if (wrong.length === 0 && !known.includes('address')) {
    wrong.push({ message: 'the column `address` is missing', remedy: `begin the list with: ${columns.join(',')}` });
  }
  return wrong.length > 0 ? fail(wrong) : ok(known);
}

function readRow(
  { line, cells }: CsvRecord,
  order: readonly Column[],
  bmcRanges: readonly Range[],
): Result<Target, readonly Wrong[]> {
  if (cells.length !== order.length) {
    return fail([
      { message: `${cells.length} cells under ${order.length} columns`, remedy: 'give each row all of them' },
    ]);
  }
  const row: Row = Object.fromEntries(
    order.flatMap((column, i) => {
      const cell = cells[i]?.trim() ?? '';
      return cell === '' ? [] : [[column, cell]];
    }),
  );
  const address = readAddress(row.address ?? '', bmcRanges);
  const unit = row.unit === undefined ? undefined : Number(row.unit);
  const wrong: Wrong[] = [
    ...(address.ok ? [] : [address.error]),
    ...(['name', 'rack', 'credentials'] as const).flatMap((column) => badName(column, row[column])),
    ...(unit === undefined || (Number.isInteger(unit) && unit >= 1 && unit <= 100)
      ? []
      : [{ message: `unit must be a whole number from 1 to 100, not \`${shown(row.unit ?? '')}\`` }]),
  ];
  if (!address.ok || wrong.length > 0) return fail(wrong);
  const { name, rack, credentials } = row;
  const listed: Listed = {
    line,
    ...(name === undefined ? {} : { name }),
    ...(rack === undefined ? {} : { rack }),
    ...(unit === undefined ? {} : { unit }),
    ...(credentials === undefined ? {} : { credentials }),
  };
  return ok({ address: address.value, listed });
}

function badName(column: Column, value: string | undefined): readonly Wrong[] {
  if (value === undefined || namePattern.test(value)) return [];
  const remedy = 'expected 1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end';
  return [{ message: `\`${shown(value)}\` is no ${column}`, remedy }];
}

/** `10.1.3.12`, `10.1.3.12:8443`, `[fd00::5]`, `fd00::5`, a name, or any of them behind `https://`. */
function readAddress(text: string, bmcRanges: readonly Range[]): Result<string, Wrong> {
  const explicit = /^https?:\/\//i.test(text);
  const host = /^[0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(text) ? `[${text}]` : text;
  const read = readBmcAddress(explicit ? text : `https://${host}`);
  if (read === null) {
    const remedy = 'expected an address such as 10.1.3.12, 10.1.3.12:8443, fd00::5 or https://bmc1.example.net';
    return fail({ message: text === '' ? 'the address is missing' : `\`${shown(text)}\` is no address`, remedy });
  }
  const { ip } = read;
  if (ip !== undefined && !bmcRanges.some((range) => contains(range, ip))) {
    const remedy = 'correct it, or add its range to `ranges.bmc` in facility.yaml';
    return fail({ message: `\`${shown(text)}\` is outside the BMC ranges of the facility`, remedy });
  }
  const usual = read.scheme === 'https' ? 443 : 80;
  const place = `${read.host}${read.port === usual ? '' : `:${read.port}`}`;
  return ok(explicit ? `${read.scheme}://${place}` : place);
}
