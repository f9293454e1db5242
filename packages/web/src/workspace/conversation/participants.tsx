import { Badge, Button, Text } from '@fluentui/react-components'
import type { ParticipantView, WorkItemView } from '@unified-routing/contract'
import { api } from '../../data/api.ts'
import { useFullNames } from '../../data/viewer.ts'
import { useItemAction } from '../use-item-action.ts'
import styles from './participants.module.css'

export interface ParticipantsProps {
  readonly item: WorkItemView
  readonly viewer: string | null
}

/** Who takes part beside whoever has the conversation, and what the viewer can do about it. */
export function Participants({ item, viewer }: ParticipantsProps) {
  // Nobody but the one who monitors knows that they do.
  const shown = item.participants.filter(
    ({ mode, access, representative }) => mode === 'consult' || access === 'public' || representative === viewer,
  )
  if (shown.length === 0) return null
  return (
    <ul className={styles.participants} aria-label="Taking part">
      {shown.map((participant) => (
        <Participant key={participant.id} item={item} viewer={viewer} participant={participant} />
      ))}
    </ul>
  )
}

function Participant({ item, viewer, participant }: ParticipantsProps & { readonly participant: ParticipantView }) {
  const nameOf = useFullNames()
  const { run, isBusy } = useItemAction()
  const { representative, mode, access, joinedAt } = participant
  const isOwn = representative === viewer
  const isConsultOfMine = item.assignedTo === viewer && mode === 'consult'
  const name = nameOf(representative)
  return (
    <li className={styles.participant}>
      <Text weight="semibold">{isOwn ? 'You' : name}</Text>
      <Badge appearance="tint" color={access === 'public' ? 'success' : 'informative'}>
        {partText(participant)}
      </Badge>
      {isConsultOfMine && joinedAt !== null && access === 'private' && item.state === 'Active' ? (
        <Button
          size="small"
          disabledFocusable={isBusy}
          onClick={() => run(() => api.conversations.addParticipant(item.id, representative))}
        >
          Add {name} to the conversation
        </Button>
      ) : null}
      {isConsultOfMine ? (
        <Button
          size="small"
          disabledFocusable={isBusy}
          onClick={() => run(() => api.conversations.endConsult(item.id, representative))}
        >
          {joinedAt === null ? `Take back the question to ${name}` : `End the consult with ${name}`}
        </Button>
      ) : null}
      {isOwn && mode === 'monitor' && access === 'private' && item.state === 'Active' ? (
        <Button size="small" disabledFocusable={isBusy} onClick={() => run(() => api.conversations.join(item.id))}>
          Join
        </Button>
      ) : null}
      {isOwn && joinedAt !== null ? (
        <Button size="small" disabledFocusable={isBusy} onClick={() => run(() => api.conversations.leave(item.id))}>
          Leave
        </Button>
      ) : null}
    </li>
  )
}

function partText({ mode, access, joinedAt }: ParticipantView): string {
  if (joinedAt === null) return 'Asked for advice'
  if (access === 'public') return mode === 'consult' ? 'Takes part' : 'Supervisor takes part'
  return mode === 'consult' ? 'Advises; the customer does not see it' : 'Monitors'
}
