import type { Started } from '../../../model/outcome.ts';
import { ok } from '../../../model/result.ts';
import { memberPaths } from '../../../redfish/collection.ts';
import { text } from '../../../redfish/fields.ts';
import { follow, getOptional } from '../../../redfish/reader.ts';
import type { Refusal } from '../../../redfish/refusal.ts';
import type { Found, Reading } from '../../../redfish/reply.ts';
import type { Credentials } from '../../define.ts';
import { type Approach, notReached } from './approach.ts';
import type { Form } from './form.ts';
import { notOffered, send } from './send.ts';

/** What an account of ours may do: all that nanometal does on a BMC, the change of its own password with it. */
const role = 'Administrator';

/**
 * One request that makes a password the one in force (ManagerAccount schema): of the account of this name, or of a new
 * one. Dell, HPE and Lenovo add no accounts, and have slots instead, of which Dell keeps the first for itself.
 */
export async function rotateCredentials(to: Approach, next: Credentials | undefined): Promise<Started> {
  if (next === undefined) return { kind: 'unsent', message: 'there is no new password to set' };
  const { reader, forms } = to;
  const service = await getOptional(reader, reader.root.accountService);
  if (!service.ok) return notReached(service.error);
  if (service.value === null) return notOffered('this BMC has no account service');
  const collection = await follow(reader, service.value.body, 'Accounts');
  if (!collection.ok) return notReached(collection.error);
  if (collection.value === null) return notOffered('this BMC does not show its accounts');
  const accounts = await readAccounts(to, collection.value.path);
  if (!accounts.ok) return notReached(accounts.error);
  const { username } = next;
  const Password = next.password.reveal();
  const own = accounts.value.find(({ body }) => text(body, 'UserName') === username);
  if (own) {
    await to.client.doubt(username);
    return patch(to, own, { Password });
  }
  if (!forms.has('account-slot')) {
    const order = {
      method: 'POST',
      path: collection.value.path,
      body: { UserName: username, Password, RoleId: role },
      otherwise: ({ status }: Refusal): Form | undefined => (status === 405 ? 'account-slot' : undefined),
    } as const;
    return send(to, order);
  }
  const slot = accounts.value.find(({ body }) => text(body, 'UserName') === undefined && text(body, 'Id') !== '1');
  if (slot === undefined) return notOffered('this BMC adds no accounts, and has no empty slot for one');
  return patch(to, slot, { UserName: username, Password, RoleId: role, Enabled: true });
}

function patch(to: Approach, { path, etag }: Found, body: object): Promise<Started> {
  const order = { method: 'PATCH', path, body, ...(etag === undefined ? {} : { etag }) } as const;
  return send(to, order);
}

/** One after the other and not expanded: each is needed with its ETag. */
async function readAccounts({ reader }: Approach, path: string): Promise<Reading<readonly Found[]>> {
  const paths = await memberPaths(reader, path);
  if (!paths.ok) return paths;
  const accounts: Found[] = [];
  for (const member of paths.value ?? []) {
    const account = await getOptional(reader, member);
    if (!account.ok) return account;
    if (account.value) accounts.push(account.value);
  }
  return ok(accounts);
}
