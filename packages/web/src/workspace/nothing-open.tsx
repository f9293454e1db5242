import { DesktopRegular } from '@fluentui/react-icons'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'

/** The middle of the workspace before an item is opened. */
export function NothingOpen() {
  return (
    <Page title="Workspace">
      <EmptyState
        icon={<DesktopRegular />}
        title="No item open"
        text="Open one from the inbox. Offers come up at the bottom right; Alt+A accepts, Alt+R rejects."
      />
    </Page>
  )
}
