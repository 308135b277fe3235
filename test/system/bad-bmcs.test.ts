import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startFacility, type TestFacility } from './world/facility.ts';
import { endlessAnswer, redirectLoop, truncatedAnswer } from './world/impostors.ts';
import { checkLaws, received, tellUse } from './world/laws.ts';
import { roomy } from './world/roomy.ts';
import { reboot } from './world/the-change.ts';
import { eventually } from './world/wait.ts';

let facility: TestFacility;
afterEach(() => facility?.close());

interface Held {
  readonly machine: string;
  readonly reason: string;
  readonly message: string;
}
const holds = (): readonly Held[] => Object(facility.status('plan.json')).holds ?? [];
const requestState = (machine: string, id: string): string =>
  Object(facility.status(`machines/${machine.split('-')[1]}/${machine}.json`)).requests?.[id]?.state;

describe('a BMC that cannot be read', () => {
  it('gets nothing and is held with a reason; the others go on, and memory stays small', async () => {
    facility = await startFacility({ count: 12, witness: true, files: roomy });
    const { sim, repo, witness, folder } = facility;
    const secrets = join(folder, 'secrets');
    cpSync(sim.secrets, secrets, { recursive: true });
    const lie = 'username: admin\npassword: not-the-password\n';
    writeFileSync(join(secrets, 'bmc-wrong.yaml'), lie, { mode: 0o600 });
    const before = await facility.once({ git: 'native', secrets });
    expect(before, before.stderr).toMatchObject({ code: 0 });

    const faults = { 'ams1-r01-u01': 'hang', 'ams1-r01-u02': 'reset', 'ams1-r01-u03': 'unavailable' };
    const odd = { 'ams1-r01-u04': 'garbage', 'ams1-r01-u05': 'wrong-machine' };
    for (const [machine, fault] of Object.entries({ ...faults, ...odd }))
      await sim.act(machine, 'faults', { faults: [{ fault }] });
    const endless = endlessAnswer();
    witness?.replace('ams1-r02-u01', endless.listener);
    witness?.replace('ams1-r02-u02', redirectLoop);
    witness?.replace('ams1-r02-u03', truncatedAnswer);
    const wrong = 'ams1-r01-u06';
    const loginsBefore = witness?.logins(wrong) ?? 0;
    const changes = sim.machines.slice(0, 11).map(({ name }) => facility.with(name, ...reboot('reboot-1')));
    const change = Object.assign({}, ...changes);
    change[facility.path(wrong)] = change[facility.path(wrong)].replace('bmc-default', 'bmc-wrong');
    repo.commit('Reboot eleven machines', change);

    const done = await facility.once({ git: 'native', secrets, more: ['--timeout', '150s'] });
    tellUse('nine bad BMCs', done.measured);
    expect(done, done.stderr).toMatchObject({ code: 0 });
    expect(done.measured?.peakMiB).toBeLessThanOrEqual(300);
    const healthy = ['ams1-r02-u04', 'ams1-r02-u05'];
    expect(received(facility)).toEqual(healthy.map((name) => `${name} POST ForceRestart`));
    expect(healthy.map((name) => requestState(name, 'reboot-1'))).toEqual(['done', 'done']);
    checkLaws(facility);

    const told = holds().map(({ machine, reason }) => `${machine} ${reason}`);
    expect(told).toEqual([
      'ams1-r01-u01 Unreachable',
      'ams1-r01-u02 Unreachable',
      'ams1-r01-u03 Unreachable',
      'ams1-r01-u04 Unreachable',
      'ams1-r01-u05 Identity',
      'ams1-r01-u06 CredentialsRefused',
      'ams1-r02-u01 Unreachable',
      'ams1-r02-u02 Unreachable',
      'ams1-r02-u03 Unreachable',
    ]);
    for (const { message } of holds()) {
      process.stdout.write(`      ${message}\n`);
      expect(message.length).toBeGreaterThan(10);
    }
    const logins = (witness?.logins(wrong) ?? 0) - loginsBefore;
    expect(logins, 'passwords shown to the BMC that refuses them').toBeGreaterThan(0);
    expect(logins).toBeLessThanOrEqual(2);
    const mebibytes = endless.sent() / 1024 ** 2;
    process.stdout.write(`      ${mebibytes.toFixed(0)} MiB were taken of the endless answer\n`);
    expect(mebibytes).toBeLessThan(128);
    expect(done.stderr).not.toContain('not-the-password');
  }, 180_000);
});

describe('a BMC that goes wrong when it is told to act', () => {
  it('is told once; what came of it is seen by looking, and it delays nobody', async () => {
    facility = await startFacility({ count: 8, witness: true, files: roomy });
    const { sim, repo, witness } = facility;
    expect(await facility.once({ git: 'native' })).toMatchObject({ code: 0 });
    const after = { hang: 'ams1-r01-u01', reset: 'ams1-r01-u02', unavailable: 'ams1-r01-u03', garbage: 'ams1-r01-u04' };
    for (const [fault, machine] of Object.entries(after))
      await sim.act(machine, 'faults', { faults: [{ fault, on: 'mutating', when: 'after' }] });
    const [liar, deaf, healthy] = ['ams1-r01-u05', 'ams1-r01-u06', 'ams1-r02-u01'];
    await sim.act(liar, 'faults', { faults: [{ fault: 'nothing' }] });
    await sim.act(deaf, 'faults', { faults: [{ fault: 'reset', on: 'mutating', when: 'before' }] });
    const bad = [...Object.values(after), liar, deaf];
    const changes = bad.map((name) => facility.with(name, ...reboot('reboot-1')));
    repo.commit(
      'Reboot six machines, and a BIOS key',
      Object.assign({}, ...changes, facility.with(healthy, 'bios: { LogicalProc: Disabled }')),
    );

    const running = facility.run({ git: 'native', more: ['--poll', '1s'] });
    await eventually('all have been told', () => (witness && witness.seen.length >= bad.length + 1 ? true : null));
    // The one that hangs does so for longer than this is waited for.
    await eventually(
      'the reboot that follows the BIOS write, while another BMC hangs',
      () => (received(facility).includes(`${healthy} POST ForceRestart`) ? true : null),
      60_000,
    );
    const line = running.lines.find((text) => text.includes('"answered"') && text.includes(after.hang));
    expect(line, 'the one that hangs still does').toBeUndefined();
    // Nothing else is asked of a BMC while it hangs, and its silence is borne for 90 seconds.
    await eventually(
      'what had its effect is done',
      () => (Object.values(after).every((machine) => requestState(machine, 'reboot-1') === 'done') ? true : null),
      180_000,
    );
    // Of the other two nothing is proved for minutes; they are not told again, and everybody can see it.
    for (const machine of [liar, deaf]) {
      expect(requestState(machine, 'reboot-1'), machine).toBe('pending');
      expect(facility.status(`machines/r01/${machine}.json`), machine).toHaveProperty('operation.request', 'reboot-1');
    }
    expect(received(facility)).toEqual([
      ...bad.map((machine) => `${machine} POST ForceRestart`),
      `${healthy} PATCH Systems/1/Bios/Settings`,
      `${healthy} POST ForceRestart`,
    ]);
    checkLaws(facility);
  }, 300_000);
});
