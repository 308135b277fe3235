import { partsOf, placeOf } from '../../../src/status/parts.ts';
import { lastJson } from '../last-status.ts';
import { isRecord, type Ledger } from '../ledger.ts';
import { statusRef } from '../names.ts';
import type { Act } from '../scenario.ts';

/** A full look comes every hour, and two of them have to agree. */
const noticedMs = 70 * 60_000;

/** After these the status branch, or the name that it knew the machine by, begins anew: what was there then is what is known. */
const begins = new Set<Act['kind']>(['amnesia', 'status', 'main', 'board', 'bmc', 'lease', 'wipe-host', 'rollback']);

/** What somebody did in a chassis is in the inventory by the end, and a commit names it. */
export function untoldParts({ evidence, wishAt, heads }: Ledger): readonly string[] {
  const { scenario, began, endedAt, objects, moves } = evidence;
  const wish = wishAt(heads.at(-1)?.head ?? null);
  const isSimple = !scenario.acts.some(
    (act) => begins.has(act.kind) || (act.kind === 'commit' && renames.has(act.change.kind)),
  );
  return scenario.acts.flatMap((act) => {
    if (act.kind !== 'part' || act.how !== 'replace' || evidence.settledAt === null) return [];
    const since = Math.max(began + act.at, evidence.settledAt);
    const machine = wish?.machines.find(({ station }) => station === act.station);
    const found = evidence.finally[act.station];
    if (!machine || found?.power !== 'On' || endedAt - since < noticedMs) return [];
    const file = lastJson(evidence, `inventory/${machine.rack}/${machine.name}.json`);
    const place = partsOf(found.hardware).find(({ id }) => id === act.part);
    if (!place) return [`station ${act.station + 1} has no ${act.part}`];
    const text = JSON.stringify(isRecord(file) ? file.hardware : null);
    const own = place.serial ?? place.mac ?? '';
    if (!text.includes(own)) return [`the inventory of ${machine.name} does not show ${placeOf(place)} ${own}`];
    if (!isSimple) return [];
    const changes = JSON.stringify((isRecord(file) ? file.changes : null) ?? null);
    if (!changes.includes(own)) return [`nobody says that ${machine.name} has another ${placeOf(place)}`];
    const isNamed = moves.some(({ ref, to }) => {
      const object = ref === statusRef ? objects.get(to ?? '') : undefined;
      return object?.kind === 'commit' && object.body.message.includes(`${act.part} (`);
    });
    return isNamed ? [] : [`no commit names the other ${placeOf(place)} of ${machine.name}`];
  });
}

const renames = new Set(['rename', 'delete', 'revert', 'enrol']);
