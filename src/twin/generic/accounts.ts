import { type Account, createAccount, lockoutMs, lockoutThreshold, withAccount } from '../accounts.ts';
import { refuse, reply, replyJson } from '../answer.ts';
import type { Bmc } from '../bmc.ts';
import type { JsonObject } from '../json.ts';
import type { MessageId } from '../messages.ts';
import { type Change, type Params, type Route, unchanged } from '../route.ts';
import { healthy, link, listParts, showCollection } from './collection.ts';
import { root } from './paths.ts';

const service = `${root}/AccountService`;
const accounts = `${service}/Accounts`;
const accountsMax = 16;
const passwordLength = { min: 8, max: 20 };

const roles = [
  {
    id: 'Administrator',
    privileges: ['Login', 'ConfigureManager', 'ConfigureUsers', 'ConfigureComponents', 'ConfigureSelf'],
  },
  { id: 'Operator', privileges: ['Login', 'ConfigureComponents', 'ConfigureSelf'] },
  { id: 'ReadOnly', privileges: ['Login', 'ConfigureSelf'] },
];

/** Accounts that are added by POST; or slots, of which empty ones are filled by PATCH, and the first is not to be touched. */
export const accountRoutes: readonly Route[] = [
  {
    pattern: service,
    get: () => ({
      '@odata.id': service,
      '@odata.type': '#AccountService.v1_13_0.AccountService',
      Id: 'AccountService',
      Name: 'Account service',
      Status: healthy,
      ServiceEnabled: true,
      AccountLockoutThreshold: lockoutThreshold,
      AccountLockoutDuration: lockoutMs / 1_000,
      MinPasswordLength: passwordLength.min,
      MaxPasswordLength: passwordLength.max,
      Accounts: link(accounts),
      Roles: link(`${service}/Roles`),
    }),
  },
  {
    pattern: accounts,
    get: (bmc) =>
      showCollection(
        accounts,
        'ManagerAccount',
        bmc.accounts.map(({ id }) => id),
      ),
    post: addAccount,
  },
  {
    pattern: `${accounts}/{id}`,
    tagged: true,
    get: (bmc, { id }, now) => {
      const account = bmc.accounts.find((one) => one.id === id);
      return account === undefined ? null : show(account, now);
    },
    patch: changeAccount,
  },
  ...listParts(
    `${service}/Roles`,
    'Role',
    () => roles,
    ({ id, privileges }, path) => ({
      '@odata.id': path,
      '@odata.type': '#Role.v1_3_1.Role',
      Id: id,
      Name: `${id} role`,
      RoleId: id,
      IsPredefined: true,
      AssignedPrivileges: privileges,
    }),
  ),
];

const show = ({ id, username, role, lockedUntil }: Account, now: number): JsonObject => ({
  '@odata.id': `${accounts}/${id}`,
  '@odata.type': '#ManagerAccount.v1_11_0.ManagerAccount',
  Id: id,
  Name: 'User account',
  UserName: username,
  Password: null,
  AccountTypes: ['Redfish'],
  RoleId: role,
  Enabled: username !== '',
  Locked: now < lockedUntil,
  Links: { Role: link(`${service}/Roles/${role}`) },
});

function addAccount(bmc: Bmc, body: JsonObject): Change {
  if (bmc.spec.accountSlots !== undefined) return unchanged(bmc, refuse(405, [['OperationNotAllowed']]));
  const missing = ['UserName', 'Password', 'RoleId'].find((name) => typeof body[name] !== 'string');
  if (missing !== undefined) return unchanged(bmc, refuse(400, [['CreateFailedMissingReqProperties', missing]]));
  const wrong = judge(bmc, body, '');
  if (wrong !== null) return unchanged(bmc, refuse(400, [wrong]));
  if (bmc.accounts.length >= accountsMax) return unchanged(bmc, refuse(400, [['CreateLimitReachedForResource']]));
  const id = String(bmc.accounts.length + 1);
  const account = createAccount(id, String(body.UserName), String(body.Password), String(body.RoleId));
  return {
    bmc: { ...bmc, accounts: [...bmc.accounts, account] },
    reply: replyJson(201, show(account, 0), { location: `${accounts}/${id}` }),
    effect: { account: `${account.username}: created` },
  };
}

function changeAccount(bmc: Bmc, body: JsonObject, _now: number, { id }: Params): Change {
  const account = bmc.accounts.find((one) => one.id === id);
  if (account === undefined) return unchanged(bmc, refuse(404, [['ResourceMissingAtURI', `${accounts}/${id}`]]));
  if (bmc.spec.accountSlots !== undefined && id === '1' && body.UserName !== undefined) {
    return unchanged(bmc, refuse(400, [['PropertyNotWritable', 'UserName']]));
  }
  const wrong = judge(bmc, body, account.id);
  if (wrong !== null) return unchanged(bmc, refuse(400, [wrong]));
  const text = (name: string, before: string): string => (typeof body[name] === 'string' ? body[name] : before);
  const after: Account = {
    ...account,
    username: text('UserName', account.username),
    password: text('Password', account.password),
    role: text('RoleId', account.role),
    failures: 0,
  };
  const what = account.username === '' ? 'created' : account.password === after.password ? 'changed' : 'password';
  return { bmc: withAccount(bmc, after), reply: reply(204), effect: { account: `${after.username}: ${what}` } };
}

const writable = new Set(['UserName', 'Password', 'RoleId', 'Enabled']);

function judge(bmc: Bmc, body: JsonObject, own: string): readonly [MessageId, ...string[]] | null {
  for (const [name, value] of Object.entries(body)) {
    if (!writable.has(name)) return ['PropertyUnknown', name];
    if (name === 'Enabled' ? typeof value !== 'boolean' : typeof value !== 'string') {
      return ['PropertyValueTypeError', name === 'Password' ? '(hidden)' : JSON.stringify(value ?? null), name];
    }
  }
  const { UserName, Password, RoleId } = body;
  if (typeof UserName === 'string' && bmc.accounts.some(({ id, username }) => id !== own && username === UserName)) {
    return ['ResourceAlreadyExists', 'ManagerAccount', 'UserName', UserName];
  }
  if (typeof RoleId === 'string' && !roles.some(({ id }) => id === RoleId)) {
    return ['PropertyValueNotInList', RoleId, 'RoleId'];
  }
  const { min, max } = passwordLength;
  if (typeof Password === 'string' && (Password.length < min || Password.length > max)) {
    return ['PropertyValueFormatError', '(hidden)', 'Password'];
  }
  return null;
}
