import { Button, Field, Input, Spinner } from '@fluentui/react-components'
import { ApiError } from '@unified-routing/client'
import { useForm } from 'react-hook-form'
import { messageOf } from './field-message.ts'
import styles from './sign-in-page.module.css'

export interface NewPasswordFormProps {
  /** Whose password it is: password managers keep it under this name. */
  readonly email: string
  /** Whether the password of before is asked for first. */
  readonly asksPresent?: boolean
  readonly submitLabel: string
  readonly busyLabel: string
  readonly isBusy: boolean
  /** Of the last attempt. What it says of a password stands at its field. */
  readonly error: Error | null
  readonly onSubmit: (passwords: Passwords) => void
}

export interface Passwords {
  /** Empty unless it was asked for. */
  readonly present: string
  readonly password: string
}

interface Fields extends Passwords {
  readonly repeated: string
}

/** Asks for a new password, twice. */
export function NewPasswordForm(props: NewPasswordFormProps) {
  const { email, asksPresent = false, submitLabel, busyLabel, isBusy, error, onSubmit } = props
  const { register, handleSubmit, formState, getValues } = useForm<Fields>({
    defaultValues: { present: '', password: '', repeated: '' },
  })
  const { present, password, repeated } = formState.errors
  const handleValid = (values: Fields) => onSubmit({ present: values.present, password: values.password })
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void handleSubmit(handleValid)(event)}>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      {asksPresent ? (
        <Field label="Present password" {...messageOf(present?.message ?? refusalOf('currentPassword', error))}>
          <Input
            type="password"
            autoComplete="current-password"
            {...register('present', { required: 'Enter your present password.' })}
          />
        </Field>
      ) : null}
      <Field
        label="New password"
        hint="A phrase of some words is easy to keep and hard to guess."
        {...messageOf(password?.message ?? refusalOf('(?:newP|p)assword', error))}
      >
        <Input
          type="password"
          autoComplete="new-password"
          {...register('password', { required: 'Enter a new password.' })}
        />
      </Field>
      <Field label="Repeat it" {...messageOf(repeated?.message)}>
        <Input
          type="password"
          autoComplete="new-password"
          {...register('repeated', {
            validate: (value) => value === getValues('password') || 'The two are not the same.',
          })}
        />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
        {isBusy ? <Spinner size="tiny" label={busyLabel} /> : submitLabel}
      </Button>
    </form>
  )
}

/** Whether the server refused one of the passwords, which is said at its field. */
export function isPasswordRefusal(error: Error | null): boolean {
  return refusalOf('(?:newP|currentP|p)assword', error) !== undefined
}

function refusalOf(member: string, error: Error | null): string | undefined {
  if (!(error instanceof ApiError)) return undefined
  const found = error.errors.find(({ path }) => new RegExp(`^body\\.${member}$`).test(path))
  return found === undefined ? undefined : `It ${found.message}.`
}
