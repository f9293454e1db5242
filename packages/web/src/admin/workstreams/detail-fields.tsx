import { Field, Input, Radio, RadioGroup, Switch } from '@fluentui/react-components'
import type { Workstream } from '@unified-routing/routing'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import type { RowDraft } from '../rules/draft/use-row-draft.ts'
import { DurationInput } from '../rules/duration-input.tsx'
import { SelectField } from '../rules/outputs/select-field.tsx'
import styles from './detail-fields.module.css'
import { fieldProblem } from './field-problem.ts'
import { skillMatchingTexts } from './workstream-words.ts'

export interface DetailFieldsProps {
  readonly draft: RowDraft<Workstream>
}

const presences = ['Available', 'Busy', 'Busy - DND', 'Away', 'Offline', 'Inactive'] as const

/** Who can take an item of the workstream: presence, skills, capacity. */
export function AssignmentFields({ draft }: DetailFieldsProps) {
  const { row, isReadOnly, change } = draft
  const { allowedPresences = ['Available', 'Busy'], skillMatching = 'none' } = row
  return (
    <div className={styles.fields}>
      <CheckboxGroup
        label="Allowed presences"
        hint="Queues with rules of their own do not ask for these."
        choices={presences}
        values={allowedPresences}
        isReadOnly={isReadOnly}
        onChange={(allowed) => change({ ...row, allowedPresences: allowed })}
      />
      <SelectField
        label="Skill matching"
        choices={Object.entries(skillMatchingTexts).map(([value, text]) => ({ value, text }))}
        value={skillMatching}
        isReadOnly={isReadOnly}
        onChange={(value) =>
          change({ ...row, skillMatching: value === 'exact' || value === 'closest' ? value : 'none' })
        }
      />
      <CapacityFields draft={draft} />
    </div>
  )
}

function CapacityFields({ draft }: DetailFieldsProps) {
  const { row, configuration, isReadOnly, change } = draft
  const { capacity = { units: 0 } } = row
  const profiles = (configuration.capacityProfiles ?? []).map(({ name }) => name)
  const [first] = profiles
  return (
    <>
      <Field label="Capacity format">
        <RadioGroup
          value={'units' in capacity ? 'units' : 'profiles'}
          disabled={isReadOnly}
          onChange={(_, { value }) =>
            change({
              ...row,
              capacity: value === 'units' ? { units: 0 } : { profiles: first === undefined ? [] : [first] },
            })
          }
        >
          <Radio value="units" label="Unit based" />
          <Radio value="profiles" label="Profile based" disabled={first === undefined} />
        </RadioGroup>
      </Field>
      {'units' in capacity ? (
        <Field
          label="Capacity units"
          hint="What one item takes of somebody's units."
          {...fieldProblem(draft, 'capacity.units')}
        >
          <Input
            inputMode="numeric"
            readOnly={isReadOnly}
            value={String(capacity.units)}
            onChange={(_, { value }) => change({ ...row, capacity: { units: Number(value.replace(/\D/g, '')) } })}
          />
        </Field>
      ) : (
        <Field {...fieldProblem(draft, 'capacity.profiles')}>
          <CheckboxGroup
            label="Capacity profiles"
            choices={profiles}
            values={capacity.profiles}
            isReadOnly={isReadOnly}
            onChange={(chosen) => change({ ...row, capacity: { profiles: chosen } })}
          />
        </Field>
      )}
    </>
  )
}

/** How an item reaches the one it is for. */
export function OfferFields({ draft }: DetailFieldsProps) {
  const { row, isReadOnly, change } = draft
  const { offer = {}, type, distribution = 'push' } = row
  const isRecord = type === 'record'
  return (
    <div className={styles.fields}>
      <Switch
        label="Assign without asking"
        checked={isRecord || offer.autoAssign === true}
        disabled={isReadOnly || isRecord}
        onChange={(_, { checked }) => change({ ...row, offer: { ...offer, autoAssign: checked } })}
      />
      <Switch
        label="May be rejected"
        checked={!isRecord && offer.autoAssign !== true && offer.rejectable !== false}
        disabled={isReadOnly || isRecord || offer.autoAssign === true}
        onChange={(_, { checked }) => change({ ...row, offer: { ...offer, rejectable: checked } })}
      />
      {isRecord ? <span className={styles.hint}>A record is assigned, not offered; it cannot be rejected.</span> : null}
      {isRecord ? null : (
        <Field label="Time to answer" {...fieldProblem(draft, 'offer.timeout')}>
          <DurationInput
            label="Time to answer"
            duration={offer.timeout ?? '120s'}
            onChange={(timeout) => change({ ...row, offer: { ...offer, timeout } })}
          />
        </Field>
      )}
      {distribution === 'push' ? (
        <Switch
          label="Items may also be picked by hand"
          checked={row.selectFromPush ?? false}
          disabled={isReadOnly}
          onChange={(_, { checked }) => change({ ...row, selectFromPush: checked })}
        />
      ) : null}
    </div>
  )
}
