/** Manifests as people write them, for a facility `ams1` of model machines. */

const head = (kind: string, name: string): string =>
  `apiVersion: nanometal/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name} }\n`;

export interface FacilityWords {
  readonly policy?: string;
  readonly more?: string;
}

export const fleetFile = (policy = '{}'): string => `${head('Fleet', 'example')}spec: { policy: ${policy} }\n`;
export const facilityFile = (more = ''): string =>
  `${head('Facility', 'ams1')}spec:\n  ranges: { bmc: [10.0.0.0/8] }\n${more}`;
export const classFile = `${head('MachineClass', 'c3')}spec: { expects: { memoryGiB: 64 } }\n`;

export const nameOf = (index: number): string => `ams1-${index}`;
export const rackOf = (index: number): string => `r${String(Math.floor((index - 1) / 20) + 1).padStart(2, '0')}`;
export const machinePath = (index: number): string => `facilities/ams1/machines/${rackOf(index)}/${nameOf(index)}.yaml`;
export const uuidOf = (index: number): string => `4c4c4544-0058-4b10-8032-${String(index).padStart(12, '0')}`;
export const serialOf = (index: number): string => `SN${index}`;

/** `spec` holds lines under `spec:`, each indented by two. */
export const machineFile = (index: number, spec = '', name = nameOf(index)): string =>
  `${head('Machine', name)}spec:
  class: c3
  location: { rack: ${rackOf(index)} }
  management: manage
  bmc: { driver: model, address: "https://10.0.${Math.floor(index / 250)}.${index % 250}", credentials: bmc }
  identity: { serial: ${serialOf(index)}, uuid: ${uuidOf(index)} }
${spec}`;

export const operations = (...lines: readonly string[]): string =>
  `  operations:\n${lines.map((line) => `    - { ${line}, notAfter: 2027-01-01T00:00:00Z }\n`).join('')}`;

/** Machines 1 to `count`, of which nothing is declared. */
export function soundFiles(count: number, policy?: string): Record<string, string> {
  const files: Record<string, string> = {
    'fleet.yaml': fleetFile(policy),
    'classes/c3.yaml': classFile,
    'facilities/ams1/facility.yaml': facilityFile(),
  };
  for (let index = 1; index <= count; index++) files[machinePath(index)] = machineFile(index);
  return files;
}
