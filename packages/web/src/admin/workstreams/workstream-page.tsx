import { Tab, TabList } from '@fluentui/react-components'
import { FlowRegular } from '@fluentui/react-icons'
import { getRouteApi } from '@tanstack/react-router'
import type { Workstream } from '@unified-routing/routing'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { UnsavedGuard } from '../../records/unsaved-guard.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { ChangeHistory } from '../frame/change-history.tsx'
import { RowCommands } from '../frame/row-commands.tsx'
import { useLastSeen } from '../frame/use-last-seen.ts'
import { DraftBadge, DraftCommands } from '../rules/draft/draft-commands.tsx'
import { DraftProblems } from '../rules/draft/draft-problems.tsx'
import { type RowDraft, useRowDraft } from '../rules/draft/use-row-draft.ts'
import { withWorkstream, workstreamIndex } from '../rules/kinds/rows-of.ts'
import { AllRules } from './all-rules.tsx'
import { rulesInWords } from './rules-in-words.ts'
import { searchOfPlace } from './stages.ts'
import { Way } from './way.tsx'
import { WorkstreamDetails } from './workstream-details.tsx'
import { workstreamNoun } from './workstream-noun.tsx'
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
  const stored = document.workstreams?.find((workstream) => workstream.name === name)
  const shown = useLastSeen(name, stored)
  if (shown === undefined) return <NotThere name={name} />
  return <WorkstreamDraft key={name} present={shown} isGone={stored === undefined} />
}

function NotThere({ name }: { readonly name: string }) {
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

function WorkstreamDraft({ present, isGone }: { readonly present: Workstream; readonly isGone: boolean }) {
  const { name } = present
  const draft = useRowDraft<Workstream>({
    list: 'workstreams',
    name,
    savedTitle: `Workstream ${name} is saved`,
    present,
    put: withWorkstream,
    indexOf: workstreamIndex,
  })
  if (isGone && !draft.isDirty) return <NotThere name={name} />
  return (
    <Page
      title={name}
      lead={`${typeTexts[present.type]} workstream`}
      trail={trail}
      badge={<DraftBadge draft={draft} />}
      commands={
        <>
          <DraftCommands draft={draft}>
            {isGone ? null : <RowCommands noun={workstreamNoun} stored={present} isDirty={draft.isDirty} />}
          </DraftCommands>
          <ChangeHistory list="workstreams" name={name} labels={workstreamNoun.labels} />
        </>
      }
    >
      <UnsavedGuard isDirty={draft.isDirty} />
      <Parts draft={draft} isGone={isGone} />
    </Page>
  )
}

function Parts({ draft, isGone }: { readonly draft: RowDraft<Workstream>; readonly isGone: boolean }) {
  const { tab = 'way', stage } = route.useSearch()
  const navigate = route.useNavigate()
  const problems = (
    <DraftProblems
      draft={draft}
      noun={{ ...workstreamNoun, wordsOf: rulesInWords }}
      isGone={isGone}
      onShow={(place) => navigate({ search: searchOfPlace(place), replace: true })}
    />
  )
  const isInPanel = tab === 'way' && stage !== undefined
  return (
    <>
      {isInPanel ? null : problems}
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
      {tab === 'way' ? <Way draft={draft} problems={problems} /> : null}
      {tab === 'details' ? <WorkstreamDetails draft={draft} /> : null}
      {tab === 'rules' ? <AllRules configuration={draft.configuration} workstream={draft.row} /> : null}
    </>
  )
}
