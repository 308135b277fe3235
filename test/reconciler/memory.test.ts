import { describe, expect, it } from 'vitest';
import { journalFile } from '../../src/adapters/journal/open.ts';
import { writeNotes } from '../../src/reconciler/operator.ts';
import { openMemoryDisk } from '../../src/rehearsal/disk.ts';
import { lostAnswer, lostRequest } from './world/driver.ts';
import { machineFile, machinePath, operations, uuidOf } from './world/manifests.ts';
import { createHost, leaseRef, main, statusRef, World } from './world/world.ts';

/** Memory that is lost, rewound or forged never repeats an effect. */

const reboot = (...ids: readonly string[]): Record<string, string> => ({
  [machinePath(1)]: machineFile(1, operations(...ids.map((id) => `id: ${id}, verb: Reboot`))),
});

/** One that has rebooted machine 1 on request, with the status head from before it. */
async function rebooted(): Promise<{ readonly world: World; readonly earlier: string | null }> {
  const world = new World(2);
  await world.once();
  const earlier = world.head(statusRef);
  world.commit(reboot('r-1'));
  await world.once();
  expect(world.happened()).toEqual(['Reboot ams1-1']);
  return { world, earlier };
}

type Loss = (world: World, earlier: string | null) => void;
const statusLosses: readonly (readonly [string, Loss])[] = [
  ['status deleted', (world) => world.move(statusRef, null)],
  ['status rewound', (world, earlier) => world.move(statusRef, earlier)],
  [
    'status replaced by an orphan',
    (world) => {
      world.move(statusRef, null);
      world.commit({ 'facility.json': '{}' }, statusRef);
    },
  ],
];
const alsoLost: readonly (readonly [string, Loss])[] = [
  ['nothing else', () => {}],
  ['and the journal', (world) => void world.host.disk.delete(journalFile)],
  ['and the whole state folder', (world) => forget(world)],
  ['and the lease', (world) => world.move(leaseRef, null)],
  [
    'and journal and lease',
    (world) => {
      world.host.disk.delete(journalFile);
      world.move(leaseRef, null);
    },
  ],
  [
    'and state folder and lease',
    (world) => {
      forget(world);
      world.move(leaseRef, null);
    },
  ],
];
const forget = (world: World): void => {
  world.host.disk.clear();
  world.host.clone.clear();
};

describe.each(statusLosses)('%s', (_, lose) => {
  it.each(alsoLost)('%s: nothing is sent again, now and after a revert and its revert', async (__, more) => {
    const { world, earlier } = await rebooted();
    lose(world, earlier);
    more(world, earlier);
    await world.once();
    expect(world.effects).toHaveLength(1);
    const head = world.head(statusRef);
    await world.once();
    expect(world.head(statusRef)).toBe(head);
    world.commit({ [machinePath(1)]: machineFile(1) });
    await world.once();
    world.commit(reboot('r-1'));
    await world.once();
    expect(world.effects).toHaveLength(1);
    world.commit(reboot('r-1', 'r-2'));
    await world.once();
    expect(world.happened()).toEqual(['Reboot ams1-1', 'Reboot ams1-1']);
  });
});

describe('main', () => {
  it('rewound to before the request, with every trace of it gone, asks anew when it is forwarded', async () => {
    const { world } = await rebooted();
    const head = world.head(main) ?? '';
    const parent = world.history(main)[1]?.id ?? '';
    world.move(main, parent);
    world.move(statusRef, null);
    world.move(leaseRef, null);
    forget(world);
    await world.once();
    world.move(main, head);
    await world.once();
    // The limit of what can be known: neither branch, lease, journal nor any ancestor holds a trace of the request.
    expect(world.effects).toHaveLength(2);
  });

  it('brings an id back that only an ancestor held, after memory was lost', async () => {
    const { world } = await rebooted();
    world.commit({ [machinePath(1)]: machineFile(1) });
    await world.once();
    world.move(statusRef, null);
    forget(world);
    await world.once();
    world.commit(reboot('r-1'));
    await world.once();
    expect(world.effects).toHaveLength(1);
    expect(world.file('plan.json')).toContain('"Assumed"');
  });

  it('gives the hardware another name, after memory was lost', async () => {
    const { world } = await rebooted();
    const named = machineFile(1, operations('id: r-1, verb: Reboot'), 'ams1-9').replace('unplaced', 'r01');
    world.commit({ [machinePath(1)]: null });
    world.move(statusRef, null);
    forget(world);
    await world.once();
    const one = world.machine(1);
    world.racks.machines.set('ams1-9', one);
    world.commit({ 'facilities/ams1/machines/r01/ams1-9.yaml': named });
    await world.once();
    expect(one.identity.uuid).toBe(uuidOf(1));
    expect(world.effects).toHaveLength(1);
  });
});

describe('main and status, both rewound to before the request', () => {
  it('repeat nothing where another host took over, was started again, and main was put back', async () => {
    const { world, earlier } = await rebooted();
    const asked = world.head(main);
    world.move(main, world.history(main)[1]?.id ?? '');
    world.move(statusRef, earlier);
    const other = createHost('second');
    await world.once({}, other);
    await world.once({}, other);
    expect(world.effects).toHaveLength(1);
    world.move(main, asked);
    world.commit(reboot('r-1', 'r-2'));
    await world.once({}, other);
    expect(world.happened()).toEqual(['Reboot ams1-1', 'Reboot ams1-1']);
    expect(world.file('machines/r01/ams1-1.json')).toContain('"assumed"');
  });
});

describe('a foreign commit on the status branch', () => {
  it('is built upon, is no memory, and is put right', async () => {
    const { world } = await rebooted();
    const forged = world.commit({ 'machines/r01/ams1-1.json': '{}', 'machines/r01/ams1-2.json': null }, statusRef);
    await world.once();
    expect(world.effects).toHaveLength(1);
    expect(world.history().map(({ id }) => id)).toContain(forged);
    expect(world.file('machines/r01/ams1-1.json')).toContain('"r-1"');
    expect(world.file('machines/r01/ams1-2.json')).toContain('"Available"');
  });
});

describe('a status that names a commit that was never on main', () => {
  /** Written by somebody who holds the key of the status branch, and has a branch of his own beside main. */
  function forge(world: World): string {
    const evil = 'refs/heads/evil';
    world.move(evil, world.head(main));
    const named = world.commit(reboot('r-1', 'evil-1'), evil);
    const facility = JSON.parse(world.file('facility.json') ?? '');
    const machine = JSON.parse(world.file('machines/r01/ams1-1.json') ?? '');
    machine.requests['evil-1'] = { ...machine.requests['r-1'], commit: named, state: 'pending', steps: {} };
    const message = `ams1: nothing new\n\nNanometal-Kind: outcome\nFleet-Commit: ${named}\nEpoch: 1\n`;
    world.commit(
      {
        'facility.json': `${JSON.stringify({ ...facility, accepted: named }, null, 2)}\n`,
        'machines/r01/ams1-1.json': `${JSON.stringify(machine, null, 2)}\n`,
      },
      statusRef,
      message,
    );
    return named;
  }

  /** Main goes on where a witness of ours still names it; where none is left, all is held until an operator does. */
  async function mainGoesOn(world: World): Promise<void> {
    await world.once();
    expect(world.effects).toHaveLength(1);
    const head = world.head(main) ?? '';
    const { accepted, rejected } = JSON.parse(world.file('facility.json') ?? '');
    if (accepted !== head) {
      expect(rejected).toMatchObject({ reason: 'Rewritten' });
      const accept = { commit: head, because: 'the status was forged', at: world.clock.now() };
      await writeNotes(openMemoryDisk(world.host.disk), { holds: [], accept });
      await world.once();
    }
    expect(world.effects).toHaveLength(1);
    expect(JSON.parse(world.file('facility.json') ?? '').accepted).toBe(head);
  }

  it.each(alsoLost)('is not acted upon, with %s lost: nothing is commanded', async (_, more) => {
    const { world, earlier } = await rebooted();
    forge(world);
    more(world, earlier);
    await mainGoesOn(world);
    world.commit(reboot('r-1', 'r-2'));
    await world.once();
    expect(world.happened()).toEqual(['Reboot ams1-1', 'Reboot ams1-1']);
    expect(world.file('machines/r01/ams1-1.json')).not.toContain('evil-1');
  });

  it('is not acted upon either where only the lease names it', async () => {
    const { world } = await rebooted();
    const evil = 'refs/heads/evil';
    world.move(evil, world.head(main));
    const named = world.commit(reboot('r-1', 'evil-1'), evil);
    const [lease] = world.history(leaseRef);
    world.move(leaseRef, null);
    world.commit({}, leaseRef, (lease?.message ?? '').replace(/Fleet-Commit: .*/, `Fleet-Commit: ${named}`));
    forget(world);
    world.move(statusRef, null);
    await mainGoesOn(world);
  });

  it('is believed where this host accepted the commit, and main was rewound since', async () => {
    const { world } = await rebooted();
    const accepted = world.head(main);
    world.move(main, world.history(main)[1]?.id ?? '');
    await world.once();
    expect(JSON.parse(world.file('facility.json') ?? '')).toMatchObject({
      accepted,
      rejected: { reason: 'Rewritten' },
    });
    expect(world.effects).toHaveLength(1);
  });
});

describe('an outcome that nobody can know', () => {
  it('is a hold that only a new id releases, over restarts and lost folders', async () => {
    const world = new World(1);
    world.machine(1).tellsResets = false;
    await world.once();
    world.commit({ [machinePath(1)]: machineFile(1, operations('id: cut-1, verb: PowerCycle')) });
    world.answer(1, lostRequest);
    await world.once();
    // Without LastResetTime it goes off and on: the first of the two was lost, which the power state proves.
    expect(world.received()).toEqual(['PowerOff/force ams1-1 ambiguous']);
    expect(world.file('machines/r01/ams1-1.json')).toContain('"failed"');
  });

  it('because the machine never answered again', async () => {
    const world = new World(1);
    await world.once();
    world.commit(reboot('r-1'));
    world.answer(1, lostAnswer);
    let away = false;
    world.racks.missing = () => (away ? 'Timeout' : null);
    const process = world.start({ once: false }, world.host, async (call, proceed) => {
      const answer = await proceed();
      if (call.method === 'perform') away = true;
      return answer;
    });
    await world.kernel.advance(70 * 60_000);
    expect(world.file('plan.json')).toContain('"OutcomeUnknown"');
    away = false;
    await world.kernel.advance(20 * 60_000);
    process.stop();
    await world.kernel.until(process.end);
    world.host.disk.clear();
    await world.once();
    expect(world.file('plan.json')).toContain('"OutcomeUnknown"');
    expect(world.effects).toHaveLength(1);
    world.commit(reboot('r-1', 'r-2'));
    await world.once();
    expect(world.effects).toHaveLength(2);
  });
});

describe('another host', () => {
  it('with nothing but a clone goes on where the first one stopped', async () => {
    const { world } = await rebooted();
    const other = createHost('second');
    const head = world.head(statusRef);
    await world.once({}, other);
    expect(world.effects).toHaveLength(1);
    expect(world.head(statusRef)).toBe(head);
  });
});
