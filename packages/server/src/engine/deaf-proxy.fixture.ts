import { connect, createServer, type Server, type Socket } from 'node:net'

/** A way to PostgreSQL that can lose a reply: what was asked is done, and the asker never learns of it. */
export interface DeafProxy {
  readonly connectionString: string
  /** The next answer to a request that contains this text is thrown away, and its connection cut. */
  loseNextReplyTo(text: string): void
  close(): Promise<void>
}

export async function openDeafProxy(connectionString: string): Promise<DeafProxy> {
  const target = new URL(connectionString)
  let doomed: string | null = null
  const sockets = new Set<Socket>()

  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    let isDeaf = false
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        client.destroy()
        upstream.destroy()
      })
    }
    client.on('data', (data) => {
      if (doomed !== null && data.includes(doomed)) {
        doomed = null
        isDeaf = true
      }
      upstream.write(data)
    })
    upstream.on('data', (data) => {
      if (isDeaf) client.destroy()
      else client.write(data)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const through = new URL(connectionString)
  through.port = String(address !== null && typeof address === 'object' ? address.port : 0)
  return {
    connectionString: through.href,
    loseNextReplyTo: (text) => {
      doomed = text
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
