import { Button } from '@fluentui/react-components'
import { ErrorCircleRegular } from '@fluentui/react-icons'
import { EmptyState } from './empty-state.tsx'
import { Page } from './page.tsx'

export interface PageErrorProps {
  readonly error: unknown
  readonly reset: () => void
}

/** In place of a page that could not be shown. */
export function PageError({ error, reset }: PageErrorProps) {
  return (
    <Page title="This page could not be shown">
      <EmptyState
        icon={<ErrorCircleRegular />}
        title="Something is in the way"
        text={error instanceof Error ? error.message : 'Something unexpected happened.'}
        action={
          <Button appearance="primary" onClick={reset}>
            Try again
          </Button>
        }
      />
    </Page>
  )
}
