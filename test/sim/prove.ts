import { execFileSync, fork } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { canaries } from './canaries.ts';
import { hunt } from './canary.ts';
import { type Broken, runScenario, type Verdict } from './run.ts';
import { drawScenario, type Scenario } from './scenario.ts';
import { shrink } from './shrink.ts';
import { add, emptyTally, type Tally, tallyOf, tellTally } from './tally.ts';
import { tellRun } from './tell.ts';

const usage = `npm run prove -- [options]: the real reconciler in a simulated world, against the laws of the design

  --seed S          the first seed (1); alone: replays that one and tells what happened
  --seeds N         runs S to S+N-1
  --scenario FILE   replays a scenario that was written to a file, such as a shrunk one
  --law L           asks only the checker of this law (1 to 15)
  --replay          runs each seed twice: both runs must be the same, byte for byte (law 15)
  --canaries        plants known bugs, one after the other, and sees each caught within --seeds (600) by its law
  --canary WORDS    only those with these words in their names
  --jobs J          processes at one time (as many as there are processors)
  --shrink          makes each failure as small as it gets, and writes it to build/failures/

Exit code 1 where a law was broken.
`;

interface Job {
  readonly seed: number;
  readonly law?: number;
  readonly replay: boolean;
}
interface Report {
  readonly seed: number;
  readonly broken: readonly Broken[];
  readonly tally: Tally;
}

async function prove({ seed, law, replay }: Job): Promise<Report> {
  const verdict = await runScenario(drawScenario(seed), law);
  const broken = [...verdict.broken];
  if (replay || law === 15) {
    const again = await runScenario(drawScenario(seed), law);
    if (again.digest !== verdict.digest) broken.push({ law: 15, why: 'the same seed gave another run' });
  }
  return { seed, broken, tally: tallyOf(verdict) };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string' },
      scenario: { type: 'string' },
      law: { type: 'string' },
      jobs: { type: 'string' },
      replay: { type: 'boolean', default: false },
      canaries: { type: 'boolean', default: false },
      canary: { type: 'string' },
      shrink: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const law = values.law === undefined ? {} : { law: whole(values.law, '--law') };
  const seed = whole(values.seed, '--seed');
  const atOnce = values.jobs === undefined ? availableParallelism() : whole(values.jobs, '--jobs');
  if (values.canaries || values.canary !== undefined) {
    return huntAll(values.canary ?? '', whole(values.seeds ?? '600', '--seeds'), atOnce);
  }
  if (values.scenario !== undefined || values.seeds === undefined) {
    const scenario = values.scenario === undefined ? drawScenario(seed) : readScenario(values.scenario);
    return showOne(await runScenario(scenario, law.law), values.shrink);
  }
  const seeds = whole(values.seeds, '--seeds');
  const jobs = Array.from(
    { length: seeds },
    (_, index): Job => ({ seed: seed + index, replay: values.replay, ...law }),
  );
  return runMany(
    jobs,
    values.jobs === undefined ? availableParallelism() : whole(values.jobs, '--jobs'),
    values.shrink,
  );
}

function whole(text: string, option: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  process.stderr.write(`${option} ${text}: expected a whole number above zero\n\n${usage}`);
  process.exit(2);
}

const isScenario = (value: unknown): value is Scenario =>
  typeof value === 'object' && value !== null && 'acts' in value;

function readScenario(path: string): Scenario {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isScenario(value)) throw new Error(`${path} holds no scenario`);
  return value;
}

async function showOne(verdict: Verdict, small: boolean): Promise<number> {
  const { scenario } = verdict.evidence;
  for (const line of tellRun(verdict.evidence)) console.log(line);
  console.log(`digest ${verdict.digest}`);
  for (const { law, why } of verdict.broken) console.log(`law ${law}: ${why}`);
  if (verdict.broken.length === 0) console.log(`seed ${scenario.seed} held`);
  else if (small) await keepSmall(scenario, verdict.broken);
  return verdict.broken.length === 0 ? 0 : 1;
}

/** The promises of a simulated process that died never settle, and what hangs on them is never freed. */
const seedsPerProcess = 400;

/** Deals the seeds out to processes of their own, and adds up what they say. */
async function runMany(jobs: readonly Job[], atOnce: number, small: boolean): Promise<number> {
  const began = performance.now();
  const sum = emptyTally();
  const failed: Report[] = [];
  const queue = [...jobs].reverse();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  let done = 0;
  let told = began;
  /** One process, for its share of the seeds. */
  const work = (): Promise<void> => {
    const child = fork(fileURLToPath(import.meta.url), { env: { ...process.env, NANOMETAL_PROVE: 'worker' } });
    let left = seedsPerProcess;
    const take = (): void => {
      const job = left-- > 0 ? queue.pop() : undefined;
      if (job) child.send(job);
      else child.disconnect();
    };
    return new Promise<void>((resolve, reject) => {
      child.on('message', (message) => {
        if (!isReport(message)) return reject(new Error('a worker said something else than a report'));
        add(sum, message.tally);
        done += 1;
        if (message.broken.length > 0) {
          failed.push(message);
          tellFailure(message, commit);
        }
        if (performance.now() - told > 10_000) {
          told = performance.now();
          process.stderr.write(`${done} of ${jobs.length} seeds, ${failed.length} broken\n`);
        }
        take();
      });
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
      take();
    });
  };
  const lane = async (): Promise<void> => {
    while (queue.length > 0) await work();
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, jobs.length) }, lane));
  const minutes = (performance.now() - began) / 60_000;
  for (const line of tellTally(sum)) console.log(line);
  console.log(`${(jobs.length / minutes).toFixed(0)} seeds a minute, on ${atOnce} processes, at ${commit}`);
  if (small) for (const { seed, broken } of failed.slice(0, 3)) await keepSmall(drawScenario(seed), broken);
  console.log(`${jobs.length - failed.length} of ${jobs.length} seeds held`);
  return failed.length === 0 ? 0 : 1;
}

async function huntAll(words: string, seeds: number, atOnce: number): Promise<number> {
  let missed = 0;
  const chosen = canaries.filter(({ name }) => name.includes(words));
  for (const canary of chosen) {
    const { seed, why } = await hunt(canary, seeds, atOnce);
    if (seed === null) missed += 1;
    console.log(
      `${seed === null ? `MISSED in ${seeds} seeds` : `seed ${seed}`}: law ${canary.law}, ${canary.name}${why && `\n   ${why}`}`,
    );
  }
  console.log(`${chosen.length - missed} of ${chosen.length} canaries caught`);
  return missed === 0 ? 0 : 1;
}

const isReport = (value: unknown): value is Report => typeof value === 'object' && value !== null && 'tally' in value;
const isJob = (value: unknown): value is Job => typeof value === 'object' && value !== null && 'seed' in value;

function tellFailure({ seed, broken }: Report, commit: string): void {
  console.log(`seed ${seed} broke a law, at ${commit}; again: npm run prove -- --seed ${seed}`);
  for (const { law, why } of broken.slice(0, 4)) console.log(`   law ${law}: ${why}`);
}

async function keepSmall(scenario: Scenario, broken: readonly Broken[]): Promise<void> {
  const { law } = broken[0] ?? { law: 0 };
  const small = await shrink(scenario, async (candidate) =>
    (await runScenario(candidate)).broken.some((one) => one.law === law),
  );
  const folder = fileURLToPath(new URL('../../failures/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const path = `${folder}law-${law}-seed-${scenario.seed}.json`;
  writeFileSync(path, `${JSON.stringify(small, null, 2)}\n`);
  console.log(`seed ${scenario.seed}: ${scenario.acts.length} acts became ${small.acts.length}: ${path}`);
  console.log('   once it is mended, keep it under a name of its own in test/sim/regressions/');
}

if (process.env.NANOMETAL_PROVE === 'worker') {
  process.on('message', (job) => {
    if (isJob(job)) void prove(job).then((report) => process.send?.(report));
  });
} else {
  process.exitCode = await main();
}
