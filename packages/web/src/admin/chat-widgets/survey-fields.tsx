import { Button } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular, DeleteRegular } from '@fluentui/react-icons'
import { type Control, useFieldArray, useWatch } from 'react-hook-form'
import { announce } from '../../ui/announcer.tsx'
import { Section } from '../../ui/section.tsx'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { FieldGroup } from '../frame/fields/field-group.tsx'
import { SwitchField } from '../frame/fields/switch-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import { useFormState } from '../frame/form-context.ts'
import styles from '../frame/noun-form.module.css'
import type { ChatWidgetFieldsProps } from './chat-widget-tabs.tsx'
import { type ChatWidgetValues, newQuestion } from './widget-values.ts'

const types = [
  { value: 'singleLine', label: 'One line' },
  { value: 'multipleLines', label: 'Several lines' },
  { value: 'options', label: 'Choice' },
  { value: 'rating', label: 'Rating of 1 to 5' },
  { value: 'consent', label: 'Consent' },
]

/** What customers are asked, before the conversation and after it. */
export function SurveyFields({ form: { control } }: ChatWidgetFieldsProps) {
  return (
    <>
      <Section
        title="Survey before the conversation"
        lead="Ten questions at most. Each answer becomes a context variable of the workstream, which rules can use."
      >
        <Questions control={control} survey="survey" words="Question" />
      </Section>
      <Section
        title="Survey after the conversation"
        lead="Ten questions at most. The answers are kept with the conversation; its page and its diagnostics show them."
      >
        <Questions control={control} survey="afterSurvey" words="Closing question" />
      </Section>
    </>
  )
}

interface QuestionsProps {
  readonly control: Control<ChatWidgetValues>
  readonly survey: 'survey' | 'afterSurvey'
  readonly words: string
}

function Questions({ control, survey, words }: QuestionsProps) {
  const { fields, append, remove, move } = useFieldArray({ control, name: survey })
  const handleMove = (from: number, to: number) => {
    move(from, to)
    announce(`${words} ${from + 1} is now number ${to + 1}`)
  }
  return (
    <FieldGroup name={survey} label="" addLabel={`Add a ${words.toLowerCase()}`} onAdd={() => append(newQuestion)}>
      {fields.map(({ id }, index) => (
        <fieldset key={id} className={styles.entry} aria-label={`${words} ${index + 1}`}>
          <QuestionFields control={control} survey={survey} index={index} />
          <QuestionCommands
            title={`${words.toLowerCase()} ${index + 1}`}
            index={index}
            count={fields.length}
            onMove={(to) => handleMove(index, to)}
            onRemove={() => remove(index)}
          />
        </fieldset>
      ))}
    </FieldGroup>
  )
}

type QuestionFieldsProps = Omit<QuestionsProps, 'words'> & { readonly index: number }

function QuestionFields({ control, survey, index }: QuestionFieldsProps) {
  const name = `${survey}.${index}` as const
  const type = useWatch({ control, name: `${name}.type` })
  return (
    <div className={styles.fields}>
      <TextField
        control={control}
        name={`${name}.name`}
        label="Name"
        hint={
          survey === 'survey'
            ? 'Of the context variable, such as OrderNo: letters, digits and underscores.'
            : 'Such as Rating: letters, digits and underscores.'
        }
      />
      <ChoiceField control={control} name={`${name}.type`} label="Answer" choices={types} />
      <TextField
        control={control}
        name={`${name}.text`}
        label="Question"
        hint={type === 'consent' ? 'May hold links: [terms](https://shop.example/terms).' : '512 characters at most.'}
        isLong
      />
      {type === 'options' ? (
        <TextField control={control} name={`${name}.options`} label="Choices" hint="One a line." isLong />
      ) : null}
      {type === 'consent' ? null : <SwitchField control={control} name={`${name}.isRequired`} label="Required" />}
    </div>
  )
}

interface QuestionCommandsProps {
  readonly title: string
  readonly index: number
  readonly count: number
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}

function QuestionCommands({ title, index, count, onMove, onRemove }: QuestionCommandsProps) {
  const { isReadOnly } = useFormState()
  if (isReadOnly) return null
  return (
    <div>
      <Button
        appearance="subtle"
        icon={<ArrowUpRegular />}
        aria-label={`Move ${title} up`}
        disabledFocusable={index === 0}
        onClick={() => onMove(index - 1)}
      />
      <Button
        appearance="subtle"
        icon={<ArrowDownRegular />}
        aria-label={`Move ${title} down`}
        disabledFocusable={index === count - 1}
        onClick={() => onMove(index + 1)}
      />
      <Button appearance="subtle" icon={<DeleteRegular />} aria-label={`Remove ${title}`} onClick={onRemove} />
    </div>
  )
}
