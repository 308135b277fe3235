import type { MachineManifest } from '../model/manifest.gen.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import { readBmcAddress, writeBmcAddress } from './bmc-address.ts';
import type { ParsedFile } from './parse.ts';
import { printablePath, shown } from './printable.ts';

/** Something that only one machine can be: its name, its serial number, the BMC at its address. */
interface Claim {
  readonly key: string;
  readonly code: Extract<
    ProblemCode,
    'name-duplicate' | 'identity-duplicate' | 'address-duplicate' | 'account-duplicate'
  >;
  readonly pointer: string;
  /** For people. */
  readonly word: string;
  readonly value: string;
  /** Machines behind one BMC service may share it if each names its system; then this is where they differ. */
  readonly apartBy?: string;
}

interface Holder {
  readonly file: ParsedFile;
  readonly claim: Claim;
}

/**
 * Who claims what. Kept up to date file by file, so that one changed manifest among 100,000 costs no look at
 * the others.
 */
export class Claims {
  readonly #holders = new Map<string, readonly Holder[]>();
  /** Keys with more than one holder. */
  readonly #crowded = new Set<string>();

  add(file: ParsedFile): void {
    for (const claim of claimsOf(file))
      this.#set(claim.key, [...(this.#holders.get(claim.key) ?? []), { file, claim }]);
  }

  remove(file: ParsedFile): void {
    for (const { key } of claimsOf(file)) {
      this.#set(
        key,
        (this.#holders.get(key) ?? []).filter((holder) => holder.file.path !== file.path),
      );
    }
  }

  /** Every machine that claims what another claims too; each problem names the other. */
  problems(): Problem[] {
    const crowds = [...this.#crowded].sort().map((key) => this.#holders.get(key) ?? []);
    return crowds.flatMap((holders) => {
      const sorted = holders.toSorted((a, b) => (a.file.path < b.file.path ? -1 : 1));
      return sorted.flatMap((holder) => {
        const rival = sorted.find((other) => other !== holder && collide(holder.claim, other.claim));
        return rival === undefined ? [] : [explain(holder, rival.file)];
      });
    });
  }

  #set(key: string, holders: readonly Holder[]): void {
    if (holders.length === 0) this.#holders.delete(key);
    else this.#holders.set(key, holders);
    if (holders.length > 1) this.#crowded.add(key);
    else this.#crowded.delete(key);
  }
}

/** One BMC may be named by several machines as long as each says which of its systems it is. */
function collide(a: Claim, b: Claim): boolean {
  return a.apartBy === undefined || b.apartBy === undefined || a.apartBy === b.apartBy;
}

function claimsOf(file: ParsedFile): Claim[] {
  if (file.manifest.kind !== 'Machine') return [];
  const { metadata, spec } = file.manifest;
  const claims: Claim[] = [
    {
      key: `name ${metadata.name}`,
      code: 'name-duplicate',
      pointer: '/metadata/name',
      word: 'name',
      value: metadata.name,
    },
  ];
  const { serial, uuid, bmcMac } = spec.identity ?? {};
  const identity = (field: 'serial' | 'uuid' | 'bmcMac', value: string, apartBy?: string): Claim => ({
    // Vendors change the case of what they report between firmware versions.
    key: `${field} ${value.toLowerCase()}`,
    code: 'identity-duplicate',
    pointer: `/spec/identity/${field}`,
    word: field,
    value,
    ...(apartBy === undefined ? {} : { apartBy }),
  });
  const { address, system } = bmcOf(spec);
  if (serial !== undefined) claims.push(identity('serial', serial));
  if (uuid !== undefined) claims.push(identity('uuid', uuid));
  if (bmcMac !== undefined) claims.push(identity('bmcMac', bmcMac, system && `${address} ${system}`));
  claims.push({
    key: `address ${address}`,
    code: 'address-duplicate',
    pointer: '/spec/bmc/address',
    word: 'BMC',
    value: system === undefined ? spec.bmc.address : `${spec.bmc.address} ${system}`,
    ...(system === undefined ? {} : { apartBy: system }),
  });
  const { account } = spec.bmc;
  if (account !== undefined) {
    claims.push({
      key: `account ${address} ${account.username}`,
      code: 'account-duplicate',
      pointer: '/spec/bmc/account/username',
      word: 'account of the BMC',
      value: account.username,
    });
  }
  return claims;
}

function bmcOf({ bmc }: MachineManifest['spec']): { readonly address: string; readonly system: string | undefined } {
  const address = readBmcAddress(bmc.address);
  // By host and port alone: http and https on one port are one BMC.
  const text = address === null ? bmc.address : writeBmcAddress({ ...address, scheme: 'https' });
  return { address: text, system: bmc.system };
}

function explain({ file, claim }: Holder, rival: ParsedFile): Problem {
  const remedies = {
    'name-duplicate': 'machine names are unique in the fleet: rename one',
    'identity-duplicate': 'one of the two is wrong, or one machine has two manifests',
    'account-duplicate': 'two machines behind one BMC need accounts of two names',
    'address-duplicate': 'correct one, or say in both which `bmc.system` of the service it is',
  } as const;
  return {
    code: claim.code,
    file: printablePath(file.path),
    ...file.places[claim.pointer],
    pointer: claim.pointer,
    message: `this ${claim.word} is also that of ${placeIn(rival, claim.pointer)}`,
    value: shown(claim.value),
    remedy: remedies[claim.code],
  };
}

function placeIn(file: ParsedFile, pointer: string): string {
  const place = file.places[pointer];
  return `${printablePath(file.path)}${place === undefined ? '' : `:${place.line}`}`;
}
