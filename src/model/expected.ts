import type { Image, ImageFile } from './boot.ts';
import type { Link } from './fleet.ts';
import type { Identity } from './inventory.ts';
import type { Digest } from './names.ts';
import type { Rendered } from './node.ts';

/** An ISO that is to boot on a machine, or runs there. */
export interface Iso {
  readonly attempt: Digest;
  readonly image: ImageFile;
  /** From the reset on, until it is known: that it is read is what shows that it was booted. */
  readonly watched: boolean;
}

/** What a machine is told that may call us: one that runs our agent, or was just installed (docs/boot.md). */
export interface Expected {
  /** Who may call. */
  readonly identity: Identity;
  /** Of the boot attempt: what token and medium are derived from. */
  readonly attempt: Digest;
  /** The agent's own network, until the machine is installed; empty: DHCP. */
  readonly links: readonly Link[];
  /** Under which grant it works, or will. */
  readonly grant: Digest;
  /** What the agent is told when it has nothing to do any more: null while we want it to wait. */
  readonly next: 'reboot' | 'halt' | 'disk' | null;
  /** It may be given this image, and nothing else. */
  readonly image?: Image;
  /** What its BMC, or its firmware, may fetch under a medium of its own. */
  readonly iso?: Iso;
  /** What cloud-init finds there at its first boot. */
  readonly seed?: Rendered;
  /** The installed system is expected to call home. */
  readonly home: boolean;
}
