/** What the command line reads from the environment, once. Flags go before it. */
export const environment = {
  /** The server that apply, export and diff speak to. */
  url: process.env.UR_URL ?? null,
  apiKey: process.env.UR_API_KEY ?? null,
  /** For `--email`, where nobody can be asked. */
  password: process.env.UR_PASSWORD ?? null,
  /** Whether somebody has said how much the server shall log. */
  hasLogLevel: process.env.UR_LOG_LEVEL !== undefined,
} as const

export const SERVER_URL_DEFAULT = 'http://127.0.0.1:8080'
