/** One server-sent event. `comment` stands for a heartbeat: a comment line that only shows that the stream lives. */
export type StreamEvent =
  | { readonly type: 'event'; readonly id: string | null; readonly name: string; readonly data: string }
  | { readonly type: 'comment' }

/** Longer events mean a broken stream; reading stops with an error. */
const PENDING_CHARACTERS_MAX = 4 * 1024 * 1024

/** Reads a stream of server-sent events, whatever the pieces it arrives in. */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent, void, void> {
  const decoder = new TextDecoder()
  let pending = ''
  let half = ''
  for await (const chunk of chunksOf(body)) {
    const text = half + decoder.decode(chunk, { stream: true })
    // A carriage return at the end may be the first half of a line break.
    half = text.endsWith('\r') ? '\r' : ''
    pending += text.slice(0, text.length - half.length).replaceAll(/\r\n?/g, '\n')
    const blocks = pending.split('\n\n')
    pending = blocks.pop() ?? ''
    if (pending.length > PENDING_CHARACTERS_MAX) throw new Error('An event of the live stream is too long.')
    for (const block of blocks) yield* eventsOf(block)
  }
}

function* eventsOf(block: string): Generator<StreamEvent, void, void> {
  let id: string | null = null
  let name = 'message'
  const data: string[] = []
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (colon === 0) yield { type: 'comment' }
    else if (field === 'id') id = value
    else if (field === 'event') name = value
    else if (field === 'data') data.push(value)
  }
  if (id !== null || data.length > 0) yield { type: 'event', id, name, data: data.join('\n') }
}

/** Not every browser can loop over a stream. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
