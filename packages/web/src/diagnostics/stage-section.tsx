import { Badge, Text } from '@fluentui/react-components'
import type { StageView } from '@unified-routing/contract'
import { may } from '../data/permissions.ts'
import { useSession } from '../data/viewer.ts'
import { RouterLink } from '../ui/router-links.tsx'
import { Section } from '../ui/section.tsx'
import { clockText, exactText, stepText } from '../ui/time-text.ts'
import { RankingTable } from './ranking-table.tsx'
import { reasonCountsText } from './reason-text.ts'
import { RuleList } from './rule-list.tsx'
import styles from './stage-section.module.css'

const titles: Record<StageView['stage'], string> = {
  intake: 'Intake',
  classification: 'Classification',
  bot: 'Bot',
  routeToQueue: 'Route to queue',
  prioritization: 'Prioritization',
  assignment: 'Assignment',
  offer: 'Offer',
}

interface StatusLook {
  readonly text: string
  readonly color: 'success' | 'danger' | 'brand' | 'subtle'
}

const statuses: Record<StageView['status'], StatusLook> = {
  done: { text: 'Done', color: 'success' },
  failed: { text: 'Failed', color: 'danger' },
  running: { text: 'Running', color: 'brand' },
  skipped: { text: 'Skipped', color: 'subtle' },
  notReached: { text: 'Not reached', color: 'subtle' },
}

/** One stage an item went through: what came of it, the rules with the values they saw, the ranking at that instant. */
export function StageSection({ stage }: { readonly stage: StageView }) {
  const reasons = reasonCountsText(stage.reasons)
  const status = statuses[stage.status]
  return (
    <Section
      title={titles[stage.stage]}
      badge={
        <Badge appearance="tint" color={status.color}>
          {status.text}
        </Badge>
      }
      actions={<StageTime stage={stage} />}
    >
      {stage.summary ? <Text>{stage.summary}</Text> : null}
      {stage.rulesets.map((ruleset) => (
        <div key={ruleset.name ?? ''} className={styles.ruleset}>
          {ruleset.name ? <Text weight="semibold">{ruleset.name}</Text> : null}
          {ruleset.skipped ? <Text className={styles.quiet}>Skipped: {ruleset.skipped}</Text> : null}
          {ruleset.error ? <Text className={styles.error}>Error: {ruleset.error}</Text> : null}
          <RuleList label={`Rules of ${ruleset.name ?? titles[stage.stage]}`} rules={ruleset.rules} />
        </div>
      ))}
      {reasons ? <Text>Nobody could take it: {reasons}.</Text> : null}
      {stage.candidates.length > 0 ? <RankingTable candidates={stage.candidates} /> : null}
    </Section>
  )
}

function StageTime({ stage }: { readonly stage: StageView }) {
  if (stage.startedAt === null) return null
  const startedAtMs = new Date(stage.startedAt).getTime()
  return (
    <Text size={200} className={styles.quiet} title={exactText(startedAtMs)}>
      {clockText(startedAtMs)}
      {stage.durationMs === null ? '' : ` · took ${stepText(stage.durationMs)}`}
      {stage.configurationVersion === null ? null : (
        <>
          {' · '}
          <VersionLink version={stage.configurationVersion} />
        </>
      )}
    </Text>
  )
}

/** The configuration that decided the stage, for those who may see it. */
function VersionLink({ version }: { readonly version: number }) {
  const text = `configuration ${version}`
  if (!may(useSession(), 'seeConfiguration')) return text
  return (
    <RouterLink to="/admin/versions/$version" params={{ version }}>
      {text}
    </RouterLink>
  )
}
