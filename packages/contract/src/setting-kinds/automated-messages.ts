import { z } from 'zod'
import { automatedMessageMoments } from '../automated-messages.ts'
import { settingKind } from '../setting-kind.ts'
import { list, name } from '../values.ts'

const TEXT_LENGTH_MAX = 500

const momentName = z.enum(automatedMessageMoments)

const value = z.strictObject({
  title: name,
  workstream: name,
  /** Texts of its own, by moment; the others are said as they are. */
  texts: z.partialRecord(momentName, z.string().min(1).max(TEXT_LENGTH_MAX)).default({}),
  /** Moments at which nothing is said. */
  silent: list(momentName, automatedMessageMoments.length).default([]),
})

/** What is said by itself in the conversations of a workstream. */
export const automatedMessages = settingKind({
  kind: 'automatedMessages',
  words: { one: 'set of automated messages', many: 'sets of automated messages' },
  value,
  example: value.parse({
    title: 'Website chat',
    workstream: 'Website chat',
    texts: { representativeJoined: 'Hello, my name is {AgentName}.' },
    silent: ['representativeAssigned'],
  }),
  secrets: {},
  references: { workstream: 'workstreams' },
  problems({ workstream }, { others }) {
    if (!others.some((other) => other.workstream === workstream)) return []
    return [{ path: 'workstream', message: `${workstream} has automated messages of its own already: change those` }]
  },
  seenBy: 'seeOrganization',
  editedBy: 'editConfiguration',
  max: 200,
})
