export const main = 'refs/heads/main';
export const statusRef = 'refs/heads/status/ams1';
export const leaseRef = 'refs/nanometal/lease/ams1';

/** Unlike any word that could stand anywhere by chance. */
export const password = 'Xyzzy-plugh-3141';
/** What the operator has in the file while somebody has not yet changed it. */
export const wrongPassword = 'Wrong-horse-2718';
