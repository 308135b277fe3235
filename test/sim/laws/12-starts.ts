import { isRecord, type Ledger } from '../ledger.ts';
import { statusRef } from '../names.ts';
import { formatOf, imageDigest } from '../people.ts';
import { readJson } from '../status-file.ts';

/** That what runs from memory is there is only said of a machine that started it. */
export function untrueStarts({ evidence, wishAt, heads }: Ledger): readonly string[] {
  const { started, scenario, deaths } = evidence;
  const status = evidence.moves.findLast(({ ref }) => ref === statusRef)?.to ?? null;
  const wish = wishAt(heads.at(-1)?.head ?? null);
  return (wish?.machines ?? []).flatMap(({ station, name, rack, install }) => {
    const file = readJson(evidence.objects, status, `machines/${rack}/${name}.json`);
    const request = isRecord(file) && isRecord(file.requests) ? file.requests[install?.id ?? ''] : undefined;
    if (!install || !isRecord(request) || request.state !== 'done') return [];
    // Nothing keeps people from another wish under an id that is not spent yet.
    const images = [...evidence.commits.values()].flatMap((commit) =>
      commit.wish.machines.flatMap((one) =>
        one.station === station && one.install?.id === install.id ? [one.install.image] : [],
      ),
    );
    if (images.some((image) => formatOf[image] === 'raw')) return [];
    // Whoever runs the agent can lie about what it did, and whoever has its token do it elsewhere.
    const lied = scenario.acts.some(
      (act) => act.kind === 'host' && (act.fault === 'lies' || act.fault === 'twice') && act.station === station,
    );
    // A process that died while it sent an ISO does not know what arrived: all of it was with the kernel of its host.
    const wasRead = isRecord(request.work) && typeof request.work.home === 'string';
    const isLost = images.some((image) => formatOf[image] === 'iso') && deaths.length > 0 && wasRead;
    const isThere = started.some(
      (one) => one.station === station && images.some((of) => imageDigest(of) === one.sha256),
    );
    return isThere || lied || isLost ? [] : [`${name} ${install.id}: done, and nothing was started`];
  });
}
