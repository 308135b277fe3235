import { takeInClusters } from '../../src/diff/cluster-memory.ts';
import { planCluster } from '../../src/diff/cluster-steps.ts';
import { clustersJson, renderClusters, renderClustersMarkdown } from '../../src/diff/render-clusters.ts';
import type { Cluster, ClusterMemory, MemberMemory } from '../../src/model/cluster.ts';
import type { ClusterPlan, ClusterStep } from '../../src/model/cluster-plan.ts';
import type { Fleet, Machine } from '../../src/model/fleet.ts';
import { fleet, machine, start } from './sample.ts';

/** Machines of the stories: a to h. */
export const machines: readonly Machine[] = [...'abcdefgh'].map((letter, i) =>
  machine(`node-${letter}`, { identity: { uuid: `4c4c4544-0058-4b10-8032-00000000000${i}`, serial: letter } }),
);

export const named = (letters: string, among: readonly Machine[] = machines): readonly Machine[] =>
  [...letters].flatMap((letter) => among.find(({ name }) => name === `node-${letter}`) ?? []);

export const cluster = (controlPlane: string, workers = '', said: Partial<Cluster> = {}): Cluster => ({
  name: 'prod',
  file: 'facilities/ams1/clusters/prod.yaml',
  bootstrap: 'kubeadm',
  version: 'v1.31.4',
  endpoint: { host: 'api.example.net', port: 6443 },
  network: { pods: ['10.244.0.0/16'], services: ['10.96.0.0/12'], dnsDomain: 'cluster.local' },
  controlPlane: { machines: named(controlPlane), labels: {} },
  workers: { machines: named(workers), labels: {}, maxConcurrent: 1 },
  node: { sshKeys: [], packages: [], ntp: [], files: [], before: [], after: [] },
  specDigest: `sha256:${'0'.repeat(64)}`,
  ...said,
});

/** A cluster and nobody who acts: commits are taken in, members are seen, and the plan is told. */
export class ClusterStory {
  memory: ClusterMemory | null = null;
  readonly said: string[] = [];
  #cluster: Cluster = cluster('abc');
  #machines = machines;
  #fleet: Fleet = fleet(machines);

  /** `begins`: memory was missing. */
  accept(
    declared: Cluster,
    { begins = false, among = machines }: { begins?: boolean; among?: readonly Machine[] } = {},
  ): this {
    this.#cluster = declared;
    this.#machines = among;
    this.#fleet = fleet(among, { clusters: [declared] });
    const before = this.memory === null ? {} : { [declared.name]: this.memory };
    this.memory = takeInClusters(before, this.#fleet, begins)[declared.name] ?? null;
    const list = (group: readonly Machine[]): string => group.map(({ name }) => name).join(', ') || 'none';
    this.said.push(
      `# control plane ${list(declared.controlPlane.machines)}; workers ${list(declared.workers.machines)}`,
    );
    return this;
  }

  pause(reason: string): this {
    this.#fleet = fleet(this.#machines, { clusters: [this.#cluster], paused: { reason } });
    return this;
  }

  /** Seen to be so. */
  see(letters: string, state: MemberMemory['state'], healthy?: boolean): this {
    if (this.memory === null) throw new Error('there is no cluster yet');
    const members = { ...this.memory.members };
    for (const { name } of named(letters)) {
      const { healthy: _, ...known } = members[name] ?? { duty: 'worker' as const };
      if (state === 'absent' && !this.#isNamed(name)) delete members[name];
      else members[name] = { ...known, state, ...(healthy === undefined ? {} : { healthy }) };
      this.said.push(`. ${name}: ${state}${healthy === undefined ? '' : healthy ? ', answers' : ', does not answer'}`);
    }
    this.memory = { ...this.memory, members };
    return this;
  }

  #isNamed(name: string): boolean {
    return [...this.#cluster.controlPlane.machines, ...this.#cluster.workers.machines].some((m) => m.name === name);
  }

  plan(): ClusterPlan {
    if (this.memory === null) throw new Error('there is no cluster yet');
    return planCluster(this.#cluster, this.memory, this.#fleet, start);
  }

  show(title: string): this {
    const lines = renderClusters([this.plan()]).split('\n');
    this.said.push(`## ${title}`, '', ...lines.slice(lines.findIndex((line) => line.startsWith('prod,'))));
    return this;
  }

  /** Everything that is next is done, and what comes of it is seen, until nothing is left: in words what happened. */
  settle(): this {
    for (let turn = 0; turn < 50; turn++) {
      const next = this.plan().steps.filter((step) => !step.waits);
      if (next.length === 0) return this;
      for (const step of next) this.#do(step);
    }
    throw new Error('it does not come to an end');
  }

  #do({ machine, verb, duty }: ClusterStep): void {
    const letter = machine.slice(-1);
    this.said.push(`> ${verb} ${machine}`);
    if (verb === 'init' || verb === 'join') {
      if (this.memory) {
        const members = {
          ...this.memory.members,
          [machine]: { ...this.memory.members[machine], duty, state: 'joining' as const },
        };
        this.memory = { ...this.memory, members };
      }
      this.see(letter, 'joined', true);
    } else if (verb === 'drain') this.see(letter, 'drained', this.memory?.members[machine]?.healthy);
    else this.see(letter, 'absent');
  }

  text(): string {
    const plan = [this.plan()];
    return `${this.said.join('\n')}\n\n${renderClustersMarkdown(plan)}\n${JSON.stringify(clustersJson(plan), null, 2)}\n`;
  }
}
