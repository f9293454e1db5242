import { Button, Field, Input, Spinner } from '@fluentui/react-components'
import { ApiError } from '@unified-routing/client'
import { PASSWORD_LENGTH_MIN } from '@unified-routing/contract'
import { useForm } from 'react-hook-form'
import { messageOf } from './field-message.ts'
import styles from './sign-in-page.module.css'

export interface NewPasswordFormProps {
  /** Whose password it is: password managers keep it under this name. */
  readonly email: string
  readonly submitLabel: string
  readonly busyLabel: string
  readonly isBusy: boolean
  /** Of the last attempt. What it says of the password stands at the field. */
  readonly error: Error | null
  readonly onSubmit: (password: string) => void
}

interface Fields {
  readonly password: string
  readonly repeated: string
}

/** Asks for a new password, twice. */
export function NewPasswordForm({ email, submitLabel, busyLabel, isBusy, error, onSubmit }: NewPasswordFormProps) {
  const { register, handleSubmit, formState, getValues } = useForm<Fields>({
    defaultValues: { password: '', repeated: '' },
  })
  const { password, repeated } = formState.errors
  const refusal = passwordRefusal(error)
  const handleValid = (values: Fields) => onSubmit(values.password)
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void handleSubmit(handleValid)(event)}>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field
        label="New password"
        hint={`At least ${PASSWORD_LENGTH_MIN} characters. A phrase of some words is easy to keep and hard to guess.`}
        {...messageOf(password?.message ?? refusal ?? undefined)}
      >
        <Input
          type="password"
          size="large"
          autoComplete="new-password"
          {...register('password', { required: 'Enter a new password.', validate: isLongEnough })}
        />
      </Field>
      <Field label="Repeat it" {...messageOf(repeated?.message)}>
        <Input
          type="password"
          size="large"
          autoComplete="new-password"
          {...register('repeated', {
            validate: (value) => value === getValues('password') || 'The two are not the same.',
          })}
        />
      </Field>
      <Button type="submit" size="large" appearance="primary" disabledFocusable={isBusy}>
        {isBusy ? <Spinner size="tiny" label={busyLabel} /> : submitLabel}
      </Button>
    </form>
  )
}

/** What the server says is wrong with the password; null: nothing, or something else is. */
export function passwordRefusal(error: Error | null): string | null {
  if (!(error instanceof ApiError)) return null
  const found = error.errors.find(({ path }) => /^body\.(new)?password$/i.test(path))
  return found === undefined ? null : `It ${found.message}.`
}

function isLongEnough(value: string): true | string {
  return [...value].length >= PASSWORD_LENGTH_MIN || `It must have at least ${PASSWORD_LENGTH_MIN} characters.`
}
