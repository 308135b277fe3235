import { healthy, link, listParts } from "./collection.js";
import { root } from "./paths.js";
const accounts = `${root}/AccountService`;
const roles = [
    {
        id: 'Administrator',
        privileges: ['Login', 'ConfigureManager', 'ConfigureUsers', 'ConfigureComponents', 'ConfigureSelf'],
    },
    { id: 'Operator', privileges: ['Login', 'ConfigureComponents', 'ConfigureSelf'] },
    { id: 'ReadOnly', privileges: ['Login', 'ConfigureSelf'] },
];
/** One account, to be looked at only. */
export const accountRoutes = [
    {
        pattern: accounts,
        get: () => ({
            '@odata.id': accounts,
            '@odata.type': '#AccountService.v1_13_0.AccountService',
            Id: 'AccountService',
            Name: 'Account service',
            Status: healthy,
            ServiceEnabled: true,
            Accounts: link(`${accounts}/Accounts`),
            Roles: link(`${accounts}/Roles`),
        }),
    },
    ...listParts(`${accounts}/Accounts`, 'ManagerAccount', (bmc) => [{ id: '1', username: bmc.spec.account.username }], ({ id, username }, path) => ({
        '@odata.id': path,
        '@odata.type': '#ManagerAccount.v1_11_0.ManagerAccount',
        Id: id,
        Name: 'User account',
        UserName: username,
        Password: null,
        AccountTypes: ['Redfish'],
        RoleId: 'Administrator',
        Enabled: true,
        Locked: false,
        Links: { Role: link(`${accounts}/Roles/Administrator`) },
    })),
    ...listParts(`${accounts}/Roles`, 'Role', () => roles, ({ id, privileges }, path) => ({
        '@odata.id': path,
        '@odata.type': '#Role.v1_3_1.Role',
        Id: id,
        Name: `${id} role`,
        RoleId: id,
        IsPredefined: true,
        AssignedPrivileges: privileges,
    })),
];
//# sourceMappingURL=accounts.js.map