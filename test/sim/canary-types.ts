import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Canary } from './canaries.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What the compiler has against each of these bugs: nothing, where it is one that somebody could write. It asks for less than of
 * the program: a guard that is taken out leaves values that may be missing.
 */
export function complaintsAbout(canaries: readonly Canary[]): ReadonlyMap<string, readonly string[]> {
  const { config } = ts.readConfigFile(`${root}src/tsconfig.json`, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, `${root}src`);
  const changed = new Map<string, string>();
  let turn = 0;
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => ({ ...options, noEmit: true, incremental: false }),
    getScriptFileNames: () => fileNames,
    getScriptVersion: (file) => (changed.has(file) ? `planted ${turn}` : 'as it is'),
    getScriptSnapshot: (file) => {
      const text = changed.get(file) ?? ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  };
  const service = ts.createLanguageService(host);
  const found = new Map<string, readonly string[]>();
  for (const { name, edits } of canaries) {
    changed.clear();
    turn += 1;
    for (const { file, find, replace } of edits) {
      const path = `${root}src/${file}`;
      const before = changed.get(path) ?? ts.sys.readFile(path) ?? '';
      changed.set(
        path,
        before.replace(find, () => replace),
      );
    }
    const wrong = [...changed.keys()].flatMap((path) => [
      ...service.getSyntacticDiagnostics(path),
      ...service.getSemanticDiagnostics(path),
    ]);
    const words = wrong.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    found.set(
      name,
      words.filter((text) => !/undefined|null/.test(text)),
    );
  }
  return found;
}
