import { useSuspenseQuery } from '@tanstack/react-query'
import { setUpQuery } from '../../data/enabling-queries.ts'
import { may } from '../../data/permissions.ts'
import { useOrganization, useSession } from '../../data/viewer.ts'
import { Column, Columns } from '../../ui/columns.tsx'
import { Page } from '../../ui/page.tsx'
import { Attention } from './attention.tsx'
import { LatestChanges } from './latest-changes.tsx'
import { SetUpPath } from './set-up-path.tsx'
import { TodaysFlow } from './todays-flow.tsx'

/** Where an administrator begins: what of the set-up is left, and what needs attention. */
export function HomePage() {
  const { name } = useOrganization()
  const session = useSession()
  const { data: setUp } = useSuspenseQuery(setUpQuery)
  return (
    <Page
      title="Home"
      lead={setUp.next === null ? `${name} is set up.` : `Set up ${name}: the next step is the button below.`}
    >
      <Columns kind="wideFirst">
        <Column>
          {setUp.paths.map((path) => (
            <SetUpPath key={path.key} path={path} next={setUp.next?.path === path.key ? setUp.next.step : null} />
          ))}
        </Column>
        <Column>
          <Attention />
          {may(session, 'seeAudit') ? <LatestChanges /> : null}
          {may(session, 'seeAllWork') ? <TodaysFlow /> : null}
        </Column>
      </Columns>
    </Page>
  )
}
