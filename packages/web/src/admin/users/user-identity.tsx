import { Checkbox, Field, Input } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { useSession } from '../../data/viewer.ts'
import { Section } from '../../ui/section.tsx'
import { peopleChoices } from './bulk-choices.ts'
import { BusinessUnitInput } from './business-unit-input.tsx'
import { fieldWords } from './person-changes.ts'
import { PersonField } from './person-field.tsx'
import { mayChange } from './person-rights.ts'
import type { UserForm } from './use-user-form.ts'
import styles from './user-identity.module.css'

/** Who somebody is, and what they may do. */
export function UserIdentity({ form }: { readonly form: UserForm }) {
  const { draft, isNew, set } = form
  const session = useSession()
  return (
    <Section title="Identity">
      <div className={styles.fields}>
        <PersonField
          form={form}
          label={fieldWords.name}
          hint={isNew ? 'Cannot be changed later.' : 'Account and history hang on it, so it stays.'}
          isRequired={isNew}
        >
          <Input readOnly={!isNew} value={draft.name} onChange={(_, { value }) => set({ name: value })} />
        </PersonField>
        <PersonField form={form} label={fieldWords.fullName}>
          <Input
            readOnly={!isNew && !mayChange(session, 'fullName')}
            value={draft.fullName}
            onChange={(_, { value }) => set({ fullName: value })}
          />
        </PersonField>
        <PersonField form={form} label={fieldWords.email} hint="Needed to sign in">
          <Input
            type="email"
            readOnly={!isNew && !mayChange(session, 'email')}
            value={draft.email}
            onChange={(_, { value }) => set({ email: value })}
          />
        </PersonField>
        <BusinessUnit form={form} />
      </div>
      <Roles form={form} />
    </Section>
  )
}

function BusinessUnit({ form: { draft, isNew, set }, form }: { readonly form: UserForm }) {
  const { document } = useConfiguration()
  const session = useSession()
  const { businessUnits } = useMemo(() => peopleChoices(document), [document])
  return (
    <PersonField form={form} label={fieldWords.businessUnit}>
      <BusinessUnitInput
        units={businessUnits}
        readOnly={!isNew && !mayChange(session, 'businessUnit')}
        value={draft.businessUnit}
        onChange={(businessUnit) => set({ businessUnit })}
      />
    </PersonField>
  )
}

function Roles({ form: { draft, isNew, set, problems } }: { readonly form: UserForm }) {
  const { document } = useConfiguration()
  const { roles } = useMemo(() => peopleChoices(document), [document])
  const session = useSession()
  const isReadOnly = !isNew && !mayChange(session, 'roles')
  const message = problems.find(({ field }) => field === fieldWords.roles)?.message
  return (
    <fieldset className={styles.roles} data-field={fieldWords.roles}>
      <legend>{fieldWords.roles}</legend>
      {roles.map(({ name: role }) => (
        <Checkbox
          key={role}
          label={role}
          disabled={isReadOnly}
          checked={draft.roles.includes(role)}
          onChange={(_, { checked }) =>
            set({ roles: checked === true ? [...draft.roles, role] : draft.roles.filter((held) => held !== role) })
          }
        />
      ))}
      {isReadOnly ? <Field hint="A System Administrator can change roles." /> : null}
      {message ? <Field validationState="error" validationMessage={message} /> : null}
    </fieldset>
  )
}
