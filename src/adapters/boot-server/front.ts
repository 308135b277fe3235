import type { BootService } from '../../model/boot.ts';
import type { TlsIdentity } from '../tls/self-signed.ts';

/** What machines reach of the boot service, in this process (`Doors`) or in another (`DeskSocket`). */
export interface Front {
  /** Why machines do not reach it although they should; null: they do, or should not. */
  readonly failure: string | null;
  /** Resolves once it is where `move` wanted it last, or cannot be. */
  readonly moved: Promise<void>;
  /** From now on it is there; null: nowhere. Called in every pass, also with the same. */
  move(place: Place | null): void;
  close(): Promise<void>;
}

export interface Place {
  readonly boot: BootService;
  /** What the agents that it boots go by. */
  readonly tls: TlsIdentity;
}
