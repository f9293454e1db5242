import { Button, Field, Input } from '@fluentui/react-components'
import { SECRET_LENGTH_MAX } from '@unified-routing/contract'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { useFormState } from '../frame/form-context.ts'
import type { SecretDrafts } from './use-setting-form.ts'

export interface SecretFieldsProps {
  /** The secrets of the kind by name, with the words for them. */
  readonly labels: Readonly<Record<string, string>>
  /** Which of them are kept at present. */
  readonly set: Readonly<Record<string, boolean>>
  readonly drafts: SecretDrafts
  readonly onChange: (drafts: SecretDrafts) => void
}

/** Texts that are written and never shown again: each says whether it is set, and takes another one. */
export function SecretFields({ labels, set, drafts, onChange }: SecretFieldsProps) {
  const { isReadOnly } = useFormState()
  const names = Object.entries(labels)
  if (names.length === 0) return null
  const draft = (name: string, value: string | null | undefined) => {
    const { [name]: _, ...others } = drafts
    onChange(value === undefined ? others : { ...others, [name]: value })
  }
  return (
    <FieldsSection title="Secrets" lead="They are kept encrypted. Nobody can read them again, only replace them.">
      {names.map(([name, label]) => {
        const isRemoved = drafts[name] === null
        const isSet = set[name] === true
        return (
          <Field key={name} label={label} hint={stateText(isSet, isRemoved)}>
            <Input
              type="password"
              autoComplete="new-password"
              maxLength={SECRET_LENGTH_MAX}
              value={drafts[name] ?? ''}
              readOnly={isReadOnly || isRemoved}
              onChange={(_, { value }) => draft(name, value === '' ? undefined : value)}
              contentAfter={
                isSet && !isReadOnly ? (
                  <Button
                    appearance="transparent"
                    size="small"
                    aria-label={isRemoved ? `Keep ${label}` : `Remove ${label}`}
                    onClick={() => draft(name, isRemoved ? undefined : null)}
                  >
                    {isRemoved ? 'Keep' : 'Remove'}
                  </Button>
                ) : null
              }
            />
          </Field>
        )
      })}
    </FieldsSection>
  )
}

function stateText(isSet: boolean, isRemoved: boolean): string {
  if (isRemoved) return 'Is removed when you save.'
  return isSet ? 'Is set. Write another one to replace it.' : 'Is not set.'
}
