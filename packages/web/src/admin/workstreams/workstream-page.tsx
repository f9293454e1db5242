import { Tab, TabList } from '@fluentui/react-components'
import { FlowRegular } from '@fluentui/react-icons'
import { getRouteApi } from '@tanstack/react-router'
import type { Workstream } from '@unified-routing/routing'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { DraftBadge, DraftCommands, DraftProblems } from '../rules/draft/draft-commands.tsx'
import { useRowDraft } from '../rules/draft/use-row-draft.ts'
import { withWorkstream } from '../rules/kinds/rows-of.ts'
import { AllRules } from './all-rules.tsx'
import { Way } from './way.tsx'
import { WorkstreamDetails } from './workstream-details.tsx'
import { typeTexts } from './workstream-words.ts'

const route = getRouteApi('/app/admin/workstreams/$name')

const trail = [
  <RouterLink key="list" to="/admin/$noun" params={{ noun: 'workstreams' }}>
    Workstreams
  </RouterLink>,
]

/** A workstream: the way of its items as a picture, its settings, and all its rules to read. */
export function WorkstreamPage() {
  const { name } = route.useParams()
  const { document } = useConfiguration()
  const present = document.workstreams?.find((workstream) => workstream.name === name)
  if (present !== undefined) return <PresentWorkstream key={name} present={present} />
  return (
    <Page title={name} trail={trail}>
      <EmptyState
        icon={<FlowRegular />}
        title={`There is no workstream ${name}`}
        text="Somebody may have deleted or renamed it."
        action={trail}
      />
    </Page>
  )
}

function PresentWorkstream({ present }: { readonly present: Workstream }) {
  const { tab = 'way' } = route.useSearch()
  const navigate = route.useNavigate()
  const { name } = present
  const draft = useRowDraft<Workstream>({
    list: 'workstreams',
    name,
    savedTitle: `Workstream ${name} is saved`,
    present,
    put: withWorkstream,
  })
  return (
    <Page
      title={name}
      lead={`${typeTexts[present.type]} workstream`}
      trail={trail}
      badge={<DraftBadge draft={draft} />}
      commands={<DraftCommands draft={draft} />}
    >
      <DraftProblems draft={draft} />
      <TabList
        selectedValue={tab}
        onTabSelect={(_, { value }) =>
          void navigate({ search: value === 'details' || value === 'rules' ? { tab: value } : {}, replace: true })
        }
      >
        <Tab value="way">Way of an item</Tab>
        <Tab value="details">Details</Tab>
        <Tab value="rules">Rules</Tab>
      </TabList>
      {tab === 'way' ? <Way draft={draft} /> : null}
      {tab === 'details' ? <WorkstreamDetails draft={draft} /> : null}
      {tab === 'rules' ? <AllRules configuration={draft.configuration} workstream={draft.row} /> : null}
    </Page>
  )
}
