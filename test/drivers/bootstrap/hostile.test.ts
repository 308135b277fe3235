import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createBootstrap } from '../../../src/drivers/bootstrap/drivers.ts';
import { yamlText } from '../../../src/drivers/bootstrap/yaml-text.ts';
import { command, word } from '../../../src/drivers/sh.ts';
import { bootstraps } from '../../../src/model/cluster.ts';
import type { YamlValue } from '../../../src/model/user-data.ts';
import { duties, node, secrets } from './nodes.ts';
import { nowhere } from './nowhere.ts';

/** Text that would like to be something else: YAML of any version, a second document, another file, a shell. */
const nasty = [
  'yes',
  'NO',
  'on',
  'y',
  '~',
  'null',
  '0777',
  '0o7',
  '1:20',
  '1_000',
  '1e3',
  '.inf',
  '2001-01-01',
  '=',
  '<<',
  '---',
  '...',
  '- a',
  'a: b',
  '{a: b}',
  '[a]',
  '# not a comment',
  '"',
  "'",
  '\\',
  '%TAG',
  '&a',
  '*a',
  '!!python/object',
  '| ',
  '> ',
  'a\n---\nb: c',
  '\n',
  '\n\n',
  'a\n',
  ' a\n b',
  'a\n\n\nb\n',
  'a \nb',
  '\ta',
  'a\tb\n',
  'a\r\nb',
  'a\u0085b',
  'a\u2028b',
  '\ufeff',
  '\u0000',
  '\u0007',
  '\u007f',
  '\ud800',
  '😀\n😀',
  'é\nü\n',
  '$(id)',
  '`id`',
  "'; id; '",
  '$HOME',
  'EOF\nrm -rf /\n',
  'x'.repeat(5_000),
  `${'x '.repeat(100)}\n`,
  '  ',
  'a:\n  b\n',
];
const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  lines(),
);
function lines(): fc.Arbitrary<string> {
  return fc.array(fc.oneof(fc.constantFrom(...nasty), fc.string())).map((parts) => parts.join('\n'));
}
const value: fc.Arbitrary<YamlValue> = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      text.map((key) => key.slice(0, 100)),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

/** UTF-8 cannot carry half a pair. */
const carried = (given: unknown): unknown =>
  JSON.parse(JSON.stringify(given), (_, inner) =>
    typeof inner === 'string' ? inner.replace(/\p{Surrogate}/gu, '\ufffd') : inner,
  );

const isWhole = (given: string): boolean => !/\p{Surrogate}/u.test(given);
const wholeKeys = (given: unknown): boolean => !/\\ud[89a-f]/.test(JSON.stringify(given));

describe('YAML', () => {
  it('is read as what was written, by 1.1 and by 1.2', () => {
    fc.assert(
      fc.property(value, (given) => {
        fc.pre(wholeKeys(given));
        const written = yamlText(given);
        for (const version of ['1.1', '1.2'] as const) {
          expect(parse(written, { version, prettyErrors: false, maxAliasCount: 0 })).toEqual(carried(given));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('writes every nasty text so that it is the same again, and on lines without control characters', () => {
    for (const given of nasty.map((one) => one.slice(0, 200))) {
      const written = yamlText({
        [given.replace(/\p{Surrogate}/gu, '\ufffd')]: given,
        list: [given, [given], { a: given }],
      });
      const whole = given.replace(/\p{Surrogate}/gu, '\ufffd');
      for (const version of ['1.1', '1.2'] as const) {
        expect(parse(written, { version }), JSON.stringify(given)).toEqual({
          [whole]: whole,
          list: [whole, [whole], { a: whole }],
        });
      }
      expect(written).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\ufeff]/u);
    }
  });

  it('keeps text of several lines readable', () => {
    expect(yamlText({ content: 'a:\n  - "b"\n\nc\n', more: ['x\ny'] })).toBe(
      'content: |\n  a:\n    - "b"\n\n  c\nmore:\n  - |-\n    x\n    y\n',
    );
  });
});

describe('a shell', () => {
  it('takes a word for what it is, and a command for one command', () => {
    const words = nasty.filter((given) => !given.includes('\0') && isWhole(given));
    for (const given of words) {
      expect(execFileSync('/bin/sh', ['-c', `printf %s ${word(given)}`], { encoding: 'utf8' })).toBe(given);
    }
    const broken = [`${command('echo "unbalanced')} 2>/dev/null || echo kept`, command("echo 'a b'"), 'echo end'];
    expect(execFileSync('/bin/sh', ['-c', broken.join('\n')], { encoding: 'utf8' })).toBe('kept\na b\nend\n');
  });
});

describe.each(bootstraps)('%s', (name) => {
  const driver = createBootstrap(name, nowhere);

  it('lets nothing out of the value that it was given in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...duties), text, text, text, text, (duty, machine, content, line, key) => {
        fc.pre([machine, content, line, key].every((given) => isWhole(given) && !given.includes('\0')));
        const { settings } = node(duty);
        const files = [{ path: `/etc/${key}`, content, permissions: '0644', owner: 'root:root' }];
        const said = { machine, settings: { ...settings, files, before: [line], sshKeys: [key], ntp: [key] } };
        const rendered = driver.render(node(duty, said), secrets);
        if (!rendered.ok) throw new Error(rendered.error);
        const usual = driver.render(node(duty), secrets);
        const data = parse(rendered.value.userData.reveal(), { version: '1.1' });
        expect(data).toMatchObject({ hostname: machine, ssh_authorized_keys: [key], ntp: { servers: [key] } });
        expect(data.write_files[0]).toEqual({ path: `/etc/${key}`, content, permissions: '0644', owner: 'root:root' });
        expect(data.runcmd).toEqual([['sh', '/run/nanometal/bootstrap.sh']]);
        // The same fields as always: nothing that was given has become a field of its own.
        expect(usual.ok && Object.keys(data)).toEqual(usual.ok && Object.keys(parse(usual.value.userData.reveal())));
        expect(parse(rendered.value.metaData, { version: '1.1' })['local-hostname']).toBe(machine);
      }),
      { numRuns: 150 },
    );
  });

  it('names the machine in its script without running it', () => {
    const rendered = driver.render(node('worker', { machine: 'a\nid #' }), secrets);
    const script = rendered.ok && parse(rendered.value.userData.reveal()).write_files.at(-1).content;
    expect(script.split('\n')).not.toContain('id #');
  });
});
