import { Button, Checkbox, Text } from '@fluentui/react-components'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { ConsentView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { consentQuery, unifiedRoutingQuery } from '../../data/enabling-queries.ts'
import { failureText } from '../../data/failure-text.ts'
import { organizationQuery } from '../../data/queries.ts'
import { useOrganization } from '../../data/viewer.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notices.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusText } from '../../ui/status-text.tsx'
import styles from './enabling.module.css'

/** What unified routing may do in the name of the organization; a tenant administrator accepts it, and can take it back. */
export function ConsentPage() {
  const { data: view } = useSuspenseQuery(consentQuery)
  const { name } = useOrganization()
  return (
    <Page
      title="Consent"
      trail={[
        <RouterLink key="routing" to="/admin/unified-routing">
          Unified routing
        </RouterLink>,
      ]}
      lead={`Unified routing asks to do the following for ${name}.`}
    >
      <Section title="What is asked for">
        <ul className={styles.bullets}>
          {view.asks.map(({ scope, text }) => (
            <li key={scope}>{text}</li>
          ))}
        </ul>
        {view.consent === null ? (
          <Accept mayConsent={view.mayConsent} />
        ) : (
          <InForce view={view} consent={view.consent} />
        )}
      </Section>
      {view.history.length > 0 ? <History history={view.history} /> : null}
    </Page>
  )
}

function Accept({ mayConsent }: { readonly mayConsent: boolean }) {
  const [isTicked, setTicked] = useState(false)
  const refresh = useRefresh()
  const notify = useNotify()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.unifiedRouting.consent(),
    onSuccess: async () => {
      await refresh()
      notify({ title: 'Consent recorded', intent: 'success' })
    },
  })
  return (
    <>
      {error ? <ProblemBar title="Not accepted" text={failureText(error)} /> : null}
      <Checkbox
        label="Consent on behalf of your organization"
        checked={isTicked}
        disabled={!mayConsent}
        onChange={(_, { checked }) => setTicked(checked === true)}
      />
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={!mayConsent || !isTicked || isPending} onClick={() => mutate()}>
          Accept
        </Button>
      </div>
      <Text size={200} className={styles.hint}>
        {mayConsent
          ? 'Your name and the time are recorded. You can revoke it here at any time.'
          : 'Only a tenant administrator can consent: send one the address of this page.'}
      </Text>
    </>
  )
}

type Given = NonNullable<ConsentView['consent']>

function InForce({ view, consent }: { readonly view: ConsentView; readonly consent: Given }) {
  const [isAsking, setAsking] = useState(false)
  const refresh = useRefresh()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.unifiedRouting.revokeConsent(),
    onSuccess: refresh,
    onSettled: () => setAsking(false),
  })
  return (
    <>
      {error ? <ProblemBar title="Not revoked" text={failureText(error)} /> : null}
      <StatusText tone="good">
        {consent.grantedBy} consented <RelativeTime at={consent.grantedAt} />.
      </StatusText>
      {view.mayConsent ? (
        <div className={styles.row}>
          <Button disabledFocusable={isPending} onClick={() => setAsking(true)}>
            Revoke
          </Button>
        </div>
      ) : null}
      <ConfirmDialog
        isOpen={isAsking}
        title="Revoke the consent?"
        confirmLabel="Revoke"
        isBusy={isPending}
        onConfirm={() => mutate()}
        onCancel={() => setAsking(false)}
      >
        Unified routing goes off at once. Offers that nobody has accepted return to their queues and wait there;
        accepted work stays with whoever has it. It can be turned on again after a new consent.
      </ConfirmDialog>
    </>
  )
}

function History({ history }: { readonly history: ConsentView['history'] }) {
  return (
    <Section title="History">
      <ul className={styles.bullets}>
        {history.map(({ id, grantedBy, grantedAt, revokedBy, revokedAt }) => (
          <li key={id}>
            Given by {grantedBy} <RelativeTime at={grantedAt} />
            {revokedBy !== null && revokedAt !== null ? (
              <>
                , revoked by {revokedBy} <RelativeTime at={revokedAt} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function useRefresh() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      [consentQuery, unifiedRoutingQuery, organizationQuery].map(({ queryKey }) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    )
}
