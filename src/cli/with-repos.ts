import { fail, type Result } from '../model/result.ts';
import type { Complaint } from './complaint.ts';
import { type OpenedRepo, openToRead } from './open-repo.ts';
import type { RepoChoice } from './repo-choice.ts';
import type { Terminal } from './terminal.ts';

/** Opens what was named, hands it to `work` (the same one twice where there is no status repository), and closes it. */
export async function withRepos<T>(
  terminal: Terminal,
  choice: RepoChoice,
  work: (fleetRepo: OpenedRepo, statusRepo: OpenedRepo) => Promise<Result<T, Complaint>>,
): Promise<Result<T, Complaint>> {
  const fleetRepo = await openToRead(terminal, choice.repo, choice);
  if (!fleetRepo.ok) return fleetRepo;
  try {
    if (choice.statusRepo === undefined) return await work(fleetRepo.value, fleetRepo.value);
    const statusRepo = await openToRead(terminal, choice.statusRepo, choice);
    if (!statusRepo.ok) return fail(statusRepo.error);
    try {
      return await work(fleetRepo.value, statusRepo.value);
    } finally {
      await statusRepo.value.close();
    }
  } finally {
    await fleetRepo.value.close();
  }
}
