import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type Agent,
  type AgentDeed,
  type AgentEvent,
  createAgent,
  stepAgent,
  withGround,
} from '../../src/twin/host/agent.ts';
import {
  type Bootable,
  bootableOf,
  holdsOf,
  isTrap,
  type TwinDisk,
  tearDisk,
  writeDisk,
} from '../../src/twin/host/disk.ts';
import { one, readWords, writeWords } from '../../src/twin/host/words.ts';

const image = new TextEncoder().encode('an image');
const sha256 = createHash('sha256').update(image).digest('hex');
const grant = `sha256:${'a'.repeat(64)}`;
const keys = generateKeyPairSync('ed25519');
const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const identity = { uuid: '0c41', serial: 'S1' };

const fresh = (serial: string, change: Partial<TwinDisk> = {}): TwinDisk => ({
  serial,
  bytes: 480_000_000_000,
  rotational: false,
  removable: false,
  head: { kind: 'old', holds: ['gpt'] },
  body: { kind: 'old', holds: ['ext4', 'lvm'] },
  backup: { kind: 'old', holds: ['gpt'] },
  marker: null,
  seed: null,
  writes: 0,
  ...change,
});

type Lines = Parameters<typeof writeWords>[0];
const install: Lines = [
  ['contract', 1],
  ['facility', 'ams1'],
  ['machine', 'ams1-01'],
  ['verb', 'Install'],
  ['grant', grant],
  ['seconds', 3600],
  ['uuid', '0c41'],
  ['serial', 'S1'],
  ['disk', 'serial:D2'],
  ['overwrite', 'yes'],
  ['image', `https://10.1.2.1/images/${sha256}`],
  ['sha256', sha256],
  ['seed', 'user-data meta-data'],
];
const erase: Lines = [...install.slice(0, 3), ['verb', 'Erase'], ...install.slice(4, 9)];

/** A machine that runs the agent to its end, or until the power is lost at the nth write. */
class Rig {
  disks: TwinDisk[];
  readonly reports: ReadonlyMap<string, readonly string[]>[] = [];
  readonly order: string[] = [];
  readonly says: Lines;
  readonly signature: string | null;
  came: Uint8Array | null = image;
  lies = false;

  constructor(says: Lines = install, disks = [fresh('D1'), fresh('D2')], signature: string | null = null) {
    this.says = says;
    this.disks = disks;
    this.signature = signature;
  }

  run(cutAt = Number.POSITIVE_INFINITY, torn = false): 'reboot' | 'halt' | 'cut' {
    const on = { boot: '6f1c0000', upSeconds: 0, identity, nics: [], disks: this.disks, lies: this.lies };
    let agent: Agent = createAgent(on, `url=https://10.1.2.1\nkey=${publicKey}\ntoken=t\n`);
    const queue: AgentEvent[] = [{ kind: 'began' }];
    let writes = 0;
    for (let event = queue.shift(); event; event = queue.shift()) {
      const stepped = stepAgent(withGround(agent, { disks: this.disks, upSeconds: 90 }), event);
      agent = stepped.agent;
      for (const deed of stepped.deeds) {
        if (deed.kind === 'reboot' || deed.kind === 'halt') return deed.kind;
        if (deed.kind === 'write') {
          if (writes === cutAt) {
            if (torn) this.#change(deed, tearDisk);
            return 'cut';
          }
          writes += 1;
          this.#change(deed, writeDisk);
          this.order.push(deed.write.place);
        }
        queue.push(this.#answer(deed));
      }
    }
    throw new Error('it stands still');
  }

  #change({ disk, write }: Extract<AgentDeed, { kind: 'write' }>, by: typeof writeDisk): void {
    this.disks = this.disks.map((known) => (known.serial === disk ? by(known, write) : known));
  }

  #answer(deed: AgentDeed): AgentEvent {
    switch (deed.kind) {
      case 'ask': {
        const words = readWords(deed.body);
        if (deed.path.endsWith('/report')) this.reports.push(words);
        const isOver = one(words, 'state') === 'done' || one(words, 'state') === 'failed';
        const text = writeWords(this.says);
        const signature = this.signature ?? sign(null, Buffer.from(text), keys.privateKey).toString('base64');
        const work = `then=work\nitem=${Buffer.from(text).toString('base64')}\nsignature=${signature}\n`;
        const body = deed.path.endsWith('/claim') ? work : isOver ? 'then=reboot\n' : 'then=wait\n';
        return { kind: 'answered', status: 200, body };
      }
      case 'fetch':
        return { kind: 'fetched', bytes: deed.url.includes('/seed/') ? image : this.came };
      case 'wait':
        return { kind: 'woke' };
      default:
        return { kind: 'written' };
    }
  }

  get last(): readonly [string | undefined, string | undefined, string | undefined] {
    const words = this.reports.at(-1) ?? new Map();
    return [one(words, 'state'), one(words, 'reason'), one(words, 'disk')];
  }
  disk(serial = 'D2'): TwinDisk {
    const found = this.disks.find((known) => known.serial === serial);
    if (!found) throw new Error(`no disk ${serial}`);
    return found;
  }
}

const kind = (system: Bootable | null): string | undefined => system?.kind;

describe('an agent without a token', () => {
  it.each([null, `contract=1\nurl=https://10.1.2.1:8443\npin=p\nkey=${publicKey}\n`])(
    'says hello first: %j',
    (text) => {
      const on = { boot: '6f1c0000', upSeconds: 0, identity, nics: [], disks: [], lies: false };
      const { agent, deeds } = stepAgent(createAgent(on, text), { kind: 'began' });
      expect(deeds).toMatchObject([{ kind: 'ask', path: '/agent/v1/hello' }]);
      const body = `url=https://10.1.2.1:8443\nkey=${publicKey}\ntoken=t\n`;
      expect(stepAgent(agent, { kind: 'answered', status: 200, body }).deeds).toMatchObject([
        { kind: 'ask', path: '/agent/v1/claim' },
      ]);
    },
  );
});

describe('an install', () => {
  it('writes in the order of the contract, onto one disk, and boots', () => {
    const rig = new Rig();
    expect(rig.run()).toBe('reboot');
    const order = ['head', 'tail', 'marker', 'body', 'body', 'body', 'body', 'backup', 'seed', 'head', 'marker'];
    expect(rig.order).toEqual(order);
    expect(rig.last).toEqual(['done', undefined, 'installed']);
    expect(bootableOf(rig.disk())).toEqual({
      kind: 'image',
      sha256,
      seed: { 'user-data': 'an image', 'meta-data': 'an image' },
    });
    expect(rig.disk('D1').writes).toBe(0);
  });

  it('leaves nothing that boots and is not whole, wherever the power is lost; and ends well afterwards', () => {
    const whole = 11;
    for (let at = 0; at < whole; at++) {
      for (const torn of [false, true]) {
        const rig = new Rig();
        expect(rig.run(at, torn)).toBe('cut');
        const told = `write ${at}${torn ? ', torn' : ''}`;
        expect(isTrap(rig.disk()), told).toBe(false);
        // Nothing is lost before the first write, and the image runs once its first MiB is there.
        const found = kind(bootableOf(rig.disk()));
        expect(found, told).toBe(at === 0 && !torn ? 'old' : at === whole - 1 ? 'image' : undefined);
        expect(rig.run(), told).toBe('reboot');
        expect(kind(bootableOf(rig.disk())), told).toBe('image');
        expect(rig.disk('D1').writes).toBe(0);
      }
    }
  });

  it('is not repeated where the marker says that it was done', () => {
    const rig = new Rig();
    rig.run();
    const { writes } = rig.disk();
    rig.run();
    expect(rig.last[0]).toBe('done');
    expect(rig.disk().writes).toBe(writes);
  });

  it('with a download that is not what was asked for ends dirty, and does not boot', () => {
    const rig = new Rig();
    rig.came = new TextEncoder().encode('another');
    rig.run();
    expect(rig.last).toEqual(['failed', 'DigestDiffers', 'dirty']);
    expect(bootableOf(rig.disk())).toBeNull();
    expect(rig.disk().marker?.state).toBe('dirty');
  });

  it('that only says so leaves everything as it was', () => {
    const rig = new Rig();
    rig.lies = true;
    rig.run();
    expect(rig.last[0]).toBe('done');
    expect(rig.disk()).toEqual(fresh('D2'));
  });
});

const without = (key: string, ...lines: Lines): Lines => [...install.filter(([name]) => name !== key), ...lines];
const marked = (facility: string, of: string) => ({ marker: { facility, grant: of, state: 'dirty' as const } });

describe('what is not right', () => {
  const refusals: readonly (readonly [string, Rig])[] = [
    [
      'SignatureWrong',
      new Rig(install, undefined, sign(null, Buffer.from('other'), keys.privateKey).toString('base64')),
    ],
    ['ContractUnknown', new Rig(without('contract', ['contract', 2]))],
    ['NotThisMachine', new Rig(without('serial', ['serial', 'S2']))],
    ['NotThisMachine', new Rig(without('uuid').filter(([name]) => name !== 'serial'))],
    ['DiskMissing', new Rig(without('disk', ['disk', 'serial:D3']))],
    ['DiskAmbiguous', new Rig(install, [fresh('D2'), fresh('D2')])],
    ['DiskNotBlank', new Rig(without('overwrite', ['overwrite', 'no']))],
    ['MarkedByOther', new Rig(install, [fresh('D2', marked('lon1', grant))])],
  ];
  it.each(refusals)('%s: nothing is written', (reason, rig) => {
    expect(rig.run()).toBe('reboot');
    expect(rig.last).toEqual(['failed', reason, 'untouched']);
    expect(rig.disks.map(({ writes }) => writes)).toEqual(rig.disks.map(() => 0));
  });
});

describe('an erase', () => {
  it('leaves the disks that are named blank and marked, and no other one touched', () => {
    for (let at = 0; at < 5; at++) {
      const rig = new Rig(erase);
      rig.run(at, true);
      rig.run();
      expect(rig.last[0]).toBe('done');
      expect(holdsOf(rig.disk())).toEqual([]);
      expect(rig.disk().marker).toEqual({ facility: 'ams1', grant, state: 'erased' });
      expect(rig.disk('D1')).toEqual(fresh('D1'));
    }
  });
});
