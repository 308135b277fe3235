import { stringify } from 'yaml';
import type { Kind } from './kind.ts';

/** A manifest as people would write it: what is undefined is left out. */
export const writeManifest = (kind: Kind, name: string, spec: object): string =>
  stringify({ apiVersion: 'nanometal/v1alpha1', kind, metadata: { name }, spec }, { lineWidth: 0 });
