import { lineOf } from '../../src/adapters/events/line.ts';
import type { Evidence } from './evidence.ts';
import { statusRef } from './names.ts';

/** What happened in a run, line by line in the order of time, for whoever has to find out why. */
export function tellRun(evidence: Evidence): readonly string[] {
  const { began, objects } = evidence;
  const lines: { readonly at: number; readonly text: string }[] = [];
  const say = (at: number, text: string): void => void lines.push({ at, text });
  for (const act of evidence.scenario.acts) {
    const { at, kind, ...rest } = act;
    say(began + at, `ACT ${kind} ${JSON.stringify(rest)}`);
  }
  for (const { at, station, entry } of evidence.received) {
    if (entry.class === 'session' && entry.status !== 401) continue;
    const body = JSON.stringify(entry.body);
    say(
      at,
      `BMC ${station + 1} ${entry.machine} ${entry.method} ${entry.path.split('/').slice(-2).join('/')} ${body} → ${entry.status} ${JSON.stringify(entry.effect)}`,
    );
  }
  for (const { at, by, station, verb, grant, boot } of evidence.handed)
    say(at, `WORK ${by} → ${station + 1}: ${verb} under ${grant.slice(0, 15)} to the run ${boot.slice(0, 8)}`);
  for (const { at, station, disk, write, ghost, torn, boot } of evidence.written) {
    const what = 'content' in write ? write.content.kind : 'marker' in write ? write.marker.state : '';
    const how = `${torn ? ', torn' : ''}${ghost ? ', of another machine' : ''}`;
    say(at, `DISK ${station + 1} ${disk} ${write.place} ${what}${how} by the run ${boot.slice(0, 8)}`);
  }
  for (const { at, kind, station } of evidence.interventions)
    if (kind === 'outage') say(at, `OUTAGE ${(station ?? 0) + 1}`);
  for (const { at, ref, to, by } of evidence.moves) {
    const object = objects.get(to ?? '');
    const message =
      object?.kind === 'commit'
        ? object.body.message
            .split('\n')
            .filter((line) => !/^$|Plan:|Fleet-Commit/.test(line))
            .join(' | ')
        : '';
    if (ref === statusRef || by === 'people')
      say(at, `GIT ${by} ${ref.split('/').slice(1).join('/')} → ${to?.slice(0, 12) ?? 'nothing'} ${message}`);
  }
  for (const { at, host, event } of evidence.events) {
    if (['planned', 'passed', 'published', 'standby', 'looked'].includes(event.kind)) continue;
    say(at, `${host} ${event.kind}: ${lineOf(event).text}`);
  }
  for (const { at, host, reboots } of evidence.deaths) say(at, `DEATH ${host}${reboots ? ', and its kernel' : ''}`);
  for (const { at, host, why } of evidence.ends) say(at, `END ${host}: ${why}`);
  say(evidence.healedAt, 'HEALED');
  if (evidence.settledAt !== null) say(evidence.settledAt, 'AT REST');
  return lines
    .sort((a, b) => a.at - b.at)
    .map(({ at, text }) => `${((at - began) / 1000).toFixed(3).padStart(10)} ${text}`);
}
