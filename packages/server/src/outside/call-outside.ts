import { lookup } from 'node:dns'
import { type IncomingMessage, request as requestPlainly } from 'node:http'
import { request as requestSecurely } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const WAIT_MAX_MS = 10_000

/** Networks behind which nobody outside is: our own machine, private and link-local networks, and what is no host. */
const inner = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inner.addSubnet(network, prefix, 'ipv6')

/** Whether an address is of an inner network; IPv4 written as IPv6 counts as what it stands for. */
export function isInner(address: string): boolean {
  return inner.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

export interface OutsideCall {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  /** JSON; null: none. */
  readonly body: string | null
  /** Whether it may go to inner networks, too. */
  readonly allowsInner: boolean
  /** What is longer is not read to its end. */
  readonly replyBytesMax: number
}

/** What came back, or why nothing did. */
export type OutsideReply =
  | { readonly status: number; readonly text: string; readonly isCut: boolean }
  | { readonly failure: string }

/** Asks a server that an administrator has named. Redirections are not followed. The address is judged as it is
 * connected to, so that no name leads inside by changing its mind. */
export async function callOutside(call: OutsideCall): Promise<OutsideReply> {
  const { url, method, headers, body, allowsInner, replyBytesMax } = call
  const { hostname, protocol } = new URL(url)
  const literal = hostname.replace(/^\[|\]$/g, '')
  if (!allowsInner && isIP(literal) !== 0 && isInner(literal)) return { failure: REFUSED }
  const send = protocol === 'https:' ? requestSecurely : requestPlainly
  const ofBody =
    body === null ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
  return await new Promise((resolve) => {
    const request = send(url, {
      method,
      headers: { ...headers, ...ofBody },
      signal: AbortSignal.timeout(WAIT_MAX_MS),
      ...(allowsInner ? {} : { lookup: lookupOutside }),
    })
    request.on('response', (response) => {
      read(response, replyBytesMax).then(
        (text) => resolve({ status: response.statusCode ?? 0, ...text }),
        (error: unknown) => resolve({ failure: error instanceof Error ? error.message : String(error) }),
      )
    })
    request.on('error', (error) => resolve({ failure: error.message }))
    request.end(body ?? undefined)
  })
}

/** Posts a text and answers null, or why it did not arrive. Nothing of the reply is kept. */
export async function postWebhook(
  post: Pick<OutsideCall, 'url' | 'headers' | 'allowsInner'> & { readonly body: string },
): Promise<string | null> {
  const reply = await callOutside({ ...post, method: 'POST', replyBytesMax: 0 })
  if ('failure' in reply) return reply.failure
  return reply.status >= 200 && reply.status < 300 ? null : `HTTP ${reply.status}`
}

async function read(response: IncomingMessage, bytesMax: number): Promise<{ text: string; isCut: boolean }> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response) {
    bytes += chunk.length
    if (bytes > bytesMax) return { text: '', isCut: true }
    chunks.push(chunk)
  }
  return { text: Buffer.concat(chunks).toString('utf8'), isCut: false }
}

const REFUSED = 'the address is of an inner network (UR_WEBHOOKS_INSIDE)'

const lookupOutside: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const outside = error === null ? addresses.filter(({ address }) => !isInner(address)) : []
    const [first] = outside
    if (error !== null) callback(error, '', 0)
    else if (first === undefined) callback(new Error(REFUSED), '', 0)
    else if (options.all === true) callback(null, outside)
    else callback(null, first.address, first.family)
  })
}
