import type { FacilityName } from '../model/names.ts';

/** A fleet repo to start from, by path: valid as it stands, and nothing in it is acted upon. */
export const starterFleet = (facility: FacilityName, version: string): ReadonlyMap<string, string> =>
  new Map([
    ['fleet.yaml', fleet],
    ['classes/general.yaml', machineClass],
    [`facilities/${facility}/facility.yaml`, facilityFile(facility)],
    [`facilities/${facility}/discovery.yaml`, discoveryFile(facility)],
    [`facilities/${facility}/machines/r01/${facility}-r01-u01.yaml`, machine(facility)],
    ['README.md', readme(facility)],
    ['.github/workflows/validate.yaml', workflow(facility, version)],
  ]);

const fleet = `# What holds for every facility. Every field: docs/manifests.md of nanometal.
apiVersion: nanometal/v1alpha1
kind: Fleet
metadata:
  name: fleet
spec:
  policy:
    maxConcurrent: 1    # disruptions that may run in one facility at one time
    maxPerCommit: 10    # a commit that asks for more disruptive actions is held whole
    drift: hold         # what differs from its manifest waits for a commit
`;

const machineClass = `# Machines of one sort. Only what is named under \`expects\` is checked; a machine that misses it is left alone.
apiVersion: nanometal/v1alpha1
kind: MachineClass
metadata:
  name: general
spec:
  expects:
    processors: { count: 1 }
    memoryGiB: 1
`;

const facilityFile = (facility: FacilityName): string => `apiVersion: nanometal/v1alpha1
kind: Facility
metadata:
  name: ${facility}
spec:
  ranges:
    bmc: [192.0.2.0/24]   # a BMC outside these is never connected to; this range is for documentation only
  # windows:              # disruptive actions start only inside one of these
  #   - { days: [Tue, Thu], from: "09:00", to: "16:00", timezone: Europe/Amsterdam }
  # paused: { reason: "CHG-1182" }   # look on, and change nothing
`;

const discoveryFile = (
  facility: FacilityName,
): string => `# Where machines are looked for: nanometal discover -f ${facility}
apiVersion: nanometal/v1alpha1
kind: Discovery
metadata:
  name: ${facility}
spec:
  ranges: [192.0.2.0/28]        # or 10.1.0.10-10.1.0.99; each within ranges.bmc of facility.yaml
  credentials: [bmc-default]    # tried in this order, one failed login an account and hour
  # interval: 24h               # the running reconciler looks too, and tells it on the status branch
`;

const machine = (facility: FacilityName): string => `# An example: replace it by a machine of yours, one file for each.
apiVersion: nanometal/v1alpha1
kind: Machine
metadata:
  name: ${facility}-r01-u01
  labels: { pool: workers }
spec:
  class: general
  location: { rack: r01, unit: 1 }
  management: observe     # look only; nanometal adopt goes on to adopt, and to manage
  bmc:
    driver: redfish
    address: https://192.0.2.11
    credentials: bmc-default
    # tls: { sha256: "…" }  # of the BMC's public key, if no authority that the host trusts signed its certificate
  # identity: { serial: …, uuid: … }   # two of serial, uuid, chassisSerial, bmcMac before anything is done to it
  # power: On
  # bios: { LogicalProc: Disabled }
  # operations:
  #   - { id: reboot-1, verb: Reboot, notAfter: 2030-01-01T00:00:00Z }
`;

const readme = (facility: FacilityName): string => `# Fleet

What these files say, [nanometal](https://www.npmjs.com/package/nanometal) makes true. Changes come as pull requests;
what came of them stands on the branch \`status/<facility>\`, and \`STATUS.md\` there is the page to look at.

    fleet.yaml                                     what holds for every facility
    classes/<name>.yaml                            machines of one sort
    images/<name>.yaml                             operating system images
    facilities/<f>/facility.yaml                   address ranges, windows, policy
    facilities/<f>/discovery.yaml                  where machines are looked for
    facilities/<f>/machines/<rack>/<name>.yaml     one machine
    facilities/<f>/secrets/<name>.age              credentials, encrypted for that facility

Deleting a machine's file means that it is no longer managed, and nothing else: it stays as it is.

## The first machine

1. In \`facilities/${facility}/facility.yaml\`, name the address range of your BMCs.
2. In \`facilities/${facility}/machines/r01/\`, describe a machine, with \`management: observe\`.
3. On a host that reaches the BMCs, put \`username:\` and \`password:\` into \`secrets/bmc-default.yaml\` (mode 0600, outside
   this repository), and start the reconciler:

       nanometal run -f ${facility} --repo <this repository> --secrets secrets

4. \`nanometal status -f ${facility}\` shows what it saw. Copy the identity from the status branch into the manifest, then set
   \`management: adopt\`, and when its plan is empty, \`manage\`.

## The others

Say in \`facilities/${facility}/discovery.yaml\` where your BMCs are, commit it, and let them be found:

    nanometal discover -f ${facility} --repo <this repository> --secrets secrets --dry-run

Without \`--dry-run\` what was found is a branch to review. Nothing is changed on any machine.

## Before you merge

    nanometal validate
    nanometal plan -f ${facility} --base origin/main
`;

const workflow = (
  facility: FacilityName,
  version: string,
): string => `# Checks manifests, and shows on a pull request what merging it would do. It holds no secret and reaches no BMC.
name: validate
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0          # the status branches too: the plan starts from them
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm install --global nanometal@${version}
      - run: nanometal validate -o github
      - if: github.event_name == 'pull_request'
        env:
          BASE: origin/\${{ github.base_ref }}
        run: nanometal plan -f ${facility} --base "$BASE" -o markdown >> "$GITHUB_STEP_SUMMARY"
`;
