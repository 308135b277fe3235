import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { dice } from '../system/world/dice.ts';
import { sleep } from '../system/world/wait.ts';
import { bootMs } from './world/metal.ts';
import { skipSite } from './world/needs.ts';
import { expectInstalled, openSite, requestMs, type Site } from './world/site.ts';

const installs = 10;
/** What the console says while the machine goes its way; a process dies some time behind one of these. */
const moments = [
  /nanometal: nanometal agent/,
  /nanometal: writing to /,
  /nanometal: installed: /,
  /guest: called home/,
] as const;
/** The first of the three comes before the machine has been told anything, or while it is. */
const killsEach = 3;
const seed = 6;

/*
 * The same machine again and again, and each time the reconciler dies thrice. A real processor is emulated: what this reaches
 * and the simulation does not are the moments between real processes.
 */
describe.skipIf(skipSite || !isLong)(
  'installs while the reconciler is killed',
  { timeout: installs * requestMs },
  () => {
    let site: Site;

    beforeAll(async () => {
      site = await openSite({ method: 'VirtualMedia' });
    }, requestMs);
    afterAll(() => site?.close(), bootMs);

    it(`end without a person behind each of ${installs * killsEach} kills, and write the image once`, async () => {
      const random = dice(seed);
      const dies = async (patienceMs: number): Promise<void> => {
        await sleep(patienceMs * random() ** 2);
        await site.kill();
        site.reconcile();
      };
      for (let nth = 1; nth <= installs; nth++) {
        const id = `install-${nth}`;
        const before = site.console.all().length;
        if (nth === 1) site.install(id);
        else site.reinstall(id);
        await dies(15_000);
        // Two of the four, in their order.
        const left = Math.floor(random() * moments.length);
        for (const [index, moment] of moments.entries()) {
          await site.console.until(moment, requestMs);
          if (index !== left && index !== (left + 2) % moments.length) await dies(10_000);
        }
        const told = await site.ended(id);
        const said = site.console.all().slice(before);
        const written = said.match(/nanometal: writing to /g)?.length ?? 0;
        process.stderr.write(`  ${id}: ${told.requests?.[id]?.state}, ${told.phase}, written ${written} time\n`);
        expect(written).toBe(1);
        expect(told.requests?.[id]?.state).toBe('done');
        expect(told.phase).toBe('InUse');
      }
      expectInstalled(site);
    });
  },
);
