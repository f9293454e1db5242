import { Text } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons'
import type { Workstream } from '@unified-routing/routing'
import { queueCatalog } from '@unified-routing/routing'
import type { ReactNode } from 'react'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { fieldOfPlace } from '../rules/draft/places.ts'
import type { RowDraft } from '../rules/draft/use-row-draft.ts'
import { channelTexts } from '../rules/names.ts'
import { choicesOf, SelectField } from '../rules/outputs/select-field.tsx'
import { AfterWorkFields } from './after-work-fields.tsx'
import { ContextVariables } from './context-variables.tsx'
import styles from './detail-fields.module.css'
import { AssignmentFields, OfferFields } from './detail-fields.tsx'
import { fallbackQueueOf, typeTexts } from './workstream-words.ts'

/** All settings of a workstream; what was chosen once is locked, with the reason. */
export function WorkstreamDetails({ draft }: { readonly draft: RowDraft<Workstream> }) {
  const { row, configuration, isReadOnly, change } = draft
  const { type, channel, table, distribution = 'push' } = row
  const queues = [...queueCatalog(configuration).values()]
    .filter((queue) => queue.type === type)
    .map(({ name }) => name)
  return (
    <>
      <Section title="General">
        <Facts
          facts={[
            { name: 'Type', value: <Locked because="Its queues are of this type.">{typeTexts[type]}</Locked> },
            {
              name: 'Channel',
              value: <Locked because="Its rules are written for it.">{table ?? channelTexts[channel]}</Locked>,
            },
            {
              name: 'Work distribution',
              value: (
                <Locked because="It cannot be changed after a workstream is made.">
                  {distribution === 'push' ? 'Push' : 'Pick'}
                </Locked>
              ),
            },
          ]}
        />
        <SelectField
          label="Fallback queue"
          hint="Takes what no rule leads elsewhere."
          choices={choicesOf(queues)}
          field={fieldOfPlace(`${draft.path}.fallbackQueue`)}
          value={fallbackQueueOf(row)}
          isReadOnly={isReadOnly}
          onChange={(fallbackQueue) => change({ ...row, fallbackQueue })}
        />
      </Section>
      <Section title="Who can take it">
        <AssignmentFields draft={draft} />
      </Section>
      <Section title="Offer">
        <OfferFields draft={draft} />
      </Section>
      <Section title="After the work">
        <AfterWorkFields draft={draft} />
      </Section>
      <Section
        title="Context variables"
        lead="What a conversation brings along, such as its topic or language. Rules read them."
      >
        <ContextVariables draft={draft} />
      </Section>
    </>
  )
}

function Locked({ because, children }: { readonly because: string; readonly children: ReactNode }) {
  return (
    <span>
      <LockClosedRegular aria-label="Locked" /> {children}
      <Text block size={200} className={styles.hint}>
        {because}
      </Text>
    </span>
  )
}
