import type { Disk } from '../ports/disk.ts';
import { type Complaint, failed } from './complaint.ts';

/** One state folder, one facility: the journal and the memory of another must not be taken for its own. */
export async function claimFolder(disk: Disk, folder: string, facility: string): Promise<Complaint | null> {
  const bytes = await disk.read('facility');
  const owner = bytes === null ? '' : new TextDecoder().decode(bytes).trim();
  if (owner === facility) return null;
  if (owner !== '') return failed(`${folder} is the state folder of ${owner}`, 'name another folder with --state');
  await disk.write('facility', new TextEncoder().encode(`${facility}\n`));
  return null;
}
