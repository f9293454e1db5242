import type { Titled } from '@unified-routing/contract'
import type { FieldValues } from 'react-hook-form'
import { settingsQuery } from '../../data/setting-queries.ts'
import type { NounPages } from '../frame/noun-pages.tsx'
import { NewSettingPage, StoredSettingPage } from './setting-form.tsx'
import { SettingList } from './setting-list.tsx'
import type { SettingNoun } from './setting-noun.ts'

/** List and form of a kind of settings. */
export function settingPagesOf<Value extends Titled, Values extends FieldValues>(
  noun: SettingNoun<Value, Values>,
): NounPages {
  return {
    List: () => <SettingList noun={noun} />,
    New: () => <NewSettingPage noun={noun} />,
    Stored: ({ name }) => <StoredSettingPage noun={noun} name={name} />,
    load: (queryClient) => queryClient.ensureQueryData({ ...settingsQuery(noun.kind), revalidateIfStale: true }),
  }
}
