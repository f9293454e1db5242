import { Button, Field, Radio, RadioGroup, Switch, Text } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Prerequisite, UnifiedRoutingView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { unifiedRoutingQuery } from '../../data/enabling-queries.ts'
import { failureText } from '../../data/failure-text.ts'
import { may } from '../../data/permissions.ts'
import { organizationQuery } from '../../data/queries.ts'
import { useSession } from '../../data/viewer.ts'
import { UnsavedGuard } from '../../records/unsaved-guard.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusText, type Tone } from '../../ui/status-text.tsx'
import styles from './enabling.module.css'

type OpenWork = 'drain' | 'return'

const stateTexts: Record<UnifiedRoutingView['state'], { readonly tone: Tone; readonly text: string }> = {
  on: { tone: 'good', text: 'On: new work is routed and offered.' },
  off: { tone: 'ended', text: 'Off: nothing new is routed, and nobody is offered anything.' },
  draining: { tone: 'waiting', text: 'Off: nothing new is routed; open work is given out to its end.' },
  provisioning: { tone: 'waiting', text: 'Being turned on.' },
  failed: { tone: 'ended', text: 'Off: turning on has failed.' },
}

/** The toggle and Save. Turning off asks what becomes of open work; turning on after a failure goes on where it stopped. */
export function RoutingSwitch({ routing }: { readonly routing: UnifiedRoutingView }) {
  const isOn = routing.state === 'on' || routing.state === 'provisioning'
  const [isWanted, setWanted] = useState(isOn)
  const [openWork, setOpenWork] = useState<OpenWork>('drain')
  const { mutate, isPending, error } = useTurn()
  const hint = useHint(routing)
  const { tone, text } = stateTexts[routing.state]
  const canRetry = routing.state === 'failed'
  const canSave = hint === null && !isPending && isWanted !== isOn
  return (
    <Section title="Unified routing">
      <UnsavedGuard isDirty={isWanted !== isOn && !isPending} />
      {error ? <ProblemBar title="Not saved" text={failureText(error)} /> : null}
      <StatusText tone={tone}>{text}</StatusText>
      <div className={styles.row}>
        <Switch
          label="Unified routing"
          checked={isWanted}
          disabled={hint !== null || isPending}
          onChange={(_, { checked }) => setWanted(checked)}
        />
        <Button
          appearance="primary"
          disabledFocusable={!canSave}
          onClick={() => mutate(isWanted ? { enable: true } : { enable: false, openWork })}
        >
          Save
        </Button>
        {canRetry ? (
          <Button disabledFocusable={hint !== null || isPending} onClick={() => mutate({ enable: true })}>
            Try again where it stopped
          </Button>
        ) : null}
      </div>
      {isOn && !isWanted ? <OpenWorkChoice value={openWork} onChange={setOpenWork} /> : null}
      <Text size={200} className={styles.hint}>
        {hint ?? 'It takes effect when you save. You may leave this page meanwhile.'}
      </Text>
    </Section>
  )
}

function OpenWorkChoice({ value, onChange }: { readonly value: OpenWork; readonly onChange: (to: OpenWork) => void }) {
  return (
    <Field label="What becomes of open work?">
      <RadioGroup value={value} onChange={(_, data) => onChange(data.value === 'return' ? 'return' : 'drain')}>
        <Radio value="drain" label="Drain: what is open is given out and worked to its end" />
        <Radio
          value="return"
          label="Return: offers that nobody has accepted go back to their queues and wait there; accepted work stays with whoever has it"
        />
      </RadioGroup>
    </Field>
  )
}

/** What somebody must be to turn it on or off; the rest matters for turning on only. */
const mayTurn: readonly Prerequisite['key'][] = ['rootSystemAdministrator', 'accessMode']

/** Why it cannot be changed at present; null: it can. */
function useHint({ state, prerequisites }: UnifiedRoutingView): string | null {
  const session = useSession()
  if (!may(session, 'editConfiguration'))
    return 'Only a System Administrator of the root business unit may change this.'
  if (state === 'provisioning') return 'Being turned on; it can be changed when that is done.'
  const barred = prerequisites.find(({ key, met }) => !met && mayTurn.includes(key))
  if (barred) return `You cannot change it: ${barred.reason}`
  if (state === 'on') return null
  return prerequisites.some(({ met }) => !met) ? 'It can be turned on once everything below is there.' : null
}

function useTurn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (wish: { readonly enable: true } | { readonly enable: false; readonly openWork: OpenWork }) =>
      wish.enable ? api.unifiedRouting.enable() : api.unifiedRouting.disable(wish.openWork),
    onSuccess: (routing) => {
      queryClient.setQueryData(unifiedRoutingQuery.queryKey, routing)
      return queryClient.invalidateQueries({ queryKey: organizationQuery.queryKey })
    },
  })
}
