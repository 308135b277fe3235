import { execFile } from 'node:child_process';

export interface FoundGit {
  readonly major: number;
  readonly minor: number;
}

/** The oldest Git whose options and environment variables are all that we use. */
const oldest: FoundGit = { major: 2, minor: 30 };
const answerMs = 10_000;

/** `null`: there is no `git` on the PATH, it does not answer, or it is older than 2.30. */
export async function findGit(): Promise<FoundGit | null> {
  const text = await new Promise<string>((done) => {
    execFile('git', ['--version'], { timeout: answerMs, maxBuffer: 4096 }, (error, stdout) =>
      done(error ? '' : stdout),
    );
  });
  const match = /^git version (\d+)\.(\d+)/.exec(text);
  if (!match) return null;
  const found = { major: Number(match[1]), minor: Number(match[2]) };
  return found.major > oldest.major || (found.major === oldest.major && found.minor >= oldest.minor) ? found : null;
}
