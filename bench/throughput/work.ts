/** The organization whose work is measured: ten rules, ten skills, and people who have five of them each. */
import type { Configuration } from '../../packages/routing/src/main.ts'
import { TOPICS } from './contender.ts'

export const WORKSTREAM = 'Conversations'
/** Who speaks for customers: an account that gets no work. */
export const INTEGRATION = 'integration'
const QUEUE = 'Conversations'
/** Room for everything that is under way at once. */
const SESSIONS_MAX = 1_000

/** Queues when every topic has its own. */
export const QUEUES_OF_STREAMS = TOPICS

export const emailOf = (name: string) => `${name}@example.com`
const topics = Array.from({ length: TOPICS }, (_, topic) => topic)
const skillOf = (topic: number) => `Skill ${topic}`
const queueOf = (topic: number) => `${QUEUE} ${topic}`

/** `together`: one queue for everybody, where skills alone decide. `byTopic`: a queue for each topic, so that people see only
 * the work of theirs. */
export function workConfiguration(representatives: number, form: 'together' | 'byTopic' = 'together'): Configuration {
  const names = Array.from({ length: representatives }, (_, index) => `r${index}`)
  const always = { all: [] }
  const isTopic = (topic: number) => ({
    all: [{ path: 'item.context.topic', op: 'eq' as const, value: `topic ${topic}` }],
  })
  return {
    version: 1,
    organization: { sessionLimit: SESSIONS_MAX },
    skillTypes: ['Topic'],
    skills: topics.map((topic) => ({ name: skillOf(topic), type: 'Topic' })),
    representatives: [
      { name: INTEGRATION, email: emailOf(INTEGRATION), roles: ['Omnichannel Administrator'], bookable: false },
      ...names.map((name, index) => ({
        name,
        email: emailOf(name),
        roles: ['Omnichannel Agent'],
        units: SESSIONS_MAX,
        skills: Object.fromEntries(
          topics.slice(0, TOPICS / 2).map((turn) => [skillOf((index + turn * 2) % TOPICS), null]),
        ),
      })),
    ],
    queues:
      form === 'together'
        ? [{ name: QUEUE, type: 'messaging', members: names }]
        : topics.map((topic) => ({
            name: queueOf(topic),
            type: 'messaging' as const,
            members: names.filter((_, index) => index % TOPICS === topic),
          })),
    workstreams: [
      {
        name: WORKSTREAM,
        type: 'messaging',
        channel: 'liveChat',
        capacity: { units: 1 },
        skillMatching: 'exact',
        contextVariables: [
          { name: 'topic', type: 'text' },
          { name: 'subject', type: 'text' },
        ],
        classification: [
          {
            name: 'Topics',
            rules: topics.map((topic) => ({
              name: `Topic ${topic}`,
              when: isTopic(topic),
              set: { skills: { [skillOf(topic)]: null }, priorityScore: topic },
            })),
          },
        ],
        routeToQueue: {
          rules:
            form === 'together'
              ? [{ name: 'All', when: always, queue: QUEUE }]
              : topics.map((topic) => ({ name: `Topic ${topic}`, when: isTopic(topic), queue: queueOf(topic) })),
        },
      },
    ],
  }
}
