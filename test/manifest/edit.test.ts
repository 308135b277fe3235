import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
import { editManifest } from '../../src/manifest/edit.ts';

const text = `# a machine
kind: Machine
spec:
    class: small # the class

    management: observe   # for now
    bmc: {driver: redfish}
    # who it is
    identity: {serial: "1"}
    power: 'Off'
    operations:
        - {id: a, verb: Reboot}
# the end
`;

describe('editing a manifest', () => {
  it('leaves comments, order, quotes, indent and style to its author', () => {
    const edits = [
      { path: ['spec', 'management'], to: 'adopt' },
      { path: ['spec', 'power'], to: 'On' },
      { path: ['spec', 'identity', 'uuid'], to: 'u' },
      { path: ['spec', 'hardware', 'acknowledged'], to: '0123456789012345' },
      { path: ['spec', 'bios', 'Cores'], to: 4 },
    ];
    expect(editManifest(text, edits)).toBe(`# a machine
kind: Machine
spec:
    class: small # the class

    management: adopt # for now
    bmc: {driver: redfish}
    # who it is
    identity: {serial: "1", uuid: u}
    hardware:
        acknowledged: "0123456789012345"
    power: 'On'
    bios:
        Cores: 4
    operations:
        - {id: a, verb: Reboot}

# the end
`);
  });

  it('writes what it is told, and nothing else', () => {
    const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/);
    const value = fc.oneof(fc.string({ maxLength: 12 }), fc.integer(), fc.boolean());
    fc.assert(
      fc.property(fc.dictionary(key, value), key, value, fc.boolean(), (bios, name, to, flow) => {
        const document = parseDocument(stringify({ spec: { class: 'c', bios } }));
        if (flow) document.setIn(['spec', 'bios'], document.createNode(bios, { flow: true }));
        const after = editManifest(document.toString(), [{ path: ['spec', 'bios', name], to }]);
        expect(parse(after)).toEqual({ spec: { class: 'c', bios: { ...bios, [name]: to } } });
      }),
    );
  });
});
