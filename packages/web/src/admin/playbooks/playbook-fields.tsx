import { Field, Radio, RadioGroup, Select, Switch } from '@fluentui/react-components'
import type { Configuration, Playbook } from '@unified-routing/routing'
import { queueCatalog } from '@unified-routing/routing'
import { useController } from 'react-hook-form'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { NounFieldsProps } from '../frame/noun.ts'
import { ChoiceInput } from '../rules/condition/choice-input.tsx'
import { Branches } from './branches.tsx'
import { Levels } from './levels.tsx'
import styles from './playbook-fields.module.css'
import { kindLeads, kinds, kindTexts, newPlaybook, triggerTexts } from './playbook-words.ts'

export type PlaybookValues = { name: string; playbook: Playbook }

export interface PlaybookPartProps<Kind extends Playbook = Playbook> {
  readonly configuration: Configuration
  readonly playbook: Kind
  readonly isReadOnly: boolean
  readonly onChange: (playbook: Playbook) => void
}

/** The form of a playbook: for which queues it is, and what it does there. */
export function PlaybookFields(props: NounFieldsProps<Playbook, PlaybookValues>) {
  const { form, configuration, row, isReadOnly } = props
  const { field } = useController({ control: form.control, name: 'playbook' })
  const name = form.watch('name')
  // Problems and rules find the playbook in the document by its name.
  const playbook: Playbook = { ...field.value, name }
  const part = { configuration, playbook, isReadOnly, onChange: field.onChange }
  return (
    <div data-field="playbook" className={styles.form}>
      <Section title="Details" lead={kindLeads[playbook.kind]}>
        {row === null ? <TextField control={form.control} name="name" label="Name" isRequired /> : null}
        {row === null ? <KindSelect {...part} /> : null}
        <Switch
          label={(playbook.active ?? true) ? 'Active' : 'Draft: it does nothing yet'}
          checked={playbook.active ?? true}
          disabled={isReadOnly}
          onChange={(_, { checked }) => field.onChange({ ...playbook, active: checked })}
        />
        <Queues {...part} />
        {playbook.kind === 'overflow' ? (
          <Field label="When">
            <Select
              value={playbook.trigger}
              disabled={isReadOnly}
              onChange={(_, { value }) => field.onChange({ ...playbook, trigger: value })}
            >
              {Object.entries(triggerTexts).map(([trigger, text]) => (
                <option key={trigger} value={trigger}>
                  {text}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
      </Section>
      {playbook.kind === 'bullseye' ? (
        <Levels {...part} playbook={playbook} />
      ) : (
        <Branches {...part} playbook={playbook} />
      )}
    </div>
  )
}

/** Another kind begins anew: the kinds have nothing in common but their queues. */
function KindSelect({ playbook, onChange }: PlaybookPartProps) {
  return (
    <Field label="Kind" hint="It cannot be changed later.">
      <Select
        value={playbook.kind}
        onChange={(_, { value }) =>
          onChange(newPlaybook(kinds.find((kind) => kind === value) ?? 'overflow', playbook.name))
        }
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindTexts[kind]}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function Queues({ configuration, playbook, isReadOnly, onChange }: PlaybookPartProps) {
  const names = [...queueCatalog(configuration).keys()]
  const { queues } = playbook
  return (
    <>
      {playbook.kind === 'bullseye' ? null : (
        <RadioGroup
          aria-label="Queues it is for"
          layout="horizontal"
          disabled={isReadOnly}
          value={queues === 'all' ? 'all' : 'some'}
          onChange={(_, { value }) => onChange({ ...playbook, queues: value === 'all' ? 'all' : [] })}
        >
          <Radio value="some" label="Some queues" />
          <Radio value="all" label="All queues" />
        </RadioGroup>
      )}
      {queues === 'all' ? null : (
        <Field label="Queues">
          <ChoiceInput
            label="Queues"
            choices={names.map((name) => ({ value: name, text: name }))}
            values={queues}
            isList
            isOpen={false}
            onChoose={(chosen) => onChange({ ...playbook, queues: [...chosen] })}
          />
        </Field>
      )}
    </>
  )
}
