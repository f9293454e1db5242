import { lookup } from 'node:dns'
import { request as requestPlainly } from 'node:http'
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

export interface Post {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Whether it may go to inner networks, too. */
  readonly allowsInner: boolean
}

/** Posts a text and answers null, or why it did not arrive. Redirections are not followed, and nothing of the reply is
 * read. The address is judged as it is connected to, so that no name leads inside by changing its mind. */
export async function postWebhook({ url, headers, body, allowsInner }: Post): Promise<string | null> {
  const { hostname, protocol } = new URL(url)
  const literal = hostname.replace(/^\[|\]$/g, '')
  if (!allowsInner && isIP(literal) !== 0 && isInner(literal)) return REFUSED
  const send = protocol === 'https:' ? requestSecurely : requestPlainly
  return await new Promise((resolve) => {
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
      signal: AbortSignal.timeout(WAIT_MAX_MS),
      ...(allowsInner ? {} : { lookup: lookupOutside }),
    })
    request.on('response', (response) => {
      response.resume()
      const { statusCode = 0 } = response
      resolve(statusCode >= 200 && statusCode < 300 ? null : `HTTP ${statusCode}`)
    })
    request.on('error', (error) => resolve(error.message))
    request.end(body)
  })
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
