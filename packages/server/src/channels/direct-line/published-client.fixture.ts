import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs'
// @ts-expect-error it comes without types
import XMLHttpRequest from 'xhr2'

// The published client expects a browser; its documentation names this stand-in for Node.
Object.assign(globalThis, { XMLHttpRequest })

/** The published Direct Line client, unmodified, with what it heard. Its sockets can be cut. */
export class PublishedClient {
  readonly line: DirectLine
  readonly heard: Activity[] = []
  readonly sockets: WebSocket[] = []
  #waiting: { readonly until: () => boolean; readonly resolve: () => void }[] = []
  #status = ConnectionStatus.Uninitialized
  readonly #subscriptions: { unsubscribe(): void }[] = []

  constructor(options: { domain: string; token: string; webSocket?: boolean; pollingInterval?: number }) {
    const { sockets } = this
    class Socket extends WebSocket {
      constructor(url: string | URL) {
        super(url)
        sockets.push(this)
      }
    }
    const services = { WebSocket: Socket, random: () => 0 }
    this.line = new DirectLine(Object.assign({ ...options }, services))
    this.#subscriptions.push(
      this.line.connectionStatus$.subscribe((status) => {
        this.#status = status
        this.#look()
      }),
      this.line.activity$.subscribe(
        (activity) => {
          this.heard.push(activity)
          this.#look()
        },
        () => undefined,
      ),
    )
  }

  get status(): string {
    return ConnectionStatus[this.#status] ?? 'unknown'
  }

  /** Texts of the messages heard, in the order heard. */
  texts(): string[] {
    return this.heard.flatMap((activity) => (activity.type === 'message' ? [activity.text ?? ''] : []))
  }

  post(activity: object): Promise<string> {
    return new Promise((resolve, reject) => {
      this.line.postActivity({ from: { id: 'whoever' }, ...activity } as never).subscribe(resolve, reject)
    })
  }

  say(text: string): Promise<string> {
    return this.post({ type: 'message', text })
  }

  async until(condition: () => boolean): Promise<void> {
    if (condition()) return
    await new Promise<void>((resolve) => this.#waiting.push({ until: condition, resolve }))
  }

  hears(count: number): Promise<void> {
    return this.until(() => this.texts().length >= count)
  }

  cutSocket(): void {
    this.sockets.at(-1)?.close()
  }

  end(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe()
    this.line.end()
  }

  #look(): void {
    const ready = this.#waiting.filter(({ until }) => until())
    this.#waiting = this.#waiting.filter((one) => !ready.includes(one))
    for (const { resolve } of ready) resolve()
  }
}
