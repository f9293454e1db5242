import { useNow } from './clock.ts'
import { exactText, relativeText } from './time-text.ts'

const RENEW_MS = 10_000

/** An instant as people say it, with the exact one on hover. Renews itself quietly. */
export function RelativeTime({ at }: { readonly at: string | number }) {
  const now = useNow(RENEW_MS)
  const instantMs = new Date(at).getTime()
  return (
    <time dateTime={new Date(instantMs).toISOString()} title={exactText(instantMs)}>
      {relativeText(instantMs, now)}
    </time>
  )
}
