import type { Configuration, Router } from '@unified-routing/routing'
import { queueCatalog, representativeCatalog } from '@unified-routing/routing'
import type { Engine } from '../engine/engine.ts'
import { acknowledgeAlert, listAlerts, type RaisedAlert } from '../store/alerts.ts'
import { type AlertWatch, type AlertWatchOptions, createAlertWatch } from './alert-watch.ts'
import type { Figures } from './figures.ts'
import { floorTo, HOUR_MS, MINUTE_MS } from './periods.ts'
import { presentFigures } from './present-figures.ts'

const LISTED_MAX = 200

/** Thresholds that are watched, and what was raised. */
export interface Alerts {
  /** The latest first. */
  list(): Promise<readonly RaisedAlert[]>
  /** Null: there is none of that id. */
  acknowledge(id: string, by: string): Promise<RaisedAlert | null>
  readonly watch: AlertWatch
}

interface AlertsOptions extends Omit<AlertWatchOptions, 'readFigures'> {
  readonly engine: Pick<Engine, 'settled' | 'configuration'>
  readonly figures: Pick<Figures, 'read' | 'reader' | 'beyondAll'>
}

/** Begins to watch at once; stop the watch before the store is closed. */
export function createAlerts(options: AlertsOptions): Alerts {
  const { store, organizationId, now, engine } = options
  const watch = createAlertWatch({
    ...options,
    readFigures: async () => {
      const router = await engine.settled()
      return router === null ? null : await readFigures(options, router, engine.configuration().document)
    },
  })
  return {
    watch,
    list: () => listAlerts(store, { organizationId, limit: LISTED_MAX, onlyOpen: false }),
    acknowledge: (id, by) => acknowledgeAlert(store, organizationId, { id, by, now: now() }),
  }
}

/** Figures of the present as they are, and those of a period over the last hour. */
async function readFigures({ figures, now }: AlertsOptions, router: Router, document: Configuration) {
  const at = now()
  const present = presentFigures({
    now: at,
    items: router.openWorkItems(),
    isBeyondAll: figures.beyondAll(router),
    queues: queueCatalog(document).values(),
    person: (name) => router.representative(name),
    people: representativeCatalog(document).keys(),
  })
  const hour = { from: floorTo(at - HOUR_MS, 15 * MINUTE_MS), to: at + 1 }
  const [rows, { valuesOf }] = await Promise.all([
    figures.read({ ...hour, by: 'queue', reach: null }),
    figures.reader(),
  ])
  return (figure: Parameters<typeof periodOrPresent>[0], queue: string | null) =>
    periodOrPresent(figure, {
      present: (queue === null ? present.ofAll : present.ofQueue.get(queue))?.figures,
      period: valuesOf(queue === null ? rows : rows.filter(({ key }) => key === queue)),
    })
}

type Present = ReturnType<typeof presentFigures>['ofAll']['figures']
type Period = ReturnType<Awaited<ReturnType<Figures['reader']>>['valuesOf']>

function periodOrPresent(
  figure: 'longestWait' | 'waiting' | 'nobodyCanTake' | 'serviceLevel' | 'abandoned' | 'abandonRate',
  { present, period }: { readonly present: Present | undefined; readonly period: Period },
): number | null | undefined {
  switch (figure) {
    case 'longestWait':
    case 'waiting':
    case 'nobodyCanTake':
      return present?.[figure]
    case 'serviceLevel':
    case 'abandoned':
    case 'abandonRate':
      return period[figure]
  }
}
