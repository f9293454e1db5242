import { Text } from '@fluentui/react-components'
import { ChevronRightRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { Configuration, Preview, Workstream } from '@unified-routing/routing'
import { ruleUsageQuery } from '../../data/rule-usage-query.ts'
import { countOf } from '../../ui/words.ts'
import { channelTexts } from '../rules/names.ts'
import styles from './stage-cards.module.css'
import { type Stage, stages, stageTitles } from './stages.ts'
import { assignmentText, classificationText, offerText, queuesOf, routeText } from './workstream-words.ts'

export interface StageCardsProps {
  readonly configuration: Configuration
  readonly workstream: Workstream
  /** What came of trying, shown on the cards; null: nothing is tried. */
  readonly preview: Preview | null
  readonly onOpen: (stage: Stage) => void
}

/** The stages of a workstream from left to right, each with its summary. */
export function StageCards({ configuration, workstream, preview, onOpen }: StageCardsProps) {
  const passed = usePassedToday(workstream.name)
  return (
    <ol className={styles.way} aria-label="Way of an item">
      {stages.map((stage, index) => (
        <li key={stage} className={styles.step}>
          {index === 0 ? null : <ChevronRightRegular className={styles.arrow} aria-hidden="true" />}
          <button type="button" className={styles.card} onClick={() => onOpen(stage)}>
            <Text weight="semibold">{stageTitles[stage]}</Text>
            <span className={styles.summary}>
              <Text size={200}>{summaryOf(stage, configuration, workstream)}</Text>
              <Passed count={passed?.get(stage)} isKnown={passed !== null} />
              <Tried text={triedText(stage, preview)} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

/** How much work passed each stage today; null: not known yet. */
function usePassedToday(workstream: string): ReadonlyMap<string, number> | null {
  const { data } = useQuery(ruleUsageQuery('stage', workstream))
  return data === undefined ? null : new Map(data.items.map(({ rule, today }) => [rule, today]))
}

function Passed({ count = 0, isKnown }: { readonly count: number | undefined; readonly isKnown: boolean }) {
  if (!isKnown) return null
  return (
    <Text size={200} className={styles.passed}>
      {count.toLocaleString('en')} today
    </Text>
  )
}

function Tried({ text }: { readonly text: string | null }) {
  if (text === null) return null
  return (
    <Text size={200} className={styles.tried}>
      {text}
    </Text>
  )
}

function summaryOf(stage: Stage, configuration: Configuration, workstream: Workstream): string {
  switch (stage) {
    case 'intake':
      return intakeText(configuration, workstream)
    case 'classification':
      return classificationText(workstream)
    case 'routeToQueue':
      return routeText(workstream)
    case 'prioritization':
      return `By the queue: ${queuesOf(workstream)
        .map((queue) => orderText(configuration, queue))
        .join('; ')}`
    case 'assignment':
      return assignmentText(workstream)
    default:
      return offerText(workstream)
  }
}

function intakeText({ recordTypes = [] }: Configuration, { name, type, table, channel }: Workstream): string {
  if (type !== 'record') return `Whatever comes in by ${channelTexts[channel]}.`
  const rules = recordTypes.find((recordType) => recordType.table === table)?.intakeRules ?? []
  const own = rules.filter(({ workstream }) => workstream === name).length
  return own === 0 ? 'No intake rule leads here.' : `${own} of ${countOf(rules.length, 'intake rule')} for ${table}.`
}

function orderText({ queues = [] }: Configuration, name: string): string {
  const rules = queues.find((queue) => queue.name === name)?.assignment?.prioritization ?? []
  return `${name} ${rules.length === 0 ? 'first in, first out' : countOf(rules.length, 'rule')}`
}

/** What trying came to, stage by stage. */
function triedText(stage: Stage, preview: Preview | null): string | null {
  const way = preview?.way
  if (preview === null || way === undefined || way === null) return null
  if (stage === 'classification') {
    const applied = way.rulesets.filter(({ rules }) => rules.some(({ status }) => status === 'Applied')).length
    return `Tried: ${countOf(applied, 'ruleset')} applied`
  }
  if (stage === 'routeToQueue') return `Tried: → ${way.queue ?? way.route.queue}`
  if (stage !== 'assignment') return null
  const [first] = way.candidates
  return first?.eligible === true ? `Tried: first ${first.representative}` : 'Tried: nobody can take it now'
}
