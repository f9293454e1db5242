import { useSuspenseQuery } from '@tanstack/react-query'
import { Page } from '../ui/page.tsx'
import { queueFiguresQuery } from './figure-queries.ts'
import { FigureTiles } from './figure-tiles.tsx'
import { useLiveReading } from './use-live-reading.ts'

const figureKeys = [['figures', 'queues']] as const

const present = ['waiting', 'longestWait', 'nobodyCanTake', 'active', 'available', 'busy', 'away'] as const
const today = ['serviceLevel', 'answered', 'abandonRate', 'speedToAnswer', 'averageHandleTime', 'closed'] as const

/** Big figures for a screen on the wall, and nothing to press. */
export function WallPage() {
  const { data } = useSuspenseQuery(queueFiguresQuery('today'))
  useLiveReading(figureKeys)
  const { figures, longestWaitSince } = data.total
  return (
    <Page title="Wall">
      <h2>Now</h2>
      <FigureTiles label="Now" ids={present} {...{ figures, longestWaitSince }} isLarge />
      <h2>Today</h2>
      <FigureTiles label="Today" ids={today} {...{ figures, longestWaitSince }} isLarge />
    </Page>
  )
}
