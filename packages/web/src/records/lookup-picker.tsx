import { Combobox, Option } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Ref, useState } from 'react'
import { rowQuery, rowSearchQuery } from '../data/queries.ts'
import { rowFilterOf } from './row-filter.ts'
import { rowTitle, rowWord, titleWithId } from './table-words.ts'

const NOBODY = ''

export interface LookupPickerProps {
  readonly table: string
  /** The row that is chosen; empty: none. */
  readonly id: string
  /** Where no field names it. */
  readonly label?: string
  readonly name?: string
  readonly disabled?: boolean
  /** Shows ids behind the names, where it matters which of two of one name is meant. */
  readonly withIds?: boolean
  readonly ref?: Ref<HTMLInputElement>
  readonly onBlur?: () => void
  readonly onPick: (id: string) => void
}

/** Chooses a row of another table by typing a part of its name. */
export function LookupPicker({ table, id, label, withIds = false, onPick, onBlur, ...rest }: LookupPickerProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const chosen = useQuery({ ...rowQuery(table, id), enabled: id !== NOBODY })
  const found = useQuery({
    ...rowSearchQuery(table, rowFilterOf(table, { sort: '-createdAt', ...searchOf(typed, withIds) })),
    enabled: rest.disabled !== true,
    placeholderData: keepPreviousData,
  })
  const textOf = withIds ? titleWithId : rowTitle
  const chosenText = id === NOBODY ? '' : chosen.data ? textOf(chosen.data) : id
  const handleBlur = () => {
    if (typed === '') onPick(NOBODY)
    setTyped(null)
    onBlur?.()
  }
  return (
    <Combobox
      {...rest}
      {...(label === undefined ? {} : { 'aria-label': label })}
      clearable
      placeholder={`Find a ${rowWord(table)}`}
      value={typed ?? chosenText}
      selectedOptions={id === NOBODY ? [] : [id]}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={handleBlur}
      onOptionSelect={(_, data) => {
        setTyped(null)
        onPick(data.optionValue ?? NOBODY)
      }}
    >
      {found.data?.map((row) => (
        <Option key={row.id} value={row.id} text={textOf(row)}>
          {textOf(row)}
        </Option>
      ))}
      {found.data?.length === 0 ? <Option disabled text="">{`No ${rowWord(table)} of that name`}</Option> : null}
    </Combobox>
  )
}

/** What is typed is a part of the name; of a text that still has an id behind it, only what stands before that. */
function searchOf(typed: string | null, withIds: boolean): { readonly q?: string } {
  const q = withIds ? typed?.split(' (')[0] : typed
  return q ? { q } : {}
}
