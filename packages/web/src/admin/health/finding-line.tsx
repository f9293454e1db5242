import { Badge, Button, Text } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type HealthFinding, operations } from '@unified-routing/contract'
import { api } from '../../data/api.ts'
import { channelsQuery, healthQuery } from '../../data/enabling-queries.ts'
import { failureText } from '../../data/failure-text.ts'
import { reasonCountsText } from '../../diagnostics/reason-text.ts'
import styles from '../../ui/lines.module.css'
import { RouterButton } from '../../ui/router-links.tsx'
import { placeOf } from '../places.ts'

const severities = {
  error: { color: 'danger', word: 'Stops work' },
  warning: { color: 'warning', word: 'Look at it' },
  suggestion: { color: 'informative', word: 'Suggestion' },
} as const

/** A finding: how grave, what, and the button that mends it or leads to where it is mended. */
export function FindingLine({ finding }: { readonly finding: HealthFinding }) {
  const { color, word } = severities[finding.severity]
  const reasons = reasonCountsText(finding.reasons)
  return (
    <li className={styles.line}>
      <Badge appearance="tint" color={color}>
        {word}
      </Badge>
      <div className={styles.text}>
        <span className={styles.title}>{finding.title}</span>
        <span className={styles.detail}>
          {finding.detail} {reasons}
        </span>
      </div>
      <Fix fix={finding.fix} about={finding.title} />
    </li>
  )
}

interface FixProps {
  readonly fix: HealthFinding['fix']
  readonly about: string
}

function Fix({ fix, about }: FixProps) {
  if (fix.kind === 'tell') return <Text size={200}>{fix.label}</Text>
  if (fix.kind === 'do') return <DoIt fix={fix} about={about} />
  return (
    <RouterButton size="small" aria-label={`${fix.label}: ${about}`} {...placeOf(fix.place, fix.name)}>
      {fix.label}
    </RouterButton>
  )
}

type Doing = Extract<HealthFinding['fix'], { kind: 'do' }>

function DoIt({ fix, about }: { readonly fix: Doing; readonly about: string }) {
  const queryClient = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => carryOut(fix),
    onSuccess: () =>
      Promise.all([healthQuery, channelsQuery].map(({ queryKey }) => queryClient.invalidateQueries({ queryKey }))),
  })
  return (
    <div>
      <Button size="small" disabledFocusable={isPending} aria-label={`${fix.label}: ${about}`} onClick={() => mutate()}>
        {fix.label}
      </Button>
      {error ? <Text role="alert">{failureText(error)}</Text> : null}
    </div>
  )
}

function carryOut({ action, target }: Doing): Promise<unknown> {
  if (action === 'turnOnChannel') {
    const params = operations.setChannel.params.parse({ channel: target })
    return api.call(operations.setChannel, { params, body: { enabled: true } })
  }
  const params = operations.setLicence.params.parse({ licence: target })
  return api.call(operations.setLicence, { params, body: { granted: true } })
}
