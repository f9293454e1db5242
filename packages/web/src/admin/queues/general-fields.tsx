import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { Queue } from '@unified-routing/routing'
import { useWatch } from 'react-hook-form'
import { RouterLink } from '../../ui/router-links.tsx'
import { Section } from '../../ui/section.tsx'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { NumberField } from '../frame/fields/number-field.tsx'
import { ReferenceField } from '../frame/fields/reference-field.tsx'
import { SwitchField } from '../frame/fields/switch-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { NounFieldsProps } from '../frame/noun.ts'
import { operatingHoursChoices } from '../nouns/choices.ts'
import { WeekPicture } from '../nouns/week-picture.tsx'
import { isDefaultQueue } from './is-default-queue.ts'
import type { QueueValues } from './queue-values.ts'
import { typeWords } from './queue-words.ts'

type Props = NounFieldsProps<Queue, QueueValues>

const types = Object.entries(typeWords).map(([value, label]) => ({ value, label }))

/** Name, type and priority, and when it is open. */
export function General(props: Props) {
  const {
    form: { control },
    row,
  } = props
  const isDefault = row !== null && isDefaultQueue(row)
  return (
    <>
      {isDefault ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            This is a default queue of the system: every representative is a member of it. Only its assignment method
            can be changed.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <FieldsSection title="Details">
        {row === null ? <TextField control={control} name="name" label="Name" isRequired /> : null}
        <ChoiceField
          control={control}
          name="type"
          label="Type"
          hint={row === null ? 'The kind of work it takes. It cannot be changed later.' : 'This was chosen for good.'}
          isFixed={row !== null}
          choices={types}
        />
        <NumberField
          control={control}
          name="priority"
          label="Queue priority"
          hint="1 is served first, when somebody works in several queues."
          isRequired
          isFixed={isDefault}
        />
        <SwitchField
          control={control}
          name="respectWorkingHours"
          label="Respect working hours"
          hint="On: who is off shift is given nothing automatically."
          isFixed={isDefault}
        />
      </FieldsSection>
      <Hours {...props} isFixed={isDefault} />
    </>
  )
}

function Hours({ form: { control }, configuration, isFixed }: Props & { readonly isFixed: boolean }) {
  const name = useWatch({ control, name: 'operatingHours' })
  const hours = configuration.operatingHours?.find((one) => one.name === name)
  return (
    <Section
      title="Operating hours"
      lead="What happens to work that arrives outside of them is said on the tab Overflow."
      actions={
        hours ? (
          <RouterLink to="/admin/$noun/$name" params={{ noun: 'operating-hours', name }}>
            Open {name}
          </RouterLink>
        ) : null
      }
    >
      <ReferenceField
        control={control}
        name="operatingHours"
        label="Operating hours"
        placeholder="Always open"
        choices={operatingHoursChoices(configuration)}
        isFixed={isFixed}
      />
      {hours ? <WeekPicture hours={hours.hours} /> : null}
    </Section>
  )
}
