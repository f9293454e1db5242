import { keepPreviousData, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { computeCalendars } from '@unified-routing/contract'
import { type Configuration, type Preview, previewRouting, tableCatalog } from '@unified-routing/routing'
import { useDeferredValue, useMemo } from 'react'
import { queuesQuery, representativesQuery, rowQuery } from '../../../data/queries.ts'
import { useNow } from '../../../ui/clock.ts'
import { presentPeople, waitingByQueue } from './present-people.ts'
import { lookupsOf, relatedRowsQuery } from './related-rows.ts'
import { isEmpty, previewSubject, type Subject } from './subject.ts'

const RENEW_MS = 30_000
const DAY_MS = 86_400_000
/** Operating hours are worked out as far as anything of a preview can ask. */
const HORIZON_MS = 14 * DAY_MS

/** What a configuration would do with the subject now: null while nothing is chosen, or while it has mistakes.
 *
 * The route's loader has ensured `queuesQuery`. */
export function usePreview(configuration: Configuration | null, subject: Subject): Preview | null {
  const now = useNow(RENEW_MS)
  const { data: representatives } = useSuspenseQuery(representativesQuery)
  const { data: queues } = useSuspenseQuery(queuesQuery)
  const document = useDeferredValue(configuration)
  const calendars = useMemo(
    () => (document === null ? null : computeCalendars(document, now - DAY_MS, now + HORIZON_MS)),
    [document, now],
  )
  const { row, rows } = useSubjectRows(configuration, subject)
  return useMemo(() => {
    if (document === null || calendars === null || row === null || isEmpty(subject)) return null
    return previewRouting({
      configuration: document,
      calendars,
      now,
      rows,
      subject: previewSubject(subject, row),
      people: presentPeople(representatives),
      waiting: waitingByQueue(queues),
    })
  }, [document, calendars, now, row, rows, subject, representatives, queues])
}

const noValues = {}
const noRows: readonly never[] = []

/** The row that the subject begins from, null while it is read, and all that it refers to. */
function useSubjectRows(configuration: Configuration | null, subject: Subject) {
  const client = useQueryClient()
  const { table, id } = subject.kind === 'record' ? subject : { table: 'contact', id: '' }
  const chosen = useQuery({ ...rowQuery(table, id), enabled: id !== '' })
  const row = id === '' ? noValues : (chosen.data?.values ?? null)
  const tables = useMemo(() => tableCatalog(configuration?.tables), [configuration])
  const begin =
    subject.kind === 'record'
      ? lookupsOf(table, { ...row, ...subject.values }, tables)
      : subject.customer === ''
        ? []
        : [{ table: 'contact', id: subject.customer }]
  const related = useQuery({ ...relatedRowsQuery(begin, { tables, client }), placeholderData: keepPreviousData })
  return { row, rows: related.data ?? noRows }
}
