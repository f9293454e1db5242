import type { SettingKindName, SettingView, Titled } from '@unified-routing/contract'
import type { Setting } from '../../settings/settings.ts'
import { isoInstant } from './instants.ts'

export function viewSetting(kind: SettingKindName, setting: Setting<Titled>): SettingView {
  const { name, version, value, secrets, changedAt, changedBy } = setting
  return { kind, name, version, value: { ...value }, secrets, changedAt: isoInstant(changedAt), changedBy }
}
