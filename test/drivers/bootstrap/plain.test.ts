import { describe, expect, it } from 'vitest';
import { plainSeed } from '../../../src/drivers/bootstrap/plain.ts';
import { readUserData } from '../../../src/manifest/user-data.ts';

describe('the seed of a server that is a node of nothing', () => {
  it('names it, gives it its network, and has it call home for as long as it is waited for', () => {
    const seed = plainSeed({
      machine: 'ams1-1',
      ref: 'bootstrap-0123456789abcdef',
      links: [
        {
          name: 'eth0',
          of: { kind: 'port', mac: '02:00:00:00:00:01' },
          addresses: ['10.1.0.11/24'],
          gateways: ['10.1.0.1'],
          nameservers: [],
          search: [],
          dhcp: false,
        },
      ],
      phoneHome: 'http://10.1.2.1:8080/phone-home/0c41',
    });
    expect(seed.userData.reveal()).toBe(`#cloud-config
hostname: ams1-1
preserve_hostname: false
manage_etc_hosts: localhost
phone_home:
  url: "http://10.1.2.1:8080/phone-home/0c41"
  post:
    - instance_id
    - hostname
  tries: 600
`);
    expect(seed.metaData).toContain('bootstrap-0123456789abcdef');
    expect(seed.networkConfig).toContain('10.1.0.11/24');
  });

  it('says what its manifest wants beside', () => {
    const text =
      '#cloud-config\n# who may log in\nusers: [{ name: ada, ssh_authorized_keys: ["ssh-ed25519 AAAA ada"], sudo: "no" }]\n';
    const userData = readUserData(text);
    if (!userData.ok) throw new Error(userData.error.message);
    const seed = plainSeed({ machine: 'ams1-1', ref: 'bootstrap-0', links: [], userData: userData.value });
    expect(seed.userData.reveal()).toBe(`#cloud-config
users:
  - name: ada
    ssh_authorized_keys:
      - "ssh-ed25519 AAAA ada"
    sudo: "no"
hostname: ams1-1
preserve_hostname: false
manage_etc_hosts: localhost
`);
  });

  it('says no more than it knows', () => {
    const seed = plainSeed({ machine: 'ams1-1', ref: 'bootstrap-0', links: [] });
    expect(seed.userData.reveal()).not.toContain('phone_home');
    expect(seed.networkConfig).toBeUndefined();
  });
});
