import { Command, Option } from 'commander';
import { nodeOf } from '../../diff/node.ts';
import { createBootstrap } from '../../drivers/bootstrap/drivers.ts';
import { type Preview, preview } from '../../drivers/bootstrap/preview.ts';
import type { Cluster } from '../../model/cluster.ts';
import { own } from '../../model/cluster.ts';
import type { Fleet } from '../../model/fleet.ts';
import { namePattern } from '../../model/names.ts';
import type { NodeSpec } from '../../model/node.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Status } from '../../model/status.ts';
import { act, type Stage } from '../act.ts';
import { facilityName, outputOption } from '../arguments.ts';
import { type Complaint, failed, misused } from '../complaint.ts';
import { nowhere } from '../driver-verbs.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { facilityOfMachine } from '../facility.ts';
import { readFleetAt } from '../fleet-at.ts';
import { renderJson } from '../json.ts';
import type { OpenedRepo } from '../open-repo.ts';
import { problemsJson, problemsText, sortProblems } from '../problems.ts';
import { findStatus, readStatus } from '../read-status.ts';
import { type RepoChoice, withRepoOptions } from '../repo-choice.ts';
import { resolveRevision } from '../revision.ts';
import type { Terminal } from '../terminal.ts';
import { withRepos } from '../with-repos.ts';
import { short } from '../words.ts';

interface RenderOptions extends RepoChoice {
  readonly facility?: string;
  readonly head?: string;
  readonly only?: Part;
  readonly output: string;
}

const parts = ['user-data', 'meta-data', 'network-config'] as const;
type Part = (typeof parts)[number];

export const renderCommand = (stage: Stage): Command =>
  withRepoOptions(
    new Command('render')
      .description(
        'Shows what a machine would be given at its first boot to become a node of its cluster: user-data, meta-data ' +
          'and network-config, as cloud-init reads them. Secrets are replaced by their names. Nothing is sent.',
      )
      .argument('<name>', 'a machine that is in a cluster')
      .option('-f, --facility <name>', 'where the machine is (default: where its manifest lies)', facilityName)
      .option('--head <rev>', 'branch, tag, ref or commit to render (default: HEAD; main of a remote)')
      .addOption(new Option('--only <part>', 'print one part and nothing else').choices(parts))
      .addOption(outputOption('text', 'json')),
  )
    .addHelpText(
      'after',
      `
Examples:
  $ nanometal render fra1-r02-u01
  $ nanometal render fra1-r02-u01 --only user-data > user-data
  $ cloud-init schema --config-file user-data

Exit codes: 0 rendered, 1 failed, 2 wrong usage, 4 rejected manifests.`,
    )
    .action((name: string, options: RenderOptions) =>
      act(stage, 'render', () => render(name, options, stage.terminal)),
    );

function render(name: string, options: RenderOptions, terminal: Terminal): Promise<Result<ExitCode, Complaint>> {
  return withRepos(terminal, options, async (fleetRepo, statusRepo) => {
    if (options.only !== undefined && options.output === 'json')
      return fail(misused('--only goes with text', 'leave it out: json has all parts'));
    if (!namePattern.test(name)) return fail(misused(`${JSON.stringify(name)} is no name of a machine`));
    const head = await resolveRevision(fleetRepo, options.head ?? (fleetRepo.local === null ? 'main' : 'HEAD'));
    if (!head.ok) return head;
    const { id } = head.value.commit;
    const facility =
      options.facility === undefined ? await facilityOfMachine(fleetRepo.repo, id, name) : ok(options.facility);
    if (!facility.ok) return facility;
    const read = await readFleetAt(fleetRepo.repo, facility.value, id);
    if (!read.ok) {
      const problems = sortProblems(read.error);
      if (options.output === 'json') terminal.out(renderJson(problemsJson(problems)));
      else terminal.out(`The manifests at ${short(id)} are rejected\n\n${problemsText(problems)}`);
      return ok(exitCode.rejected);
    }
    const status = await readLatest(statusRepo, facility.value);
    if (!status.ok) return status;
    const found = findNode(read.value.fleet, name, status.value);
    if (!found.ok) return found;
    const shown = preview(createBootstrap(found.value.cluster.bootstrap, nowhere), found.value.node);
    if (!shown.ok) return fail(failed(`${name} cannot be rendered: ${shown.error}`));
    terminal.out(textOf(shown.value, found.value, options));
    return ok(exitCode.done);
  });
}

async function readLatest(statusRepo: OpenedRepo, facility: string): Promise<Result<Status | null, Complaint>> {
  const heads = await findStatus(statusRepo, facility);
  if (!heads.ok) return heads;
  if (heads.value.status === null) return ok(null);
  const read = await readStatus(statusRepo.repo, facility, heads.value.status, 'without-inventory');
  return read.ok ? ok(read.value.status) : read;
}

interface Found {
  readonly cluster: Cluster;
  readonly node: NodeSpec;
}

/** The first of the list begins the cluster, unless it is known to run. */
function findNode({ facility, clusters }: Fleet, name: string, status: Status | null): Result<Found, Complaint> {
  for (const cluster of clusters) {
    const { controlPlane, workers } = cluster;
    const machine = [...controlPlane.machines, ...workers.machines].find((member) => member.name === name);
    if (machine === undefined) continue;
    const runs = own(status?.memory.clusters, cluster.name)?.initialized === 'yes';
    const begins = controlPlane.machines[0] === machine && !runs;
    const duty = begins ? 'first' : controlPlane.machines.includes(machine) ? 'control-plane' : 'worker';
    const node = nodeOf(facility, cluster, machine, duty);
    return node.ok ? ok({ cluster, node: node.value }) : fail(failed(node.error));
  }
  const named = clusters.map((cluster) => cluster.name).join(', ');
  return fail(
    failed(
      `${name} is in no cluster of ${facility}`,
      `name it in one of facilities/${facility}/clusters/: ${named || 'there is none'}`,
    ),
  );
}

function textOf(shown: Preview, { cluster, node }: Found, { only, output }: RenderOptions): string {
  const { userData, metaData, networkConfig, record } = shown;
  if (only !== undefined && output === 'text') {
    return { 'user-data': userData, 'meta-data': metaData, 'network-config': networkConfig ?? '' }[only];
  }
  if (output === 'json') {
    const { machine, duty, providerId } = node;
    return renderJson({
      apiVersion: 'nanometal/v1alpha1',
      kind: 'RenderedNode',
      machine,
      cluster: cluster.name,
      bootstrap: cluster.bootstrap,
      duty,
      providerId,
      ...record,
      userData,
      metaData,
      networkConfig: networkConfig ?? null,
    });
  }
  const about = `# ${node.machine}: ${node.duty} of ${cluster.name}, ${record.ref}, ${record.digest}`;
  const network = networkConfig ?? '# none: the image asks by DHCP\n';
  return `${about}\n\n# --- user-data\n${userData}\n# --- meta-data\n${metaData}\n# --- network-config\n${network}`;
}
