import { Button, Field, Input } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SignInSettings, signInSettings } from '@unified-routing/contract'
import { type Control, Controller, useForm } from 'react-hook-form'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { signInSettingsQuery } from '../../data/security-queries.ts'
import { UnsavedGuard } from '../../records/unsaved-guard.tsx'
import { messageOf } from '../../sign-in/field-message.ts'
import { useNotify } from '../../ui/notices.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './sign-in-settings-form.module.css'

interface Setting {
  readonly name: keyof SignInSettings
  readonly label: string
  readonly hint: string
}

const sections: readonly { readonly title: string; readonly settings: readonly Setting[] }[] = [
  {
    title: 'Passwords',
    settings: [
      {
        name: 'passwordLengthMin',
        label: 'Fewest characters',
        hint: '8 to 64. Common passwords and the own name are refused whatever their length.',
      },
    ],
  },
  {
    title: 'Sessions',
    settings: [
      { name: 'idleMinutesMax', label: 'Sign out when idle for, minutes', hint: '5 minutes to 30 days (43200).' },
      { name: 'sessionHoursMax', label: 'Sign out after, hours', hint: '1 hour to 30 days (720), used or not.' },
    ],
  },
  {
    title: 'Failed tries',
    settings: [
      {
        name: 'failuresMax',
        label: 'Failures before an account is locked',
        hint: '3 to 100 in a row; ten times as many lock a network address.',
      },
      {
        name: 'lockOutSeconds',
        label: 'First lock, seconds',
        hint: '10 to 3600. Each further failure locks for twice as long.',
      },
      { name: 'lockOutMinutesMax', label: 'Longest lock, minutes', hint: '1 minute to one day (1440).' },
    ],
  },
]

type Texts = Record<keyof SignInSettings, string>

export function SignInSettingsForm({ settings }: { readonly settings: SignInSettings }) {
  const { control, handleSubmit, formState } = useForm<Texts>({ defaultValues: textsOf(settings) })
  const { mutate, isPending, error } = useSave()
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void handleSubmit((texts) => mutate(texts))(event)}>
      <UnsavedGuard isDirty={formState.isDirty && !isPending} />
      {error ? <ProblemBar title="Not saved" text={failureText(error)} /> : null}
      {sections.map(({ title, settings: shown }) => (
        <Section key={title} title={title}>
          {shown.map((setting) => (
            <NumberField key={setting.name} setting={setting} control={control} />
          ))}
        </Section>
      ))}
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={isPending || !formState.isDirty}>
          Save
        </Button>
      </div>
    </form>
  )
}

interface NumberFieldProps {
  readonly setting: Setting
  readonly control: Control<Texts>
}

function NumberField({ setting: { name, label, hint }, control }: NumberFieldProps) {
  return (
    <Controller
      name={name}
      control={control}
      rules={{ validate: (value) => problemOf(name, value) }}
      render={({ field, fieldState }) => (
        <Field className={styles.field} label={label} hint={hint} {...messageOf(fieldState.error?.message)}>
          <Input inputMode="numeric" {...field} />
        </Field>
      )}
    />
  )
}

/** By the contract itself, so that page and server never disagree. */
function problemOf(name: keyof SignInSettings, value: string): true | string {
  return signInSettings.shape[name].safeParse(numberOf(value)).success || 'Enter a whole number in the range below.'
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}

function textsOf(settings: SignInSettings): Texts {
  return {
    passwordLengthMin: String(settings.passwordLengthMin),
    idleMinutesMax: String(settings.idleMinutesMax),
    sessionHoursMax: String(settings.sessionHoursMax),
    failuresMax: String(settings.failuresMax),
    lockOutSeconds: String(settings.lockOutSeconds),
    lockOutMinutesMax: String(settings.lockOutMinutesMax),
  }
}

function useSave() {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: (texts: Texts) =>
      api.signIn.replaceSettings({
        passwordLengthMin: numberOf(texts.passwordLengthMin),
        idleMinutesMax: numberOf(texts.idleMinutesMax),
        sessionHoursMax: numberOf(texts.sessionHoursMax),
        failuresMax: numberOf(texts.failuresMax),
        lockOutSeconds: numberOf(texts.lockOutSeconds),
        lockOutMinutesMax: numberOf(texts.lockOutMinutesMax),
      }),
    onSuccess: (saved) => {
      queryClient.setQueryData(signInSettingsQuery.queryKey, saved)
      notify({ title: 'The rules are saved', intent: 'success' })
    },
  })
}
