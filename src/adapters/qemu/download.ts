import { open, rename, rm } from 'node:fs/promises';
import { fail, ok, type Result } from '../../model/result.ts';
import { codeOf } from '../error-code.ts';

const bytesMax = 4 * 1024 ** 3;
const patienceMs = 300_000;

/**
 * Fetches a medium as a whole into `path`, which is then there whole or not at all. No redirect is followed. The error is
 * for people, and does not repeat the URL.
 */
export async function download(url: string, path: string, signal: AbortSignal): Promise<Result<number, string>> {
  if (!/^https?:\/\//i.test(url)) return fail('only http and https can be fetched');
  const part = `${path}.part`;
  try {
    const answer = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    });
    if (answer.status !== 200 || answer.body === null) return fail(`the server answered ${answer.status}`);
    const bytes = await save(answer.body, part);
    if (bytes === null) return fail(`it is larger than ${bytesMax} bytes`);
    await rename(part, path);
    return ok(bytes);
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    if (signal.aborted) return fail('called off');
    return fail(`it cannot be fetched (${codeOf(cause) ?? (error instanceof Error ? error.name : 'unknown error')})`);
  } finally {
    await rm(part, { force: true });
  }
}

/** How many bytes; `null`: too many. */
async function save(body: AsyncIterable<Uint8Array>, path: string): Promise<number | null> {
  const file = await open(path, 'w', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > bytesMax) return null;
      for (let written = 0; written < chunk.length; ) {
        written += (await file.write(chunk, written)).bytesWritten;
      }
    }
    return bytes;
  } finally {
    await file.close();
  }
}
