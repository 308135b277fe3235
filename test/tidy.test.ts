import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The house rules that a machine can check (design §6). Each test names every place that breaks its rule. */

const root = resolve(import.meta.dirname, '../src');

/** A folder imports only from lower floors, and from itself. */
const floors: readonly (readonly string[])[] = [
  ['model'],
  ['manifest', 'diff', 'status', 'twin'],
  ['ports', 'propose'],
  ['redfish', 'boot'],
  ['adapters', 'drivers', 'conformance'],
  ['discover'],
  ['reconciler'],
  ['rehearsal'],
  ['web'],
  ['cli'],
];
/** `rehearsal` is run by `npm run prove`; the drivers of the control plane and their adapters wait for `cli/compose.ts`. */
const entries = [
  'index.ts',
  'drivers/define.ts',
  'conformance/index.ts',
  'cli/main.ts',
  'rehearsal/host.ts',
  'rehearsal/machine.ts',
  'drivers/control-plane/ssh/driver.ts',
  'drivers/control-plane/process/driver.ts',
  'adapters/shell/ssh.ts',
  'adapters/shell/local.ts',
  'adapters/processes.ts',
];
const barrels = new Set(['index.ts', 'conformance/index.ts']);
const linesMax = 400;

interface Source {
  /** Below src, with `/`. */
  readonly path: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}
interface Import {
  /** As written. */
  readonly target: string;
  /** Below src, where it is one of our files. */
  readonly file: string | null;
  /** Gone when compiled. */
  readonly typeOnly: boolean;
}

const sources: readonly Source[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    return { path, tree, imports: importsOf(path, tree) };
  });
const byPath = new Map(sources.map((source) => [source.path, source]));
/** Generated files are as the generator writes them. */
const written = sources.filter(({ path }) => !path.endsWith('.gen.ts'));

function importsOf(path: string, tree: ts.SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (target: string, typeOnly: boolean): void => {
    const file = target.startsWith('.') ? relative(root, resolve(root, dirname(path), target)) : null;
    found.push({ target, file, typeOnly });
  };
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [target] = node.arguments;
      if (target && ts.isStringLiteralLike(target)) add(target.text, false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node.argument.literal.text, true);
    }
  });
  return found;
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

const folderOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '');
/** The files right under src stand above all floors. */
const floorOf = (path: string): number =>
  folderOf(path) === '' ? floors.length : floors.findIndex((names) => names.includes(folderOf(path)));
const place = ({ path, tree }: Source, node: ts.Node): string =>
  `src/${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;

/** Every place in these files where `wrong` says something. */
function findings(files: readonly Source[], wrong: (node: ts.Node) => string | null): readonly string[] {
  const found: string[] = [];
  for (const source of files) {
    walk(source.tree, (node) => {
      const what = wrong(node);
      if (what !== null) found.push(`${place(source, node)} ${what}`);
    });
  }
  return found;
}

describe('floors', () => {
  it('every folder has its floor', () => {
    const unknown = sources.filter(({ path }) => floorOf(path) < 0).map(({ path }) => path);
    expect(unknown).toEqual([]);
  });

  it('a folder imports only from lower floors and from itself', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ file }) => file !== null && folderOf(file) !== folderOf(path) && floorOf(file) >= floorOf(path))
        .map(({ file }) => `src/${path} imports src/${file}`),
    );
    expect(wrong).toEqual([]);
  });

  it('every import of our own names a file that is there, with its ending', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports.filter(({ file }) => file !== null && !byPath.has(file)).map(({ target }) => `src/${path}: ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('the model imports nothing from outside, and ports are types only', () => {
    const outside = sources
      .filter(({ path }) => folderOf(path) === 'model')
      .flatMap(({ path, imports }) => imports.filter((i) => i.file === null).map((i) => `src/${path}: ${i.target}`));
    const values = findings(
      sources.filter(({ path }) => folderOf(path) === 'ports'),
      (node) => (ts.isSourceFile(node) && node.statements.some(isValue) ? 'exports a value' : null),
    );
    expect([...outside, ...values]).toEqual([]);
  });

  it('the protocol, the drivers and the reconciler know no adapter; protocol and reconciler no node module', () => {
    const wrong = sources.flatMap(({ path, imports }) => {
      const folder = folderOf(path);
      if (!['redfish', 'boot', 'drivers', 'discover', 'reconciler'].includes(folder)) return [];
      return imports
        .filter((i) => i.file?.startsWith('adapters/') || (folder !== 'drivers' && i.target.startsWith('node:')))
        .map(({ target }) => `src/${path}: ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('nothing imports itself in a circle', () => {
    expect(circles()).toEqual([]);
  });

  it('every file is reached from what is published', () => {
    const reached = new Set<string>();
    const queue = [...entries];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      queue.push(...(byPath.get(path)?.imports ?? []).flatMap(({ file }) => file ?? []));
    }
    const dead = sources.filter(({ path }) => !reached.has(path)).map(({ path }) => `src/${path}`);
    expect(dead).toEqual([]);
  });
});

const isValue = (statement: ts.Statement): boolean =>
  ts.isVariableStatement(statement) || ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);

/** Depth first, over imports that exist when the program runs: each circle once, from where it was entered. */
function circles(): readonly string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) found.push([...way.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const { file, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (file !== null && !typeOnly) visit(file, [...way, path]);
    }
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return found;
}

describe('what would escape the simulation', () => {
  const inside = sources.filter(({ path }) => !['adapters', 'cli', 'web'].includes(folderOf(path)));

  it('time, chance, timers and the network come only through ports', () => {
    expect(findings(inside, escapes)).toEqual([]);
  });

  it('no file, socket, thread or compressor is opened outside the adapters', () => {
    const modules =
      /^(node:)?(fs|net|tls|dgram|dns|http|https|http2|zlib|worker_threads|cluster|timers|child_process)(\/|$)/;
    const wrong = inside.flatMap(({ path, imports }) =>
      imports.filter((i) => !i.typeOnly && modules.test(i.target)).map(({ target }) => `src/${path}: ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

const members = new Map([
  ['Date', new Set(['now'])],
  ['performance', new Set(['now', 'timeOrigin', 'mark', 'measure'])],
  ['process', new Set(['hrtime', 'uptime'])],
  ['Math', new Set(['random'])],
  ['AbortSignal', new Set(['timeout'])],
  ['crypto', new Set(['subtle', 'getRandomValues', 'randomUUID', 'randomBytes'])],
]);
const globals = new Set(['setTimeout', 'setInterval', 'setImmediate', 'fetch', 'randomUUID', 'randomBytes', 'Worker']);

function escapes(node: ts.Node): string | null {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const { text } = node.expression;
    return members.get(text)?.has(node.name.text) ? `${text}.${node.name.text}` : null;
  }
  if (!ts.isIdentifier(node) || !globals.has(node.text)) return null;
  // A method of that name on a port of ours is what it should be, and so is a field or a type.
  const { parent } = node;
  const own =
    ts.isPropertyAccessExpression(parent) && parent.name === node && parent.expression.getText() !== 'globalThis';
  const named =
    (ts.isMethodSignature(parent) || ts.isMethodDeclaration(parent) || isField(parent)) && parent.name === node;
  return own || named ? null : node.text;
}

const isField = (node: ts.Node): node is ts.PropertySignature | ts.PropertyAssignment =>
  ts.isPropertySignature(node) || ts.isPropertyAssignment(node);

describe('style', () => {
  it('nothing is silenced: no any, no cast, no non-null, no ignored line', () => {
    expect(findings(written, silencer)).toEqual([]);
    const ignored = /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable/;
    const lines = written.flatMap(({ path, tree }) =>
      tree.text.split('\n').flatMap((line, i) => (ignored.test(line) ? [`src/${path}:${i + 1}`] : [])),
    );
    expect(lines).toEqual([]);
  });

  it('no file is called after nothing in particular', () => {
    const vague = /(^|[-_.])(utils?|helpers?|common|misc|managers?)([-_.]|$)/;
    const wrong = sources.filter(({ path }) => path.split('/').some((part) => vague.test(part)));
    expect(wrong.map(({ path }) => `src/${path}`)).toEqual([]);
  });

  it('no file only passes on what others export, but the published ones', () => {
    const wrong = sources.filter(({ path, tree }) => !barrels.has(path) && tree.statements.every(passesOn));
    expect(wrong.map(({ path }) => `src/${path}`)).toEqual([]);
  });

  it(`no file is longer than ${linesMax} lines`, () => {
    const wrong = written.flatMap(({ path, tree }) => {
      const lines = tree.text.split('\n').length - 1;
      return lines > linesMax ? [`src/${path}: ${lines}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});

function silencer(node: ts.Node): string | null {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
  if (ts.isNonNullExpression(node)) return node.getText();
  if (ts.isTypeAssertionExpression(node)) return node.getText();
  if (ts.isAsExpression(node) && node.type.getText() !== 'const') return `as ${node.type.getText()}`;
  return null;
}

/** Statements that give the program nothing of their own; the entry of a program is more than that. */
const passesOn = (statement: ts.Statement): boolean =>
  ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;
