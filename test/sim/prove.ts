import { runScenario } from './run.ts';
import { drawScenario } from './scenario.ts';

const seed = Number(process.argv[2] ?? 1);
const seeds = Number(process.argv[3] ?? 1);
const began = performance.now();
let bad = 0;
for (let one = seed; one < seed + seeds; one++) {
  const t0 = performance.now();
  const verdict = await runScenario(drawScenario(one));
  const ms = performance.now() - t0;
  if (verdict.broken.length > 0 || seeds === 1) {
    bad += verdict.broken.length > 0 ? 1 : 0;
    console.log(
      `seed ${one}: ${verdict.broken.length} broken, ${verdict.events} events, ${ms.toFixed(0)} ms, ${verdict.evidence.requests.length} requests, ${verdict.ledger.effects.length} effects, ${verdict.ledger.landed.length} commits`,
    );
    for (const { law, why } of verdict.broken.slice(0, 6)) console.log(`   law ${law}: ${why}`);
  }
}
console.log(`${seeds - bad} of ${seeds} held, ${((seeds * 60_000) / (performance.now() - began)).toFixed(0)} a minute`);
if (seeds === 1) {
  const { tellRun } = await import('./tell.ts');
  for (const line of tellRun((await runScenario(drawScenario(seed))).evidence)) console.log(line);
}
