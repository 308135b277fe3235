import { isRecord, type Ledger } from '../ledger.ts';
import { formatOf, imageDigest } from '../people.ts';
import { doneInstalls } from './12-done.ts';

/** That what runs from memory is there is only said of a machine that started it. */
export function untrueStarts(ledger: Ledger): readonly string[] {
  const { started, scenario, deaths } = ledger.evidence;
  return doneInstalls(ledger).flatMap(({ station, name, id, request, wishes }) => {
    const images = wishes.map(({ image }) => image);
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
    return isThere || lied || isLost ? [] : [`${name} ${id}: done, and nothing was started`];
  });
}
