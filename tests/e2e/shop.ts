import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inject } from 'vitest'

const WIDGET_PAGE = '/'
const WEB_CHAT_PAGE = '/web-chat'

export interface Shop {
  /** Scheme, host and port: another site than the product's. */
  readonly origin: string
  readonly widgetPage: string
  readonly webChatPage: string
  close(): Promise<void>
}

export interface ShopOptions {
  readonly productUrl: string
  readonly widget: string
}

/** A web site of its own, strict about what its pages may load, with the widget on one page and Web Chat on another. */
export async function openShop({ productUrl, widget }: ShopOptions): Promise<Shop> {
  const webChat = await readFile(inject('webChat'))
  const socketUrl = productUrl.replace(/^http/, 'ws')
  const policy = `default-src 'none'; script-src 'self' ${productUrl}; connect-src ${productUrl} ${socketUrl}`
  const tag = `<script src="${productUrl}/chat/widget.js" data-widget="${widget}" async></script>`
  const pages: Readonly<Record<string, readonly [type: string, policy: string, body: string | Buffer]>> = {
    [WIDGET_PAGE]: ['text/html', policy, page('A shop', tag)],
    [WEB_CHAT_PAGE]: ['text/html', '', page('Web Chat', '<script src="/web-chat.js"></script>')],
    '/web-chat.js': ['text/javascript', '', webChat],
  }
  const server = createServer((request, reply) => {
    const found = pages[(request.url ?? '').split('?', 1)[0] ?? '']
    if (found === undefined) return reply.writeHead(404).end()
    const [type, contentPolicy, body] = found
    if (contentPolicy !== '') reply.setHeader('content-security-policy', contentPolicy)
    return reply.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${portOf(server.address())}`
  return {
    origin,
    widgetPage: `${origin}${WIDGET_PAGE}`,
    webChatPage: `${origin}${WEB_CHAT_PAGE}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function page(title: string, head: string): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><main><h1>${title}</h1><div id="chat"></div></main></body></html>`
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the shop has no port')
  return address.port
}
