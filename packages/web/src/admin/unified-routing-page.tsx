import { Button, Switch, Text } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { OrganizationView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../data/api.ts'
import { failureText } from '../data/failure-text.ts'
import { may } from '../data/permissions.ts'
import { organizationQuery } from '../data/queries.ts'
import { useOrganization, useSession } from '../data/viewer.ts'
import { Facts } from '../ui/facts.tsx'
import { useNotify } from '../ui/notices.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemBar } from '../ui/problem-bar.tsx'
import { Section } from '../ui/section.tsx'
import { StatusText } from '../ui/status-text.tsx'
import styles from './unified-routing-page.module.css'

const roleTexts: Record<OrganizationView['role'], string> = {
  starting: 'Starting',
  leader: 'This server routes',
  follower: 'Another server routes, this one reads',
  stopped: 'Stopped',
}

/** Whether work is routed at all, and the facts of the organization. */
export function UnifiedRoutingPage() {
  const organization = useOrganization()
  return (
    <Page
      title="Unified routing"
      lead={`Gives the work of ${organization.name} to the best representative who can take it now.`}
    >
      <RoutingSwitch key={String(organization.routingEnabled)} isEnabled={organization.routingEnabled} />
      <Section title="Organization">
        <Facts
          facts={[
            { name: 'Name', value: organization.name },
            { name: 'Time zone', value: organization.timeZone },
            { name: 'Configuration version', value: organization.configurationVersion },
            { name: 'Server', value: roleTexts[organization.role] },
            { name: 'Workstreams', value: organization.workstreams.length },
            { name: 'Skills', value: organization.skills.length },
          ]}
        />
      </Section>
    </Page>
  )
}

function RoutingSwitch({ isEnabled }: { readonly isEnabled: boolean }) {
  const mayChange = may(useSession(), 'editConfiguration')
  const [isWanted, setWanted] = useState(isEnabled)
  const { mutate, isPending, error } = useSetRouting()
  return (
    <Section title="Routing of new work">
      {error ? <ProblemBar title="Not saved" text={failureText(error)} /> : null}
      {isEnabled ? (
        <StatusText tone="good">On: new work is routed and offered.</StatusText>
      ) : (
        <StatusText tone="ended">Off: nothing new is routed, and nobody is offered anything.</StatusText>
      )}
      <div className={styles.row}>
        <Switch
          label="Unified routing"
          checked={isWanted}
          disabled={!mayChange || isPending}
          onChange={(_, { checked }) => setWanted(checked)}
        />
        <Button
          appearance="primary"
          disabledFocusable={!mayChange || isPending || isWanted === isEnabled}
          onClick={() => mutate(isWanted)}
        >
          Save
        </Button>
      </div>
      <Text size={200} className={styles.hint}>
        {mayChange
          ? 'Work that is already with somebody stays there either way.'
          : 'System Administrators, CSR Managers and Omnichannel Administrators may change this.'}
      </Text>
    </Section>
  )
}

function useSetRouting() {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: (enabled: boolean) => api.organization.setRouting(enabled),
    onSuccess: (organization) => {
      queryClient.setQueryData(organizationQuery.queryKey, organization)
      notify({ title: organization.routingEnabled ? 'Routing is on' : 'Routing is off', intent: 'success' })
    },
  })
}
