import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Canary } from './canaries.ts';

export interface Caught {
  /** The first seed that caught it; null: none did. */
  readonly seed: number | null;
  readonly why: string;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const build = `${root}build`;

/** The bug in a copy of the program; an error where the place is not there exactly once any more. */
export function plant(canary: Canary, folder: string): void {
  const { config } = ts.readConfigFile(`${root}src/tsconfig.json`, ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, `${root}src`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['src', 'test']) cpSync(`${build}/${part}`, `${folder}/${part}`, { recursive: true });
  const changed = new Map<string, string>();
  for (const { file, find, replace } of canary.edits) {
    const source = changed.get(file) ?? readFileSync(`${root}src/${file}`, 'utf8');
    if (source.split(find).length !== 2) throw new Error(`${canary.name}: its place in src/${file} is not there once`);
    changed.set(
      file,
      source.replace(find, () => replace),
    );
  }
  for (const [file, source] of changed) {
    const compilerOptions = { ...options, module: ts.ModuleKind.ESNext };
    const { outputText } = ts.transpileModule(source, { compilerOptions, fileName: file });
    writeFileSync(`${folder}/src/${file.replace(/\.ts$/, '.js')}`, outputText);
  }
}

/** Runs seeds 1 to `seeds`, with no checker but that of its law, until one catches it. */
export async function hunt(canary: Canary, seeds: number, atOnce: number): Promise<Caught> {
  const folder = `${build}/canaries/${canary.name.replace(/\W+/g, '-')}`;
  plant(canary, folder);
  let next = 1;
  let caught: { readonly seed: number; readonly why: string } | null = null;
  const take = (child: ChildProcess): void => {
    if (caught || next > seeds) child.disconnect();
    else child.send({ seed: next++, law: canary.law, replay: false });
  };
  await Promise.all(
    Array.from({ length: atOnce }, () => {
      const child = fork(`${folder}/test/sim/prove.js`, { env: { ...process.env, NANOMETAL_PROVE: 'worker' } });
      return new Promise<void>((resolve, reject) => {
        child.on('message', (message) => {
          if (isReport(message) && message.broken[0] && !caught)
            caught = { seed: message.seed, why: message.broken[0].why };
          take(child);
        });
        child.on('exit', (code) =>
          code === 0 ? resolve() : reject(new Error(`${canary.name}: a worker ended with ${code}`)),
        );
        take(child);
      });
    }),
  );
  rmSync(folder, { recursive: true, force: true });
  return caught ?? { seed: null, why: '' };
}

interface Report {
  readonly seed: number;
  readonly broken: readonly { readonly why: string }[];
}
const isReport = (value: unknown): value is Report => typeof value === 'object' && value !== null && 'broken' in value;
