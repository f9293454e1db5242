/** Keeps the session's cookies where the platform does not: Node's fetch has no cookie jar.
 *
 * In a browser replies hide their cookies, so this stays empty and the browser does the work. */
export class SessionCookie {
  readonly #cookies = new Map<string, string>()

  remember(reply: Response): void {
    for (const line of reply.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const name = pair.slice(0, pair.indexOf('=')).trim()
      const value = pair.slice(pair.indexOf('=') + 1).trim()
      const isOver = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute))
      if (isOver || value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }

  headers(): Record<string, string> {
    if (this.#cookies.size === 0) return {}
    return { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  }
}
