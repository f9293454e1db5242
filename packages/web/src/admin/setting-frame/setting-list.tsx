import { DeleteRegular } from '@fluentui/react-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Setting } from '@unified-routing/client'
import type { Titled } from '@unified-routing/contract'
import { useMemo } from 'react'
import type { FieldValues } from 'react-hook-form'
import { settingsQuery } from '../../data/setting-queries.ts'
import { ListView } from '../frame/list-view.tsx'
import type { Listing } from '../frame/listed-rows.ts'
import type { BulkCommand, ListWords } from '../frame/noun.ts'
import { DeleteSettingsDialog } from './delete-settings-dialog.tsx'
import type { SettingNoun } from './setting-noun.ts'

/** The settings of a kind: found, filtered and sorted by the address. */
export function SettingList<Value extends Titled, Values extends FieldValues>({
  noun,
}: {
  readonly noun: SettingNoun<Value, Values>
}) {
  const { data: rows } = useSuspenseQuery(settingsQuery(noun.kind))
  const listing = useMemo<Listing<Setting<Value>>>(
    () => ({ rows, columns: noun.columns, filters: noun.filters?.(rows) ?? [], titleOf: ({ value }) => value.title }),
    [noun, rows],
  )
  const bulk = useMemo(() => [deleteCommand(noun)], [noun])
  return <ListView noun={listWords(noun)} listing={listing} bulk={bulk} />
}

function listWords<Value extends Titled, Values extends FieldValues>(
  noun: SettingNoun<Value, Values>,
): ListWords<Setting<Value>> {
  const { path, lead, icon, emptyText, kind } = noun
  return { path, lead, icon, emptyText, words: kind.words, keyOf: nameOf, editableBy: kind.editedBy }
}

function nameOf({ name }: { readonly name: string }): string {
  return name
}

function deleteCommand<Value extends Titled, Values extends FieldValues>({
  kind,
}: SettingNoun<Value, Values>): BulkCommand<Setting<Value>> {
  return {
    key: 'delete',
    label: 'Delete',
    icon: <DeleteRegular />,
    Dialog: ({ rows, onClose }) => <DeleteSettingsDialog kind={kind} settings={rows} onClose={onClose} />,
  }
}
