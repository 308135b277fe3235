import { armor, Decrypter, Encrypter } from 'age-encryption';
import { fail, ok, type Result } from '../../model/result.ts';
import { Secret } from '../../model/secret.ts';
import type { Vault } from '../../ports/vault.ts';
import { readIdentities } from './identities.ts';

/** `--age-key FILE`: sealed for the recipients that the facility names, opened with that key. */
export function openAgeVault(keyFile: string): Vault {
  const judged = new Map<string, Promise<string | null>>();

  async function open(sealed: string): Promise<Result<Secret, string>> {
    const identities = await readIdentities(keyFile);
    if (!identities.ok) return identities;
    try {
      const decrypter = new Decrypter();
      for (const identity of identities.value) decrypter.addIdentity(identity);
      return ok(new Secret(await decrypter.decrypt(armor.decode(sealed), 'text')));
    } catch {
      return fail(`it cannot be opened with ${keyFile}: it is damaged, or was sealed for other recipients`);
    }
  }

  async function seal(plain: Secret, recipients: readonly string[]): Promise<string> {
    const encrypter = new Encrypter();
    for (const recipient of recipients) encrypter.addRecipient(recipient);
    return `${armor.encode(await encrypter.encrypt(plain.reveal()))}`;
  }

  /** Tried out, because only that shows that a key was not mistyped. */
  async function judge(recipients: readonly string[]): Promise<string | null> {
    const encrypter = new Encrypter();
    for (const recipient of recipients) {
      try {
        encrypter.addRecipient(recipient);
      } catch {
        return `recipients of the facility: ${recipient} is no age recipient; copy it anew from age-keygen -y`;
      }
    }
    const opened = await open(await seal(new Secret('probe'), recipients));
    if (opened.ok) return null;
    return `what is sealed for recipients.facility cannot be opened with ${keyFile}: name its public half (age-keygen -y ${keyFile})`;
  }

  return {
    async objection(recipients) {
      const key = recipients.join(' ');
      const known = judged.get(key);
      // An objection is looked at again: the key file may have been mended.
      if (known && (await known) === null) return null;
      const judging = judge(recipients);
      judged.clear();
      judged.set(key, judging);
      return judging;
    },
    seal,
    open,
  };
}

/** Without a key of its own a host can seal nothing that it could open again. */
export const noVault: Vault = {
  objection: async () => 'passwords can be changed only where nanometal runs with --age-key FILE',
  seal: async () => {
    throw new Error('sealed although there was an objection');
  },
  open: async () => fail('there is no key to open it: nanometal runs without --age-key FILE'),
};
