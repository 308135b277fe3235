import { DemoFailed } from './demo-children.ts';

/** The pull request of the demonstration: whole manifests by path, and the lines that are new in them. */
export interface DemoChange {
  readonly files: ReadonlyMap<string, string>;
  readonly added: ReadonlyMap<string, string>;
}

export function changeOf(facility: string, fleet: ReadonlyMap<string, string>, notAfter: Date): DemoChange {
  const folder = `facilities/${facility}/machines`;
  const rack = [...fleet.keys()].filter((path) => path.startsWith(`${folder}/r02/`)).sort();
  const until = notAfter.toISOString().replace(/\.\d{3}Z$/, 'Z');
  const added = new Map([
    [`${folder}/r01/ams1-r01-u01.yaml`, '  bios: { LogicalProc: Disabled }'],
    [`${folder}/r01/ams1-r01-u02.yaml`, `  operations:\n    - { id: reboot-1, verb: Reboot, notAfter: ${until} }`],
    ...rack.map((path): [string, string] => [path, '  power: "Off"']),
  ]);
  const files = new Map<string, string>();
  for (const [path, text] of added) {
    const before = fleet.get(path);
    if (before === undefined) throw new DemoFailed(`the example fleet has no ${path}`);
    files.set(path, `${before.trimEnd()}\n${text}\n`);
  }
  return { files, added };
}

/** As a diff shows it; files that get the same lines are told together. */
export function describeChange({ added }: DemoChange): string {
  const paths = new Map<string, string[]>();
  for (const [path, text] of added) paths.set(text, [...(paths.get(text) ?? []), path]);
  return [...paths]
    .map(([text, [first = '', ...more]]) => {
      const others = more.length === 0 ? '' : `, and ${more.length} more`;
      return `  ${first}${others}\n${text.replace(/^/gm, '  +')}`;
    })
    .join('\n');
}
