import { queryOptions } from '@tanstack/react-query'
import type { SettingKind, SettingKindName, Titled } from '@unified-routing/contract'
import { api } from './api.ts'

/** The settings of a kind, by title. Others may change them at any time, and no stream tells: read when looked at. */
export const settingsQuery = <Value extends Titled>(kind: SettingKind<Value, SettingKindName>) =>
  queryOptions({
    queryKey: ['settings', kind.kind],
    queryFn: ({ signal }) => api.settings(kind).list(signal),
    staleTime: 0,
  })
