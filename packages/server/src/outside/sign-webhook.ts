import { createHmac } from 'node:crypto'

export interface WebhookMessage {
  readonly id: string
  /** When this try is made: a receiver refuses what is too old. */
  readonly at: number
  readonly body: string
}

/** The headers of the Standard Webhooks specification 1.0: identity, time, and a signature over both and the body.
 *
 * `secret` is base64, with or without `whsec_` before it. Null: the message is not signed. */
export function webhookHeaders({ id, at, body }: WebhookMessage, secret: string | null): Record<string, string> {
  const timestamp = String(Math.floor(at / 1_000))
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp }
  if (secret === null) return headers
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { ...headers, 'webhook-signature': `v1,${signature}` }
}
