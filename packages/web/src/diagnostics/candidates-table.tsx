import { Text } from '@fluentui/react-components'
import { CheckmarkFilled, DismissFilled, StarFilled } from '@fluentui/react-icons'
import type { CandidateView } from '@unified-routing/contract'
import { useFullNames } from '../data/viewer.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Presence } from '../ui/presence-badge.tsx'
import styles from './candidates-table.module.css'
import { verdictText } from './reason-text.ts'

const columns: readonly Column<CandidateView>[] = [
  { key: 'rank', header: 'Rank', width: 'narrow', render: (candidate) => candidate.rank ?? '–' },
  {
    key: 'representative',
    header: 'Representative',
    render: (candidate) => <Name candidate={candidate} />,
  },
  { key: 'presence', header: 'Presence', render: (candidate) => <Presence presence={candidate.presence} /> },
  {
    key: 'units',
    header: 'Units free',
    width: 'narrow',
    render: (candidate) => `${candidate.load.unitsFree} of ${candidate.load.unitsLimit}`,
  },
  { key: 'profiles', header: 'Profiles free', render: (candidate) => <Profiles candidate={candidate} /> },
  { key: 'skills', header: 'Skills', render: (candidate) => <Skills candidate={candidate} /> },
  { key: 'verdict', header: 'Verdict', width: 'wide', render: (candidate) => <Verdict candidate={candidate} /> },
]

/** The members of the queue in the order of the method, best first, with the verdict on each. */
export function CandidatesTable({ candidates }: { readonly candidates: readonly CandidateView[] }) {
  return (
    <DataTable
      label="Candidates"
      columns={columns}
      rows={candidates}
      rowKey={(candidate) => candidate.representative}
    />
  )
}

function Name({ candidate }: { readonly candidate: CandidateView }) {
  const nameOf = useFullNames()
  return <strong>{nameOf(candidate.representative)}</strong>
}

function Profiles({ candidate }: { readonly candidate: CandidateView }) {
  const profiles = Object.entries(candidate.load.profilesFree)
  if (profiles.length === 0) return <>–</>
  return (
    <ul className={styles.list}>
      {profiles.map(([profile, free]) => (
        <li key={profile}>
          {profile}: {free} of {candidate.load.profileLimits[profile] ?? free}
        </li>
      ))}
    </ul>
  )
}

function Skills({ candidate }: { readonly candidate: CandidateView }) {
  if (candidate.skills.length === 0) return <span className={styles.quiet}>None required</span>
  return (
    <ul className={styles.list}>
      {candidate.skills.map((skill) => (
        <Skill key={skill.name} skill={skill} />
      ))}
    </ul>
  )
}

function Skill({ skill }: { readonly skill: CandidateView['skills'][number] }) {
  const isEnough = skill.held && skill.active && (skill.required ?? 0) <= (skill.rating ?? skill.required ?? 0)
  const rating = skill.required === null ? '' : ` ${skill.rating ?? '–'} of ${skill.required}`
  return (
    <li className={styles.skill} data-held={isEnough}>
      {isEnough ? <CheckmarkFilled aria-label="Holds" /> : <DismissFilled aria-label="Lacks" />}
      <span>
        {skill.name}
        {rating}
        {skill.held && !skill.active ? ' (switched off)' : ''}
      </span>
    </li>
  )
}

function Verdict({ candidate }: { readonly candidate: CandidateView }) {
  if (candidate.eligible) {
    return (
      <span className={styles.skill} data-held="true">
        {candidate.rank === 1 ? <StarFilled aria-hidden="true" /> : <CheckmarkFilled aria-hidden="true" />}
        <span>
          {candidate.rank === 1 ? 'First in line' : 'Could take it'}
          {candidate.rankText ? <span className={styles.quiet}> · {candidate.rankText}</span> : null}
        </span>
      </span>
    )
  }
  return <Text className={styles.reasons}>{verdictText(candidate.explanation.details)}</Text>
}
