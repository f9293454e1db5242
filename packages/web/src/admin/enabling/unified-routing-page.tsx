import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { UnifiedRoutingView } from '@unified-routing/contract'
import { unifiedRoutingQuery } from '../../data/enabling-queries.ts'
import { useOrganization } from '../../data/viewer.ts'
import { Facts } from '../../ui/facts.tsx'
import { Page } from '../../ui/page.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { Section } from '../../ui/section.tsx'
import { PrerequisiteList } from './prerequisite-list.tsx'
import { ProvisioningSteps } from './provisioning-steps.tsx'
import { RoutingSwitch } from './routing-switch.tsx'

/** Turning unified routing on and off: what it needs, how provisioning goes, and what came of it. */
export function UnifiedRoutingPage() {
  const organization = useOrganization()
  const { data: routing } = useSuspenseQuery(unifiedRoutingQuery)
  return (
    <Page
      title="Unified routing"
      lead={`Gives the work of ${organization.name} to the best representative who can take it now.`}
    >
      <RoutingMessage routing={routing} />
      <RoutingSwitch key={routing.state} routing={routing} />
      {routing.state === 'on' ? null : <PrerequisiteList prerequisites={routing.prerequisites} />}
      {routing.run ? <ProvisioningSteps run={routing.run} /> : null}
      <OpenWork routing={routing} />
      <Consent routing={routing} />
    </Page>
  )
}

const intents = { success: 'success', progress: 'info', needed: 'warning', failure: 'error' } as const
const PROVIDE = 'Provide consent.'

/** What the administrator has to know first, above the toggle. */
function RoutingMessage({ routing: { message } }: { readonly routing: UnifiedRoutingView }) {
  return (
    <div aria-live="polite">
      {message === null ? null : (
        <MessageBar intent={intents[message.kind]} layout="multiline">
          <MessageBarBody>
            <MessageText text={message.text} />{' '}
            {message.kind === 'failure' ? (
              <RouterLink to="/admin/health" inline>
                Troubleshooting: the health check
              </RouterLink>
            ) : null}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  )
}

/** The last sentence of the message about consent is the way to give it. */
function MessageText({ text }: { readonly text: string }) {
  if (!text.endsWith(PROVIDE)) return <span>{text}</span>
  return (
    <span>
      {text.slice(0, -PROVIDE.length)}
      <RouterLink to="/admin/unified-routing/consent" inline>
        {PROVIDE}
      </RouterLink>
    </span>
  )
}

function OpenWork({ routing: { openWork, state } }: { readonly routing: UnifiedRoutingView }) {
  return (
    <Section
      title="Open work"
      {...(state === 'draining' ? { lead: 'It is still given out and worked to its end; nothing new comes in.' } : {})}
    >
      <Facts
        facts={[
          { name: 'Waiting in queues', value: openWork.waiting },
          { name: 'Offered', value: openWork.offered },
          { name: 'With representatives', value: openWork.accepted },
        ]}
      />
    </Section>
  )
}

function Consent({ routing: { consent, mayConsent } }: { readonly routing: UnifiedRoutingView }) {
  return (
    <Section
      title="Consent"
      actions={
        <RouterLink to="/admin/unified-routing/consent">
          {mayConsent ? 'Open the form' : 'See what is asked for'}
        </RouterLink>
      }
    >
      {consent ? (
        <span>
          Given by {consent.grantedBy} <RelativeTime at={consent.grantedAt} />.
        </span>
      ) : (
        'Nobody has consented on behalf of the organization.'
      )}
    </Section>
  )
}
