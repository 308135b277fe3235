import { stringify } from 'yaml';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { Kind } from './kind.ts';
import { parseFile } from './parse.ts';

/**
 * A manifest as people would write it, or the first thing that is wrong with it: what goes into it comes from hardware,
 * which may say anything.
 */
export function writeManifest(path: string, kind: Kind, name: string, spec: object): Result<string, string> {
  const text = stringify({ apiVersion: 'nanometal/v1alpha1', kind, metadata: { name }, spec }, { lineWidth: 0 });
  const wrong = problemIn(path, text);
  return wrong === null ? ok(text) : fail(wrong);
}

/** What would be wrong with a file of this text, in words; null: nothing. */
export function problemIn(path: string, text: string): string | null {
  const parsed = parseFile(path, new TextEncoder().encode(text));
  return parsed.ok ? null : (parsed.error[0]?.message ?? 'it is not acceptable');
}
