import type { FileWithContent } from '../../src/manifest/read.ts';

const encoder = new TextEncoder();

/** A small facility that is right, as path → text; tests change one thing in it. */
export const soundTree: Readonly<Record<string, string>> = {
  'fleet.yaml': 'apiVersion: nanometal/v1alpha1\nkind: Fleet\nmetadata: { name: example }\nspec: {}\n',
  'classes/c3-small.yaml': `apiVersion: nanometal/v1alpha1
kind: MachineClass
metadata: { name: c3-small }
spec:
  expects: { memoryGiB: 64 }
  bios: { BootMode: Uefi, LogicalProc: Enabled }
`,
  'images/debian-13.yaml': `apiVersion: nanometal/v1alpha1
kind: Image
metadata: { name: debian-13 }
spec: { url: "https://images.example.net/debian-13.raw", sha256: ${'ab'.repeat(32)}, format: raw, boot: uefi }
`,
  'facilities/ams1/facility.yaml': `apiVersion: nanometal/v1alpha1
kind: Facility
metadata: { name: ams1 }
spec:
  ranges: { bmc: [10.1.0.0/16, "fd00:1::/48"] }
`,
  'facilities/ams1/machines/r03/ams1-r03-u12.yaml': machineText('ams1-r03-u12'),
};

export const machinePath = (name: string, rack = 'r03'): string => `facilities/ams1/machines/${rack}/${name}.yaml`;

export interface MachineOptions {
  readonly address?: string;
  readonly serial?: string;
  readonly uuid?: string;
  readonly system?: string;
  /** Lines under `spec`. */
  readonly more?: string;
}

export function machineText(name: string, options: MachineOptions = {}): string {
  const { address = 'https://10.1.3.12', serial = '7XK2M93', system, more = '' } = options;
  const { uuid = '4c4c4544-0058-4b10-8032-b7c04f4d3933' } = options;
  return `apiVersion: nanometal/v1alpha1
kind: Machine
metadata: { name: ${name} }
spec:
  class: c3-small
  location: { rack: r03 }
  management: manage
  bmc:
    driver: redfish
    address: ${address}
    credentials: bmc-default
${system === undefined ? '' : `    system: ${system}\n`}  identity: { serial: ${serial}, uuid: ${uuid} }
${more}`;
}

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** The tree with some files changed (text) or taken out (null). */
export function treeWith(changes: Readonly<Record<string, string | null>> = {}): FileWithContent[] {
  return Object.entries({ ...soundTree, ...changes }).flatMap(([path, text]) =>
    text === null ? [] : [{ path, mode: '100644', content: bytesOf(text) }],
  );
}
