import { periodUntil } from '../../analytics/periods.ts'
import type { Handler } from '../handler.ts'
import { reachesRepresentative } from '../reach.ts'
import { isoInstant } from '../views/instants.ts'

export const getRepresentativeFigures: Handler<'getRepresentativeFigures'> = async ({ query, caller }, services) => {
  const { catalogs, figures, now } = services
  const at = now()
  const { organization, representatives } = catalogs()
  const period = periodUntil(at, query.period, organization.timeZone)
  // Whoever reaches somebody sees all of their doing.
  const rows = await figures.read({ ...period, by: 'representative', reach: null })
  const { valuesOf } = await figures.reader()
  const items = [...Map.groupBy(rows, ({ key }) => key)]
    .filter(([name]) => representatives.has(name))
    .filter(([name]) => reachesRepresentative(name, { caller, right: 'seeAllWork' }, services))
    .map(([name, own]) => ({ representative: name, figures: valuesOf(own) }))
  return { body: { at: isoInstant(at), from: isoInstant(period.from), to: isoInstant(period.to), items } }
}
