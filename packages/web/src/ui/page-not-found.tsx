import { MapRegular } from '@fluentui/react-icons'
import { EmptyState } from './empty-state.tsx'
import { Page } from './page.tsx'
import { RouterLink } from './router-links.tsx'

export function PageNotFound() {
  return (
    <Page title="No such page">
      <EmptyState
        icon={<MapRegular />}
        title="Nothing is here"
        text="The address may be old or mistyped."
        action={<RouterLink to="/">Go to the start</RouterLink>}
      />
    </Page>
  )
}
