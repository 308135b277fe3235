import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgentImage } from '../../boot/desk.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { codeOf } from '../error-code.ts';
import { isRecord, parseJson } from '../json.ts';
import { type Content, fileContent, overlaidContent } from './content.ts';

/** What was built as the agent, checked once; what it holds does not change while we run. */
export interface AgentFolder extends AgentImage {
  /** A file as it is, or with a text in the place that is reserved in it. */
  content(name: string, overlay?: string): Content;
}

/** Places that we write into on the fly: where the text begins that marks one, and how long it is. */
interface Reserved {
  readonly marker: string;
  readonly bytes: number;
  /** What stays in front of the text. */
  readonly before: string;
  /** What the rest is filled with. */
  readonly padding: string;
}

const reserved: ReadonlyMap<string, Reserved> = new Map([
  [
    'boot.iso',
    {
      marker: '# nanometal.conf: reserved',
      bytes: 65_536,
      before: '# nanometal.conf: reserved\n',
      padding: '\n',
    },
  ],
  ['agent.efi', { marker: 'nanometal.reserved=', bytes: 1_024, before: '', padding: ' ' }],
]);

const manifestBytesMax = 1024 * 1024;
const contract = 1;

interface File {
  readonly path: string;
  readonly bytes: number;
  readonly place?: number;
}

/** The error says why nothing can be booted from it, and what to do. */
export async function openAgentFolder(folder: string): Promise<Result<AgentFolder, string>> {
  const manifest = await readManifest(join(folder, 'manifest.json'));
  if (!manifest.ok) return fail(`${folder}: ${manifest.error}`);
  const files = new Map<string, File>();
  for (const { name, sha256, bytes } of manifest.value.files) {
    const path = join(folder, name);
    const read = await check(path, sha256, bytes, reserved.get(name));
    if (!read.ok) return fail(`${path}: ${read.error}; build the agent again`);
    files.set(name, read.value);
  }
  return ok({
    files: new Set(files.keys()),
    commandLine: manifest.value.commandLine,
    content: (name, overlay) => contentOf(name, files, overlay),
  });
}

function contentOf(name: string, files: ReadonlyMap<string, File>, overlay: string | undefined): Content {
  const file = files.get(name);
  if (file === undefined) throw new Error(`the agent has no ${name}`);
  const place = reserved.get(name);
  if (overlay === undefined || place === undefined || file.place === undefined)
    return fileContent(file.path, file.bytes);
  const text = Buffer.from(`${place.before}${overlay}`, 'utf8');
  if (text.length > place.bytes) throw new Error(`${name} has ${place.bytes} bytes for settings of ${text.length}`);
  const padded = Buffer.concat([text, Buffer.alloc(place.bytes - text.length, place.padding)]);
  return overlaidContent(file.path, file.bytes, file.place, padded);
}

interface Manifest {
  readonly commandLine: string;
  readonly files: readonly Listed[];
}
type Listed = { readonly name: string; readonly sha256: string; readonly bytes: number };

async function readManifest(path: string): Promise<Result<Manifest, string>> {
  let text: string;
  try {
    if ((await stat(path)).size > manifestBytesMax) return fail('manifest.json is too long');
    text = await readFile(path, 'utf8');
  } catch (error) {
    return fail(`manifest.json cannot be read (${codeOf(error) ?? 'failed'}); build the agent with agent/build`);
  }
  const manifest = parseJson(text);
  if (!isRecord(manifest) || !isRecord(manifest.files)) return fail('manifest.json is not one of an agent');
  if (manifest.contract !== contract) {
    const told = typeof manifest.contract === 'number' ? String(manifest.contract) : 'none';
    return fail(`the agent speaks contract ${told}, here ${contract} is spoken; build it from this version`);
  }
  const { commandLine } = manifest;
  if (typeof commandLine !== 'string' || !/^[ -~]{0,512}$/.test(commandLine)) {
    return fail('manifest.json has no commandLine for the kernel');
  }
  const files: Listed[] = [];
  for (const [name, file] of Object.entries(manifest.files)) {
    const sha256 = isRecord(file) ? file.sha256 : undefined;
    const bytes = isRecord(file) ? file.bytes : undefined;
    if (!/^[a-z][a-z0-9.-]{0,63}$/.test(name) || typeof sha256 !== 'string' || typeof bytes !== 'number') {
      return fail(`manifest.json: not a file with sha256 and bytes: ${JSON.stringify(name)}`);
    }
    files.push({ name, sha256, bytes });
  }
  return ok({ commandLine, files });
}

/** Size and digest, and the only place with the marker, in one reading. */
async function check(
  path: string,
  sha256: string,
  bytes: number,
  place: Reserved | undefined,
): Promise<Result<File, string>> {
  const hash = createHash('sha256');
  const places: number[] = [];
  const marker = Buffer.from(place?.marker ?? '');
  let seen = 0;
  let tail: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      hash.update(chunk);
      if (place !== undefined) {
        // The marker may lie across two chunks.
        const window = Buffer.concat([tail, chunk]);
        const begin = seen - tail.length;
        for (let at = window.indexOf(marker); at >= 0; at = window.indexOf(marker, at + 1)) places.push(begin + at);
        tail = window.subarray(Math.max(0, window.length - marker.length + 1));
      }
      seen += chunk.length;
    }
  } catch (error) {
    return fail(`cannot be read (${codeOf(error) ?? 'failed'})`);
  }
  if (seen !== bytes || hash.digest('hex') !== sha256) return fail('not the file that manifest.json names');
  if (place === undefined) return ok({ path, bytes });
  const [only, ...more] = places;
  if (only === undefined || more.length > 0 || only + place.bytes > bytes) {
    return fail(`holds ${JSON.stringify(place.marker)} ${places.length} times, or too near its end`);
  }
  return ok({ path, bytes, place: only });
}
