import { useQueries } from '@tanstack/react-query'
import type { RowView } from '@unified-routing/contract'
import type { Condition } from '@unified-routing/routing'
import { useMemo } from 'react'
import { rowQuery } from '../../../data/queries.ts'
import { rowTitle } from '../../../records/table-words.ts'
import { tablesAt } from './attributes.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Rows whose titles are read for one list of rules; the others are named by their ids. */
const ROWS_MAX = 50
const FRESH_MS = 60_000

interface Place {
  readonly table: string
  readonly id: string
}

/** The vocabulary with the titles of the rows that conditions name, as soon as they are read. */
export function useRowTitles(vocabulary: Vocabulary, conditions: readonly Condition[]): Vocabulary {
  const places = useMemo(
    () => distinct(conditions.flatMap((condition) => rowsNamedIn(condition, vocabulary))).slice(0, ROWS_MAX),
    [conditions, vocabulary],
  )
  const rowTitles = useQueries({
    queries: places.map(({ table, id }) => ({ ...rowQuery(table, id), staleTime: FRESH_MS, retry: false })),
    combine: titlesOf,
  })
  return useMemo(() => ({ ...vocabulary, rowTitles }), [vocabulary, rowTitles])
}

/** The rows that a condition compares lookups with. */
export function rowsNamedIn(condition: Condition, vocabulary: Vocabulary): readonly Place[] {
  if ('not' in condition) return rowsNamedIn(condition.not, vocabulary)
  if ('all' in condition) return condition.all.flatMap((part) => rowsNamedIn(part, vocabulary))
  if ('any' in condition) return condition.any.flatMap((part) => rowsNamedIn(part, vocabulary))
  const [table] = tablesAt(condition.path, vocabulary)
  if (table === undefined) return []
  return [condition.value].flat().flatMap((id) => (typeof id === 'string' && id !== '' ? [{ table, id }] : []))
}

function titlesOf(results: readonly { readonly data: RowView | undefined }[]): ReadonlyMap<string, string> {
  return new Map(results.flatMap(({ data }) => (data ? [[`${data.table}/${data.id}`, rowTitle(data)]] : [])))
}

function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [`${place.table}/${place.id}`, place])).values()]
}
