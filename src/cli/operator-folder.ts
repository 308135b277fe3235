import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { openDisk } from '../adapters/disk.ts';
import { syncFolder } from '../adapters/folder.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Disk } from '../ports/disk.ts';
import { type OperatorNotes, readNotes, writeNotes } from '../reconciler/operator.ts';
import { facilityName } from './arguments.ts';
import { type Complaint, failed, misused } from './complaint.ts';
import { stateFolderOf } from './state-folder.ts';
import type { Terminal } from './terminal.ts';

/** Which reconciler's state folder is meant. */
export interface FolderChoice {
  readonly facility?: string;
  readonly state?: string;
}

export const withFolderOptions = (command: Command): Command =>
  command
    .option('-f, --facility <name>', 'the facility (default: the only one with a state folder here)', facilityName)
    .option('--state <dir>', 'the state folder, as the reconciler was told');

/** What an operator says on the reconciler's host. */
export interface OperatorFolder {
  readonly path: string;
  readonly notes: OperatorNotes;
  write(notes: OperatorNotes): Promise<void>;
}

/**
 * The folder must be there already: a note in a folder that no reconciler reads would hold nothing back, and whoever
 * pressed the button would believe that it did.
 */
export async function openOperatorFolder(
  terminal: Terminal,
  choice: FolderChoice,
): Promise<Result<OperatorFolder, Complaint>> {
  const chosen = chooseFolder(terminal, choice);
  if (!chosen.ok) return chosen;
  const path = chosen.value;
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return fail(failed(`there is no state folder ${path}: no reconciler has run with it on this host`, remedy));
  }
  const disk = await openDisk(path);
  try {
    const notes = await readNotes(disk);
    return ok({ path, notes, write: (next) => writeNotes(ownedDisk(disk, path), next) });
  } finally {
    await disk.close();
  }
}

const remedy =
  'run this where the reconciler runs, as its user or as root, and name its folder with --state; under systemd that is /var/lib/nanometal/<facility>';

function chooseFolder(terminal: Terminal, { facility, state }: FolderChoice): Result<string, Complaint> {
  if (state !== undefined) return ok(resolve(terminal.cwd, state));
  if (facility !== undefined) return ok(stateFolderOf(facility));
  const parent = dirname(stateFolderOf('any'));
  const names = existsSync(parent)
    ? readdirSync(parent, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : [];
  const [only, ...others] = names.sort();
  if (only !== undefined && others.length === 0) return ok(join(parent, only));
  return only === undefined
    ? fail(misused(`there is no state folder in ${parent}`, remedy))
    : fail(misused('several facilities have a state folder on this host', `name one: -f ${names.join(', -f ')}`));
}

/** Root may press the button too; what it writes must stay readable to the reconciler, from the first moment. */
function ownedDisk(disk: Disk, folder: string): Disk {
  return {
    ...disk,
    async write(path, content) {
      const { uid, gid } = statSync(folder);
      const temporary = join(folder, `${path}.${randomUUID()}.tmp`);
      const handle = await open(temporary, 'wx', 0o600);
      try {
        await handle.writeFile(content);
        if (process.getuid?.() === 0) await handle.chown(uid, gid);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, join(folder, path));
      await syncFolder(folder);
    },
  };
}
