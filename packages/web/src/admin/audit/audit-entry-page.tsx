import { Text } from '@fluentui/react-components'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Facts } from '../../ui/facts.tsx'
import { Page } from '../../ui/page.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { Section } from '../../ui/section.tsx'
import { exactText } from '../../ui/time-text.ts'
import { labelOf } from '../../ui/words.ts'
import { RowDifferences } from '../versions/row-differences.tsx'
import { auditEntryQuery } from './audit-queries.ts'
import { actionText, actorText } from './audit-words.ts'

const route = getRouteApi('/app/admin/audit/$id')

/** One entry of the audit log with what changed, field by field. */
export function AuditEntryPage() {
  const { id } = route.useParams()
  const { data: entry } = useSuspenseQuery(auditEntryQuery(id))
  const { configurationVersion: version } = entry
  return (
    <Page
      title={entry.summary}
      trail={[
        <RouterLink key="audit" to="/admin/audit">
          Audit log
        </RouterLink>,
      ]}
    >
      <Section title="About">
        <Facts
          facts={[
            { name: 'Kind', value: actionText(entry.action) },
            { name: 'Who', value: actorText(entry.by) },
            { name: 'From', value: entry.ip ?? 'The server' },
            {
              name: 'When',
              value: (
                <>
                  {exactText(new Date(entry.at).getTime())} (<RelativeTime at={entry.at} />)
                </>
              ),
            },
            {
              name: 'About',
              value: entry.name === null ? labelOf(entry.list) : `${labelOf(entry.list)}: ${entry.name}`,
            },
            ...(version === null
              ? []
              : [
                  {
                    name: 'Version',
                    value: (
                      <RouterLink to="/admin/versions/$version" params={{ version }}>
                        {version}
                      </RouterLink>
                    ),
                  },
                ]),
          ]}
        />
      </Section>
      <Section title="What changed">
        {entry.difference.length === 0 ? (
          <Text>Nothing that could be compared.</Text>
        ) : (
          <RowDifferences rows={entry.difference} />
        )}
      </Section>
    </Page>
  )
}
