import { fail, ok, type Result } from '../model/result.ts';
import type { UserData, YamlValue } from '../model/user-data.ts';
import type { Fault } from './fault.ts';
import { fault, type RuleFault } from './rule-fault.ts';
import { readYaml } from './yaml.ts';
import { readValue } from './yaml-value.ts';

/** The first line by which cloud-init knows what it is given. */
const head = '#cloud-config';
/** What nanometal says itself: who the machine is, and where its operating system calls home. */
const ours = ['hostname', 'fqdn', 'prefer_fqdn_over_hostname', 'preserve_hostname', 'manage_etc_hosts', 'phone_home'];

/** What is wrong, and where in the text, where that is known. */
export interface Wrong {
  readonly message: string;
  readonly remedy: string;
  readonly at?: number;
}

/** A cloud-config as people write it in a manifest, or the first thing that is wrong with it. */
export function readUserData(text: string): Result<UserData, Wrong> {
  if (text.split('\n', 1)[0]?.trimEnd() !== head) {
    return wrong(`it does not begin with the line ${head}`, `write \`userData: |\`, and ${head} below it`);
  }
  const node = readYaml(text);
  if (!node.ok) return fail(wrongOf(node.error));
  const { value, faults } = readValue(node.value);
  if (faults.length > 0) return fail(wrongOf(faults));
  if (!isMap(value)) return wrong('it is not a mapping', `write \`key: value\` below ${head}`);
  const claimed = ours.find((key) => key in value);
  if (claimed !== undefined) return wrong(`\`${claimed}\` is set by nanometal`, 'leave it out');
  return readMap(value, '');
}

export function checkUserData(text: string | undefined): RuleFault[] {
  const read = text === undefined ? null : readUserData(text);
  if (read === null || read.ok) return [];
  const { message, remedy, at } = read.error;
  return [
    {
      ...fault('/spec/userData', `no cloud-config: ${message}`, text?.split('\n', 1)[0] ?? '', remedy),
      ...(at === undefined ? {} : { within: at }),
    },
  ];
}

const wrong = (message: string, remedy: string): Result<never, Wrong> => fail({ message, remedy });

function wrongOf([first]: readonly Fault[]): Wrong {
  const { message = 'it cannot be read', remedy = 'correct the YAML', at } = first ?? {};
  return { message, remedy, ...(at === undefined ? {} : { at }) };
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readMap(map: Readonly<Record<string, unknown>>, way: string): Result<UserData, Wrong> {
  const read: Record<string, YamlValue> = Object.create(null);
  for (const [key, inner] of Object.entries(map)) {
    const value = readPlain(inner, way === '' ? key : `${way}.${key}`);
    if (!value.ok) return value;
    read[key] = value.value;
  }
  return ok(read);
}

function readPlain(value: unknown, way: string): Result<YamlValue, Wrong> {
  if (typeof value === 'string' || typeof value === 'boolean') return ok(value);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? ok(value) : wrong(`\`${way}\` is no number`, 'write a number, or quote it');
  }
  if (isMap(value)) return readMap(value, way);
  if (!Array.isArray(value)) return wrong(`\`${way}\` has no value`, 'give it one, or leave it out');
  const items: YamlValue[] = [];
  for (const [index, inner] of value.entries()) {
    const item = readPlain(inner, `${way}[${index}]`);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return ok(items);
}
