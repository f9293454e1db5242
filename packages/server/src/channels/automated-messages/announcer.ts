import { automatedMessageTexts, type SettingValue, settingKinds, TEXT_LENGTH_MAX } from '@unified-routing/contract'
import type { Announcement, Configuration } from '@unified-routing/routing'
import type { z } from 'zod'
import type { Announce, EngineLog } from '../../engine/engine-options.ts'
import { listSettings } from '../../store/settings.ts'
import type { Store } from '../../store/store.ts'
import { shownName } from '../live-chat/shown-names.ts'

const READ_EVERY_MS = 2_000

/** What is said by itself in conversations, as it is set up: a moment late at most, and at hand without waiting. */
export interface Announcer {
  readonly announce: Announce
  /** Reads the settings now; for tests, instead of waiting. */
  read(): Promise<void>
  stop(): void
}

/** What is known of a workstream in which something is said. */
interface Words extends Pick<SettingValue<'automatedMessages'>, 'texts' | 'silent'> {
  readonly representativeName: SettingValue<'chatWidget'>['representativeName']
}

interface Known {
  readonly words: ReadonlyMap<string, Words>
  readonly nicknames: ReadonlyMap<string, string>
}

interface AnnouncerOptions {
  readonly store: Store
  readonly organizationId: string
  readonly log: EngineLog
}

/** From what gives a representative away most to what does least: several widgets may lead to one workstream. */
const guardedness = ['full', 'first', 'last', 'nickname'] as const

/** Has read the settings when it answers. Something is said in workstreams that have a chat widget or texts of their own. */
export async function startAnnouncer({ store, organizationId, log }: AnnouncerOptions): Promise<Announcer> {
  let known: Known = { words: new Map(), nicknames: new Map() }

  async function values<Value>(kind: { readonly kind: string; readonly value: z.ZodType<Value> }): Promise<Value[]> {
    const stored = await listSettings(store, { organizationId, kind: kind.kind })
    return stored.flatMap(({ value }) => kind.value.safeParse(value).data ?? [])
  }
  async function read(): Promise<void> {
    const [sets, widgets, nicknames] = await Promise.all([
      values(settingKinds.automatedMessages),
      values(settingKinds.chatWidget),
      values(settingKinds.nickname),
    ])
    known = {
      words: wordsOf(sets, widgets),
      nicknames: new Map(nicknames.map(({ representative, title }) => [representative, title])),
    }
  }

  await read()
  const timer = setInterval(() => {
    read().catch((error: unknown) =>
      log.warn({ event: 'announcer.unread', err: error }, 'automated messages not read; trying again'),
    )
  }, READ_EVERY_MS)
  timer.unref()
  return {
    read,
    stop: () => clearInterval(timer),
    announce(announcement, document) {
      const words = known.words.get(announcement.item.workstream)
      const { moment } = announcement
      if (words === undefined || words.silent.includes(moment)) return null
      const { text, to } = automatedMessageTexts[moment]
      const filled = fill(words.texts[moment] ?? text, announcement, {
        nameOf: (name) => {
          const nickname = known.nicknames.get(name) ?? null
          return shownName(words.representativeName, { fullName: fullNameOf(document, name), nickname })
        },
      })
      return filled === '' ? null : { text: filled, isForCustomer: to === 'customer' }
    },
  }
}

function wordsOf(
  sets: readonly SettingValue<'automatedMessages'>[],
  widgets: readonly SettingValue<'chatWidget'>[],
): ReadonlyMap<string, Words> {
  const words = new Map<string, Words>()
  for (const { workstream, texts, silent } of sets) words.set(workstream, { texts, silent, representativeName: 'full' })
  for (const { workstream, representativeName } of widgets) {
    const present = words.get(workstream) ?? { texts: {}, silent: [], representativeName: 'full' }
    const names = [present.representativeName, representativeName]
    words.set(workstream, {
      ...present,
      representativeName: guardedness.findLast((one) => names.includes(one)) ?? 'full',
    })
  }
  return words
}

interface Filling {
  readonly nameOf: (representative: string) => string
}

/** `{AgentName}`, `{QueueName}` and `{$Variable$}`; what is not known leaves nothing. */
function fill(text: string, { item, representative, queue }: Announcement, { nameOf }: Filling): string {
  const filled = text.replace(/\{(AgentName|QueueName|\$\w+\$)\}/g, (_place, slug: string) => {
    if (slug === 'AgentName') return representative === null ? '' : nameOf(representative)
    if (slug === 'QueueName') return queue ?? ''
    const variable = slug.slice(1, -1)
    return String(Object.hasOwn(item.context, variable) ? (item.context[variable] ?? '') : '')
  })
  return filled.slice(0, TEXT_LENGTH_MAX)
}

const namesByDocument = new WeakMap<Configuration, ReadonlyMap<string, string>>()

function fullNameOf(document: Configuration, name: string): string {
  const names =
    namesByDocument.get(document) ??
    new Map(document.representatives?.map(({ name: each, fullName = each }) => [each, fullName]))
  namesByDocument.set(document, names)
  return names.get(name) ?? name
}
