import { Field, Input, Select } from '@fluentui/react-components'
import { presenceLabel } from '../../ui/presence-badge.tsx'
import type { BulkAction, NamesKind } from './bulk-action.ts'
import styles from './bulk-action-editor.module.css'
import { bulkActionWords, emptyAction, isBulkActionKind } from './bulk-action-words.ts'
import type { PeopleChoices } from './bulk-choices.ts'
import { BusinessUnitInput } from './business-unit-input.tsx'
import { NamesPicker } from './names-picker.tsx'
import { RatingInput } from './rating-input.tsx'
import type { RatingScale, RatingScales } from './skill-words.ts'

export interface BulkActionEditorProps {
  readonly action: BulkAction
  readonly kinds: readonly BulkAction['kind'][]
  readonly choices: PeopleChoices
  readonly scales: RatingScales
  readonly onChange: (action: BulkAction) => void
}

/** One step of a bulk edit: what to do, and with what. */
export function BulkActionEditor(props: BulkActionEditorProps) {
  const { action, kinds, onChange } = props
  return (
    <div className={styles.editor}>
      <Field label="What to change">
        <Select
          value={action.kind}
          onChange={(_, { value }) => {
            if (isBulkActionKind(value)) onChange(emptyAction(value))
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {bulkActionWords[kind].label}
            </option>
          ))}
        </Select>
      </Field>
      {'names' in action ? <WithNames {...props} action={action} /> : <WithValue {...props} action={action} />}
    </div>
  )
}

const namesOf: Readonly<Record<NamesKind | 'addSkills' | 'rateSkills' | 'limitProfiles', Picked>> = {
  addQueues: 'queues',
  removeQueues: 'queues',
  addGroups: 'groups',
  removeGroups: 'groups',
  addRoles: 'roles',
  removeRoles: 'roles',
  addSkills: 'skills',
  rateSkills: 'skills',
  removeSkills: 'skills',
  activateSkills: 'skills',
  deactivateSkills: 'skills',
  addProfiles: 'profiles',
  removeProfiles: 'profiles',
  limitProfiles: 'profiles',
}

type Picked = 'queues' | 'groups' | 'roles' | 'skills' | 'profiles'

const pickedWords: Readonly<Record<Picked, string>> = {
  queues: 'Queues',
  groups: 'User groups',
  roles: 'Roles',
  skills: 'Skills',
  profiles: 'Capacity profiles',
}

type NamesAction = Extract<BulkAction, { readonly names: readonly string[] }>
type ValueAction = Exclude<BulkAction, NamesAction>
type With<Action> = Omit<BulkActionEditorProps, 'action'> & { readonly action: Action }

function WithNames({ action, choices, scales, onChange }: With<NamesAction>) {
  const picked = namesOf[action.kind]
  return (
    <>
      <NamesPicker
        label={pickedWords[picked]}
        choices={choices[picked]}
        names={action.names}
        onChange={(names) => onChange({ ...action, names })}
      />
      {'rating' in action ? (
        <Field label="Rating">
          <RatingInput
            label="Rating"
            scale={commonScale(action.names, scales)}
            rating={action.rating}
            onChange={(rating) => onChange({ ...action, rating })}
          />
        </Field>
      ) : null}
      {'limit' in action ? (
        <NumberInput
          label="Custom limit"
          hint="Empty: the profile’s own limit again"
          value={action.limit}
          onChange={(limit) => onChange({ ...action, limit })}
        />
      ) : null}
    </>
  )
}

function WithValue({ action, choices, onChange }: With<ValueAction>) {
  switch (action.kind) {
    case 'setUnits':
      return (
        <NumberInput
          label="Units"
          hint="The capacity of each of them"
          value={action.units}
          onChange={(units) => onChange({ ...action, units: units ?? 0 })}
        />
      )
    case 'setBookable':
      return (
        <Field label="Bookable" hint="Only bookable people get work">
          <Select
            value={action.bookable ? 'yes' : 'no'}
            onChange={(_, { value }) => onChange({ ...action, bookable: value === 'yes' })}
          >
            <option value="yes">Yes</option>
            <option value="no">No</option>
          </Select>
        </Field>
      )
    case 'setBusinessUnit':
      return (
        <Field label="Business unit">
          <BusinessUnitInput
            units={choices.businessUnits}
            value={action.value}
            onChange={(value) => onChange({ ...action, value })}
          />
        </Field>
      )
    case 'setDefaultPresence':
      return (
        <ChoiceInput
          label="Default presence"
          choices={choices.presences.map((value) => ({ value, text: presenceLabel(value) }))}
          value={action.value}
          onChange={(value) => onChange({ ...action, value })}
        />
      )
    case 'setWorkingHours':
      return (
        <ChoiceInput
          label="Working hours"
          choices={[
            { value: '', text: 'Always working' },
            ...choices.workingHours.map((value) => ({ value, text: value })),
          ]}
          value={action.value}
          onChange={(value) => onChange({ ...action, value })}
        />
      )
  }
}

/** The scale that all chosen skills share; null: they share none, or have none. */
function commonScale(skills: readonly string[], scales: RatingScales): RatingScale | null {
  const found = new Set(skills.map((skill) => scales.get(skill) ?? null))
  const [scale = null] = found
  return found.size === 1 ? scale : null
}

interface InputProps<Value> {
  readonly label: string
  readonly hint?: string
  readonly value: Value
  readonly onChange: (value: Value) => void
}

function NumberInput({ label, hint, value, onChange }: InputProps<number | null>) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <Input
        type="number"
        min={0}
        value={value === null ? '' : String(value)}
        onChange={(_, data) => onChange(data.value === '' ? null : Number(data.value))}
      />
    </Field>
  )
}

interface ChoiceInputProps extends InputProps<string> {
  readonly choices: readonly { readonly value: string; readonly text: string }[]
}

function ChoiceInput({ label, choices, value, onChange }: ChoiceInputProps) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </Select>
    </Field>
  )
}
