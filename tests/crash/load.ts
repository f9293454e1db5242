import type { ApiRequest, ApiSession, Reply } from './api-session.ts'
import { type Chance, createChance } from './chance.ts'
import { people } from './organization.ts'

/** A request that was answered, with its answer: what the server has promised to remember. */
export interface Acknowledged {
  readonly request: ApiRequest
  readonly reply: Reply
}

/** Clients that work without pause, each on its own cases and chats and all on the same people. */
export class Load {
  readonly acknowledged: Acknowledged[] = []
  readonly #api: ApiSession
  readonly #clients: readonly Promise<void>[]
  #isStopping = false

  constructor(api: ApiSession, options: { seed: number; clients: number }) {
    this.#api = api
    this.#clients = Array.from({ length: options.clients }, (_, index) => {
      const chance = createChance(options.seed * 1_000 + index)
      return this.#work(`${options.seed}-${index}`, chance)
    })
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    await Promise.all(this.#clients)
  }

  async #work(client: string, chance: Chance): Promise<void> {
    const mine: Mine = { cases: [], chats: [], workItems: [] }
    for (let count = 0; !this.#isStopping; count++) {
      const id = `${client}-${count}`
      const request: ApiRequest = { ...nextRequest(mine, { id, chance }), key: `key-${id}` }
      const reply = await this.#api.ask(request)
      this.acknowledged.push({ request, reply })
      remember(mine, request, reply)
    }
  }
}

interface Mine {
  readonly cases: string[]
  readonly chats: string[]
  readonly workItems: string[]
}

const MINE_MAX = 20

function nextRequest(mine: Mine, { id, chance }: { id: string; chance: Chance }): ApiRequest {
  const [one, another] = [mine.cases[chance.below(mine.cases.length)], mine.chats[chance.below(mine.chats.length)]]
  const item = mine.workItems[chance.below(mine.workItems.length)]
  const choice = chance.next()
  const post = (path: string, body?: unknown): ApiRequest => ({ method: 'POST', path, body })
  // Without an id of ours only the key keeps them from being made twice.
  if (choice < 0.03) return post('/tables/case/rows', { values: { title: `Unnamed ${id}` }, route: true })
  if (choice < 0.04) return post('/configuration/changes', oneMoreQueue(id))
  if (choice < 0.3 || one === undefined || item === undefined) {
    return post('/tables/case/rows', { id: `case-${id}`, values: { title: `Case ${id}` }, route: true })
  }
  if (choice < 0.5 || another === undefined) {
    return post('/conversations', { id: `chat-${id}`, workstream: 'Chats', text: 'Hello?' })
  }
  if (choice < 0.62) return post(`/tables/case/rows/${one}/complete`)
  if (choice < 0.72) return post(`/tables/case/rows/${one}/route`, { values: { title: `Again ${id}` } })
  if (choice < 0.8) return post(`/conversations/${another}/end`)
  if (choice < 0.86) return post(`/work-items/${item}/assign`, { representative: chance.pick(people) })
  if (choice < 0.92) return post(`/work-items/${item}/force-close`)
  if (choice < 0.96) return post(`/conversations/${another}/messages`, { from: 'customer', text: id })
  return post(`/representatives/${chance.pick(people)}/presence`, {
    presence: chance.pick(['Available', 'Away', 'Busy']),
  })
}

function oneMoreQueue(id: string): object {
  const row = { name: `Queue ${id}`, type: 'record', members: [] }
  return { basedOn: 1, changes: [{ list: 'queues', name: row.name, row, create: true }], note: id }
}

function remember(mine: Mine, { path, body }: ApiRequest, reply: Reply): void {
  if (reply.status !== 201 && reply.status !== 200) return
  const id = typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : null
  if (path === '/tables/case/rows' && id !== null) mine.cases.push(id)
  if (path === '/conversations' && id !== null) mine.chats.push(id)
  const { workItem } = reply.body
  const item = typeof workItem === 'object' && workItem !== null && 'id' in workItem ? String(workItem.id) : null
  if (item !== null) mine.workItems.push(item)
  for (const list of [mine.cases, mine.chats, mine.workItems]) if (list.length > MINE_MAX) list.shift()
}
