import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a facility's journal, lease holder and clone live unless `--state` says otherwise. */
export function stateFolderOf(facility: string): string {
  const { STATE_DIRECTORY, XDG_STATE_HOME } = process.env;
  if (STATE_DIRECTORY) return join(STATE_DIRECTORY, facility);
  return join(XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'nanometal', facility);
}
