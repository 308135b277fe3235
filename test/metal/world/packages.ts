import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from '../../system/world/tools.ts';

/** Kept from one run to the next, as what `agent/build` downloads is. */
const cache = join(process.env.NANOMETAL_CACHE ?? join(tmpdir(), 'nanometal-cache'), 'guest');

/** The files of a Debian package, downloaded and unpacked, and never installed: the folder that they are in. */
export async function unpack(name: string): Promise<string> {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const work = `${folder}.${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'files'), { recursive: true });
  await must('apt-get', ['download', '-q', name], work);
  const [deb] = readdirSync(work).filter((file) => file.endsWith('.deb'));
  if (deb === undefined) throw new Error(`apt-get has downloaded nothing for ${name}`);
  await must('dpkg-deb', ['-x', deb, 'files'], work);
  // Whoever is second has the same.
  if (!existsSync(folder)) renameSync(join(work, 'files'), folder);
  rmSync(work, { recursive: true, force: true });
  return folder;
}

/** The package that this one is a name for: `linux-image-6.1.0-56-cloud-amd64`. */
export async function dependencyOf(name: string, prefix: string): Promise<string> {
  const listed = await must('apt-cache', ['depends', name], '/');
  const found = /Depends: (\S+)/g;
  for (const [, dependency = ''] of listed.matchAll(found)) if (dependency.startsWith(prefix)) return dependency;
  throw new Error(`${name} does not depend on a package ${prefix}…`);
}

/** What it printed; a program that fails is an error with all that it said. */
export async function must(program: string, args: readonly string[], cwd: string): Promise<string> {
  const ran = await tool(program, args, { cwd });
  if (ran.code !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${ran.code}\n${ran.stdout}${ran.stderr}`);
  return ran.stdout;
}
