const unitsMs: Readonly<Record<string, number | undefined>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `500ms`, `30s`, `5m`, `2h`, `90d` in milliseconds; null for anything else. */
export function readDurationMs(text: string): number | null {
  const [, digits, unit = ''] = /^([0-9]{1,9})(ms|s|m|h|d)$/.exec(text) ?? [];
  const unitMs = unitsMs[unit];
  return digits === undefined || unitMs === undefined ? null : Number(digits) * unitMs;
}

/** `22:00` in minutes after midnight, `24:00` included; null for anything else. */
export function readTimeOfDay(text: string): number | null {
  const [, hours, minutes] = /^([0-9]{2}):([0-9]{2})$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const total = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && total <= 24 * 60 ? total : null;
}
