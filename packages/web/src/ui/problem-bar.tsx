import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'

export interface ProblemBarProps {
  readonly title: string
  readonly text: string
  readonly onRetry?: () => void
  readonly retryLabel?: string
}

/** Says what went wrong and offers to try again. */
export function ProblemBar({ title, text, onRetry, retryLabel = 'Try again' }: ProblemBarProps) {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {text}
      </MessageBarBody>
      {onRetry ? (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            {retryLabel}
          </Button>
        </MessageBarActions>
      ) : null}
    </MessageBar>
  )
}
