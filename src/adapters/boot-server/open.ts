import { createDesk } from '../../boot/desk.ts';
import type { BootService } from '../../model/boot.ts';
import type { FacilityName } from '../../model/names.ts';
import { fail } from '../../model/result.ts';
import type { Agents } from '../../ports/agents.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Disk } from '../../ports/disk.ts';
import type { TlsIdentity } from '../tls/self-signed.ts';
import { openAgentFolder } from './agent-folder.ts';
import { DeskSocket } from './desk-socket.ts';
import { Doors, type DoorsOptions } from './doors.ts';
import type { Front } from './front.ts';
import { bootKeysOf, bootTls, openBootSecret } from './keys.ts';

export interface BootServerOptions
  extends Pick<DoorsOptions, 'stateFolder' | 'imageCacheBytes' | 'listenHost' | 'caFile'> {
  readonly facility: FacilityName;
  readonly clock: Clock;
  /** The state folder; the boot key is kept there. */
  readonly disk: Disk;
  /** Absent: none was given, and no machine can be booted. */
  readonly agentFolder?: string;
  /** A Unix socket: machines reach us through a `nanometal boot` that asks there. Absent: we listen ourselves. */
  readonly socket?: string;
}

export interface BootServer extends Agents {
  /** Resolves once it listens, or cannot, for what `expect` was told last. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Listens from the moment that a pass says where; that is not before the facility has a commit with `boot`. */
export async function openBootServer(options: BootServerOptions): Promise<BootServer> {
  const { facility, clock, disk, agentFolder, socket } = options;
  const secret = await openBootSecret(disk);
  const agent =
    agentFolder === undefined
      ? fail('the reconciler was started without --agent: nothing to boot machines from')
      : await openAgentFolder(agentFolder);
  const desk = createDesk({
    facility,
    clock,
    keys: bootKeysOf(secret),
    agent: agent.ok ? agent.value : agent.error,
  });
  const answer: DoorsOptions['answer'] = (request) => desk.answer(request);
  const front: Front =
    socket === undefined
      ? new Doors({ ...options, answer, agent })
      : new DeskSocket({ path: socket, clock, facility, answer });
  const identity = new Identity(secret, facility);
  return {
    get unable() {
      return desk.unable ?? front.failure;
    },
    expect(boot, expected) {
      desk.expect(boot, expected);
      front.move(boot && { boot, tls: identity.at(boot) });
    },
    claim: (machine, signal) => desk.claim(machine, signal),
    reports: () => desk.reports(),
    contested: () => desk.contested(),
    home: (signal) => desk.home(signal),
    mediumOf: (attempt) => desk.mediumOf(attempt),
    homeOf: (grant) => desk.homeOf(grant),
    settled: () => front.moved,
    close: () => front.close(),
  };
}

/** A certificate is made once for each address, not in every pass. */
class Identity {
  readonly #secret: string;
  readonly #facility: FacilityName;
  #made: { readonly address: string; readonly tls: TlsIdentity } | null = null;

  constructor(secret: string, facility: FacilityName) {
    this.#secret = secret;
    this.#facility = facility;
  }

  at({ address }: BootService): TlsIdentity {
    if (this.#made?.address !== address) {
      this.#made = { address, tls: bootTls(this.#secret, this.#facility, address) };
    }
    return this.#made.tls;
  }
}
