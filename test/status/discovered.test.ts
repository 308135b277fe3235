import { describe, expect, it } from 'vitest';
import type { Finding, Findings } from '../../src/model/discovery.ts';
import { readDiscovered, renderDiscovered, settleFindings } from '../../src/status/discovered.ts';
import { findingsOf, service } from '../propose/ground.ts';

const strange: Finding = { kind: 'stranger', asked: '10.1.0.2:8080', message: 'it answers with 404' };
const ill: Finding = { kind: 'unreachable', asked: '[fd00::3]', reason: 'Busy', message: 'in 31 seconds again' };
const shut: Finding = {
  kind: 'refused',
  asked: '10.1.0.4',
  address: 'https://10.1.0.4',
  why: 'waiting',
  message: 'again after 15:04',
};
const silent: Finding = { kind: 'silent', asked: '10.1.0.5' };
const kindsOf = ({ findings }: Findings): readonly string[] =>
  findings.map(({ asked, kind }) => `${asked} ${kind}`).sort();

describe('what a sweep found, on the status branch', () => {
  it('is read back as it was, save for what a BMC says only now', () => {
    const found = findingsOf(service('10.1.0.1', {}), strange, shut, silent, ill);
    const files = renderDiscovered(found);
    expect([...files.keys()].sort()).toEqual([
      'discovered/10.1.0.1.json',
      'discovered/10.1.0.2_8080.json',
      'discovered/10.1.0.4.json',
      'discovered/fd00--3.json',
      'discovered/sweep.json',
    ]);
    expect([...files.values()].join('')).not.toMatch(/15:04|31 seconds/);
    const back = readDiscovered(files);
    expect(back && kindsOf(back)).toEqual(kindsOf(found));
    expect(back?.findings.find(({ kind }) => kind === 'machines')).toEqual(service('10.1.0.1', {}));
    expect(back && renderDiscovered(back)).toEqual(files);
  });

  it('that somebody changed by hand is no finding', () => {
    const files = renderDiscovered(findingsOf(strange));
    const half = '{"apiVersion":"nanometal/v1alpha1","kind":"Discovered","asked":"x","result":"machines"}';
    for (const text of ['', '{}', half]) {
      expect(readDiscovered(new Map([...files, ['discovered/x.json', text]]))).toBeNull();
    }
    expect(readDiscovered(new Map())).toBeNull();
  });

  it('takes back what is known only when two sweeps agree', () => {
    const well = findingsOf(service('10.1.0.5', {}));
    const away = findingsOf(silent);
    const first = settleFindings(well, well, away);
    expect(first.findings).toEqual(well.findings);
    expect(settleFindings(first, away, away).findings).toEqual(away.findings);
    expect(settleFindings(first, away, well).findings).toEqual(well.findings);
  });

  it('an account that may not be tried yet is told as it was', () => {
    const before = findingsOf({ ...shut, why: 'password' });
    expect(settleFindings(before, before, findingsOf(shut)).findings).toEqual(before.findings);
    expect(settleFindings(null, null, findingsOf(shut)).findings).toEqual([shut]);
  });
});
