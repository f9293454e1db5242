import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useLiveFeed, useLiveSnapshot } from '../data/live-context.ts'

const awayText =
  'Until then you count as Offline and get no work. If it takes no longer than 2½ minutes, your presence is then as it was.'

/** Says that the page may be out of date, for as long as it may. */
export function LiveNotice({ isWorking }: { readonly isWorking: boolean }) {
  const feed = useLiveFeed()
  const { state, error } = useLiveSnapshot()
  if (state !== 'stale') return null
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>Not live</MessageBarTitle>
        What you see may be out of date. {error?.message ?? 'The connection was lost.'} Trying to reconnect.
        {isWorking ? ` ${awayText}` : null}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => feed.reconnect()}>
          Reconnect now
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
