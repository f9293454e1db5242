import { type Chat, createChat } from './chat/chat.ts'
import { type ChatMemory, createChatMemory, type TextStore } from './chat/saved-chat.ts'
import type { Answers } from './chat/survey.ts'
import { RequestFailure } from './direct-line/request.ts'
import { retryDelayMs } from './direct-line/retry-delay.ts'
import { askIdentity } from './identity.ts'
import { invitationsFor } from './invitations.ts'
import { tellPage } from './page-api.ts'
import { readScriptAttributes, type ScriptAttributes } from './script-attributes.ts'
import type { WidgetServer } from './server.ts'
import type { Settings } from './settings.ts'
import { browserSurroundings, type Surroundings } from './surroundings.ts'
import { textsWith } from './texts.ts'
import { mount } from './view/mount.ts'
import { WidgetView } from './view/widget-view.ts'
import { createWidgetServer } from './widget-server.ts'

const SETTINGS_TRIES_MAX = 6
const NOT_FOUND = 404

interface Page {
  readonly attributes: ScriptAttributes
  readonly surroundings: Surroundings
  readonly server: WidgetServer
  readonly memory: ChatMemory
}

const script = document.currentScript ?? document.querySelector('script[data-widget]')
if (script instanceof HTMLScriptElement && window.unifiedRoutingChat === undefined) {
  const attributes = readScriptAttributes(script.src, script.dataset)
  if (attributes === null) tellPage('error', { text: 'The script tag of the chat names no widget (data-widget).' })
  else boot(attributes)
}

function boot(attributes: ScriptAttributes): void {
  const surroundings = browserSurroundings()
  const page: Page = {
    attributes,
    surroundings,
    server: createWidgetServer({ ...attributes, surroundings }),
    memory: createChatMemory(sessionStore(), `unified-routing-chat ${attributes.origin} ${attributes.widget}`),
  }
  let context: Answers = {}
  // The page may speak before the settings are there.
  const view = loadSettings(page).then((settings) => start(page, settings, () => context))
  const use = (act: (view: WidgetView) => void) => {
    void view.then((shown) => {
      if (shown !== null) act(shown)
    })
  }
  window.unifiedRoutingChat = {
    open: () => use((shown) => shown.open()),
    minimise: () => use((shown) => shown.minimise()),
    invite: (text) => use((shown) => shown.invite(text)),
    setContext: (known) => {
      context = { ...known }
    },
  }
  view.then(
    () => tellPage('ready'),
    (error: unknown) => tellPage('error', { text: error instanceof Error ? error.message : String(error) }),
  )
}

async function loadSettings({ server, surroundings }: Page): Promise<Settings> {
  for (let failures = 1; ; failures++) {
    try {
      return await server.settings()
    } catch (error) {
      // A widget that was made a moment ago may not be known to every server yet.
      const isPassing = error instanceof RequestFailure && (error.isPassing || error.status === NOT_FOUND)
      if (!isPassing || failures >= SETTINGS_TRIES_MAX) throw error
      await new Promise<void>((resolve) => surroundings.after(retryDelayMs(failures, surroundings.random), resolve))
    }
  }
}

/** Null: closed now, and not to be seen then. */
function start(page: Page, loaded: Settings, context: () => Answers): WidgetView | null {
  const { attributes, memory } = page
  const settings = { ...loaded, position: attributes.position ?? loaded.position }
  const isGoingOn = memory.read() !== null
  const isThere = settings.isOperating || settings.isShownWhenClosed || settings.isPersistent
  if (!isThere && !isGoingOn) return null
  const { chat, view } = build(page, settings, context)
  mount(view.root, { color: settings.color, colorScheme: attributes.colorScheme })
  followPage(chat)
  if (isGoingOn) return view
  if (attributes.isOpen) view.open()
  else inviteLater(page, settings, view)
  return view
}

function build(page: Page, settings: Settings, context: () => Answers): { chat: Chat; view: WidgetView } {
  const { attributes, surroundings, server, memory } = page
  const texts = textsWith(settings.texts)
  const { tokenFunction } = attributes
  const chat = createChat({
    server,
    settings,
    texts,
    memory,
    surroundings,
    context: () => (settings.isAuthenticated ? {} : context()),
    identity: async () => {
      if (!settings.isAuthenticated) return null
      return askIdentity(tokenFunction === null ? null : Reflect.get(window, tokenFunction), surroundings)
    },
    onMessage: (entry) => {
      view.announce(entry)
      tellPage('message', { from: entry.from })
    },
    onProblem: (text) => tellPage('error', { text }),
    isVisible: () => !document.hidden,
  })
  const view = new WidgetView({ chat, server, settings, texts, surroundings })
  return { chat, view }
}

/** A page that comes back to the front, or to the network, does not wait for the next try. */
function followPage(chat: Chat): void {
  window.addEventListener('online', () => chat.hurry())
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) chat.hurry()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return
    if (chat.state().connection !== 'online') chat.hurry()
    chat.seen()
  })
}

function inviteLater({ surroundings }: Page, { invitations, isOperating }: Settings, view: WidgetView): void {
  if (!isOperating) return
  const [next] = invitationsFor(invitations, window.location.href)
  if (next !== undefined) surroundings.after(next.afterSeconds * 1_000, () => view.invite(next.text))
}

/** Browsers may forbid storage altogether. */
function sessionStore(): TextStore | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}
