import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRefusal } from '../../src/redfish/refusal.ts';

const as = (body: unknown): Uint8Array =>
  new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
const read = (body: unknown, conceal = (words: string) => words) => readRefusal(400, as(body), conceal);

const info = { MessageId: 'Base.1.8.PropertyUnknown', Message: 'The property X is not known.' };

describe('what a service says when it says no', () => {
  test.each([
    ['a list inside error', { error: { code: 'Base.1.8.GeneralError', '@Message.ExtendedInfo': [info] } }],
    ['a single object', { error: { code: 'Base.1.8.GeneralError', '@Message.ExtendedInfo': info } }],
    ['beside error', { '@Message.ExtendedInfo': [info], code: 'Base.1.8.GeneralError' }],
  ])('%s', (_, body) => {
    expect(read(body)).toEqual({
      status: 400,
      messageIds: ['PropertyUnknown', 'GeneralError'],
      message: 'The property X is not known.',
    });
  });

  test('only a code and a message', () => {
    expect(read({ error: { code: 'Base.1.0.GeneralError', message: 'See the log.' } })).toMatchObject({
      messageIds: ['GeneralError'],
      message: 'See the log.',
    });
  });

  test('an identifier without a message', () => {
    const body = { error: { '@Message.ExtendedInfo': [{ MessageId: 'IDRAC.2.8.RAC0218' }, 'junk', null] } };
    expect(read(body)).toMatchObject({ messageIds: ['RAC0218'], message: 'IDRAC.2.8.RAC0218' });
  });

  test('a page of HTML, plain text, nothing', () => {
    expect(read('<html><head><style>a{}</style><title>403 - Forbidden</title></head><h1>No</h1></html>').message).toBe(
      '403 - Forbidden No',
    );
    expect(read('try again\r\n\u001b[31mlater').message).toBe('try again [31mlater');
    expect(read('').message).toBe('status 400');
    expect(read('{}').message).not.toBe('');
  });

  test('of megabytes only the start is looked at', () => {
    let longest = 0;
    const measure = (words: string): string => {
      longest = Math.max(longest, words.length);
      return words;
    };
    expect(read({ error: { message: 'é '.repeat(2_000_000) } }, measure).message).toBe('status 400');
    expect(read(`${'<style>'.repeat(500_000)}`, measure).message).toBe('status 400');
    expect(longest).toBeLessThanOrEqual(16_384);
  });

  test('secrets are taken out before anything is cut or cleaned', () => {
    const conceal = (words: string): string => words.replaceAll('geheimß', '[secret]');
    expect(read(`${'x'.repeat(195)}geheimß`, conceal).message).not.toContain('gehe');
    expect(read({ error: { message: 'you said geheimß' } }, conceal).message).toBe('you said [secret]');
  });

  test('whatever the body: one line of printable ASCII, at most 200 characters', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.json()), (body) => {
        const { message } = read(body);
        expect(message).toMatch(/^[\x20-\x7e]{1,200}$/);
      }),
    );
  });
});
