import { part, type Resource, texts } from './fields.ts';
import { pathOf, type Reader } from './reader.ts';

/** `@Redfish.Settings` (Settings schema): where changes are written that take effect later. */
export interface Settings {
  readonly path: string;
  /** As offered; empty: the service does not say. */
  readonly applyTimes: readonly string[];
}

export function settingsOf(reader: Reader, resource: Resource): Settings | undefined {
  const settings = part(resource, '@Redfish.Settings');
  const path = pathOf(reader, settings, 'SettingsObject');
  return path === undefined ? undefined : { path, applyTimes: texts(settings, 'SupportedApplyTimes') };
}
