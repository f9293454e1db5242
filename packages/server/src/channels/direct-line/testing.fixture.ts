import type { AddressInfo } from 'node:net'
import { type SettingValue, settingKinds } from '@unified-routing/contract'
import { startTestApp, type TestApp } from '../../http/testing/test-app.ts'

export const widgetSecret = 'secret-for-tests-only'

/** A server that listens, with a widget `shop` on the live chat workstream, and olga who is there for its customers. */
export interface ChatServer {
  readonly app: TestApp
  readonly base: string
  readonly domain: string
}

type Changes = NonNullable<Parameters<typeof startTestApp>[0]> & { readonly port?: number }

export async function startChatServer({ port = 0, ...changes }: Changes = {}): Promise<ChatServer> {
  const app = await startTestApp({ ...changes, overrides: { chat: { reloadMs: 0 }, ...changes.overrides } })
  await app.server.listen({ host: '127.0.0.1', port })
  const base = `http://127.0.0.1:${portOf(app.server.server.address())}`
  return { app, base, domain: `${base}/v3/directline` }
}

export async function saveWidget(
  app: TestApp,
  changes: Partial<SettingValue<'chatWidget'>> = {},
  name = 'shop',
): Promise<void> {
  const value = settingKinds.chatWidget.value.parse({
    title: 'Web shop',
    workstream: 'Website chat',
    origins: ['https://shop.example'],
    ...changes,
  })
  await app.services.settings.save(
    { kind: settingKinds.chatWidget, name },
    { value, secrets: { directLine: widgetSecret }, basedOn: null },
    { by: { kind: 'account', name: 'test' }, ip: null },
  )
}

export function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

/** Everything that olga says and does in a chat. */
export function olga(app: TestApp) {
  const call = (method: string, path: string, body?: unknown) =>
    app.call('Omnichannel Agent', method, `/api/v1${path}`, body === undefined ? {} : { body })
  return {
    signIn: () => call('POST', '/representatives/olga/sign-in'),
    accept: (id: string) => call('POST', `/work-items/${id}/accept`),
    say: (id: string, text: string, kind = 'message') =>
      call('POST', `/conversations/${id}/messages`, { from: 'representative', text, kind }),
    types: (id: string) => call('POST', `/conversations/${id}/typing`, { from: 'representative' }),
    end: (id: string) => call('POST', `/work-items/${id}/end`),
    close: (id: string) => call('POST', `/work-items/${id}/close`),
    messages: async (id: string) => (await call('GET', `/conversations/${id}/messages?limit=200`)).body.items,
  }
}
