import { word } from '../../sh.ts';
import type { Placed, Services } from '../host/ground.ts';
import { unitName } from './unit-file.ts';

export const unitOf = ({ component, service }: Placed): string | null =>
  service === undefined ? null : service.kind === 'unit' ? service.unit : unitName(component);

const properties =
  'LoadState,ActiveState,SubState,UnitFileState,NRestarts,MainPID,ActiveEnterTimestampMonotonic,Result';

/** What a release runs, by systemd. What a unit was before us is remembered once, and is so again when the component goes. */
export const systemd: Services = {
  look(placed) {
    const unit = unitOf(placed);
    return unit === null
      ? ''
      : `echo "unit $(systemctl show -p ${properties} -- ${word(unit)} 2>/dev/null | tr '\\n' ' ')"`;
  },

  state: () => null,

  remember(steps, placed) {
    const unit = unitOf(placed);
    if (unit === null) return Promise.resolve({ kind: 'done', lines: [] });
    const at = `"$dir/units/"${word(unit)}`;
    return steps.run([
      `if [ ! -e ${at} ]; then`,
      `  e=$(systemctl is-enabled -- ${word(unit)} 2>/dev/null | head -n 1); a=$(systemctl is-active -- ${word(unit)} 2>/dev/null | head -n 1)`,
      `  [ "$e" != masked ] || stop host "${unit.replace(/[^\w.@-]/g, '_')} is masked on this host: systemctl unmask it, if it is to run"`,
      `  echo "\${e:-none} \${a:-none}" >${at} && sync ${at} || stop full "nothing can be written in $dir"`,
      'fi',
    ]);
  },

  retire(steps, placed, stays) {
    const kept = stays === null ? null : unitOf(stays);
    const units = new Set(placed.flatMap((one) => unitOf(one) ?? []).filter((unit) => unit !== kept));
    if (units.size === 0) return Promise.resolve({ kind: 'done', lines: [] });
    return steps.run(
      [...units].flatMap((unit) => {
        const at = `"$dir/units/"${word(unit)}`;
        const name = word(unit);
        // Its files are put back after this; who ran before us begins again with them, in `settle`.
        return [
          `if [ -e ${at} ]; then read -r e a <${at}`,
          `  systemctl stop -- ${name} >/dev/null 2>&1; systemctl reset-failed -- ${name} >/dev/null 2>&1`,
          `  [ "$e" = enabled ] || systemctl disable -- ${name} >/dev/null 2>&1`,
          `  if [ "$a" = active ]; then echo ${name} >>"$dir/again"; fi; rm -f ${at}; fi`,
        ];
      }),
      '',
      120_000,
    );
  },

  settle: (steps) =>
    steps.run(
      [
        'systemctl daemon-reload >/dev/null 2>&1',
        'if [ -s "$dir/again" ]; then while read -r u; do systemctl restart "$u" >/dev/null 2>&1 9>&-; done <"$dir/again"; fi; rm -f "$dir/again"',
      ],
      '',
      120_000,
    ),

  start(steps, placed, how) {
    const unit = unitOf(placed);
    if (unit === null) return Promise.resolve({ kind: 'done', lines: [] });
    const name = word(unit);
    const verb = { start: 'start', restart: 'restart', reload: 'reload-or-restart' }[how];
    return steps.run(
      [
        'systemctl daemon-reload',
        `systemctl enable -- ${name} >/dev/null 2>&1; systemctl reset-failed -- ${name} >/dev/null 2>&1`,
        // Whether it runs is seen by looking, which also tells those that come up late from those that do not.
        `systemctl ${verb} --no-block -- ${name} >/dev/null 2>&1`,
      ],
      '',
      60_000,
    );
  },
};
