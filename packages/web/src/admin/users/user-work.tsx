import { Input, Select, Switch } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { useSession } from '../../data/viewer.ts'
import { presenceLabel } from '../../ui/presence-badge.tsx'
import { Section } from '../../ui/section.tsx'
import { peopleChoices } from './bulk-choices.ts'
import { fieldWords } from './person-changes.ts'
import { PersonField } from './person-field.tsx'
import { mayChange } from './person-rights.ts'
import type { UserForm } from './use-user-form.ts'
import styles from './user-identity.module.css'

/** How somebody takes work: whether, how much at once, when, and with which presence they begin. */
export function UserWork({ form }: { readonly form: UserForm }) {
  const { draft, set } = form
  const session = useSession()
  const { document } = useConfiguration()
  const { presences, workingHours } = useMemo(() => peopleChoices(document), [document])
  return (
    <Section title="Work">
      <div className={styles.fields}>
        <PersonField form={form} label={fieldWords.bookable} hint="Only bookable people get work.">
          <Switch
            checked={draft.bookable}
            disabled={!mayChange(session, 'bookable')}
            label={draft.bookable ? 'Yes' : 'No'}
            onChange={(_, { checked }) => set({ bookable: checked })}
          />
        </PersonField>
        <PersonField
          form={form}
          label={fieldWords.units}
          hint="The capacity. A multiple of what one item of the workstreams takes."
        >
          <Input
            type="number"
            min={0}
            readOnly={!mayChange(session, 'units')}
            value={Number.isNaN(draft.units) ? '' : String(draft.units)}
            onChange={(_, { value }) => set({ units: value === '' ? Number.NaN : Number(value) })}
          />
        </PersonField>
        <PersonField form={form} label={fieldWords.defaultPresence} hint="After signing in.">
          <Select
            disabled={!mayChange(session, 'defaultPresence')}
            value={draft.defaultPresence}
            onChange={(_, { value }) => set({ defaultPresence: value })}
          >
            {presences.map((presence) => (
              <option key={presence} value={presence}>
                {presenceLabel(presence)}
              </option>
            ))}
          </Select>
        </PersonField>
        <PersonField form={form} label={fieldWords.workingHours}>
          <Select
            disabled={!mayChange(session, 'workingHours')}
            value={draft.workingHours}
            onChange={(_, { value }) => set({ workingHours: value })}
          >
            <option value="">Always working</option>
            {workingHours.map((hours) => (
              <option key={hours}>{hours}</option>
            ))}
          </Select>
        </PersonField>
      </div>
    </Section>
  )
}
