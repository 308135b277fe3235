import { diskStates, failureReasons, type Receipt, type Report } from '../model/boot.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { digestPattern, isBoot } from './caller.ts';
import { allOf, firstOf, readLines, readWords } from './lines.ts';

const receiptsMax = 256;
const messageMax = 500;
const states: readonly Report['state'][] = ['working', 'done', 'failed'];

/** Body of `report`. A reason that is not on the list becomes part of the message: that it failed is what counts. */
export function readReport(text: string): Result<Report, string> {
  const read = readLines(text);
  if (!read.ok) return read;
  const lines = read.value;
  const grant = firstOf(lines, 'grant') ?? '';
  const boot = firstOf(lines, 'boot') ?? '';
  const state = states.find((known) => known === firstOf(lines, 'state'));
  if (!digestPattern.test(grant)) return fail('no grant');
  if (!isBoot(boot)) return fail('no boot id');
  if (state === undefined) return fail('no state');
  const told = firstOf(lines, 'reason');
  const reason = failureReasons.find((known) => known === told);
  const unknown = told === undefined || reason !== undefined ? '' : `${told}: `;
  const message = `${unknown}${firstOf(lines, 'message') ?? ''}`.slice(0, messageMax);
  const percent = firstOf(lines, 'percent') ?? '';
  const disk = diskStates.find((known) => known === firstOf(lines, 'disk'));
  return ok({
    grant,
    boot,
    state,
    ...textOf(lines, 'step', 32),
    ...(/^(?:100|[1-9]?[0-9])$/.test(percent) ? { percent: Number(percent) } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(message === '' ? {} : { message }),
    ...(disk === undefined ? {} : { disk }),
    ...textOf(lines, 'evidence', messageMax),
    receipts: allOf(lines, 'receipt').slice(0, receiptsMax).flatMap(readReceipt),
  });
}

function textOf<K extends 'step' | 'evidence'>(
  lines: Parameters<typeof firstOf>[0],
  key: K,
  max: number,
): { readonly step?: string; readonly evidence?: string } {
  const value = firstOf(lines, key);
  return value === undefined ? {} : { [key]: value.slice(0, max) };
}

function readReceipt(text: string): readonly Receipt[] {
  const { words, fields } = readWords(text);
  const [disk] = words;
  const method = fields.get('method');
  if (disk === undefined || method === undefined) return [];
  const short = (value: string | undefined): string => (value ?? '').slice(0, messageMax);
  return [
    { disk, method: short(method), answer: short(fields.get('answer')), verified: short(fields.get('verified')) },
  ];
}
