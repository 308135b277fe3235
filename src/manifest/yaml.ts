import { never } from '../model/never.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { Fault } from './fault.ts';
import { readFullYaml, tooMany } from './yaml-full.ts';
import type { Node } from './yaml-node.ts';
import { readPlainYaml } from './yaml-plain.ts';
import { tooDeep } from './yaml-scan.ts';

/** The YAML of one manifest: the quick reader first, the library for whatever that one does not know. */
export function readYaml(text: string): Result<Node, Fault[]> {
  const plain = readPlainYaml(text);
  if (plain === null) return readFullYaml(text);
  if (plain.kind !== 'too-much') return ok(plain);
  switch (plain.code) {
    case 'yaml-too-deep':
      return fail([tooDeep(plain.at)]);
    case 'yaml-too-many':
      return fail([tooMany(plain.at)]);
    default:
      return never(plain.code);
  }
}
