import { type Document, isScalar, parseDocument } from 'yaml';

/** What of a BMC or a machine is said anew; what is undefined stays as it stands. */
export interface Edit {
  readonly address?: string;
  readonly tlsPin?: string;
  readonly system?: string;
  readonly credentials?: string;
  /** Only where the manifest says nothing of it. */
  readonly identity?: Readonly<Record<string, string>>;
}

/**
 * The text of a manifest with some values replaced. What is replaced is cut out and put in, so that comments, order and
 * spaces stay byte for byte; only what was not there before is written by the library.
 */
export function editMachine(text: string, { address, tlsPin, system, credentials, identity }: Edit): string {
  const changes: readonly (readonly [readonly string[], string | undefined])[] = [
    [['spec', 'bmc', 'address'], address],
    [['spec', 'bmc', 'credentials'], credentials],
    [['spec', 'bmc', 'system'], system],
    [['spec', 'bmc', 'tls', 'sha256'], tlsPin],
    ...Object.entries(identity ?? {}).map(([field, value]) => [['spec', 'identity', field], value] as const),
  ];
  return changes.reduce((before, [path, value]) => (value === undefined ? before : put(before, path, value)), text);
}

function put(text: string, path: readonly string[], value: string): string {
  const document = parseDocument(text);
  const node = document.getIn(path, true);
  if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    return text.slice(0, start) + scalar(value, node.type === 'PLAIN') + text.slice(end);
  }
  return add(document, path, value);
}

function add(document: Document, path: readonly string[], value: string): string {
  document.setIn(path, value);
  return document.toString({ lineWidth: 0 });
}

/** In quotes as before; bare only where nothing in it could be taken for something else, in a flow map too. */
const scalar = (value: string, wasBare: boolean): string =>
  wasBare && /^[A-Za-z/][A-Za-z0-9./:_-]*$/.test(value) && !/:$|^(?:true|false|null)$/i.test(value)
    ? value
    : JSON.stringify(value);
