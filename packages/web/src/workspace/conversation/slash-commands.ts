import type { PanelKey } from './panel-keys.ts'

/** What is typed for a command. Those that begin another one wait for a space. */
const commands: readonly { readonly typed: RegExp; readonly key: PanelKey }[] = [
  { typed: /^\/(?:q|1)\s?$/, key: 'quickReplies' },
  { typed: /^\/(?:4|c\s)$/, key: 'consult' },
  { typed: /^\/(?:3|tq)\s?$/, key: 'transferToQueue' },
  { typed: /^\/(?:2|t\s)$/, key: 'transferToRepresentative' },
]

/** The command that the last line of a text is, and the text without it; null: none. */
export function slashCommandIn(text: string): { readonly key: PanelKey; readonly rest: string } | null {
  const start = text.lastIndexOf('\n') + 1
  const line = text.slice(start)
  const word = /(?:^|\s)(\/\w+\s?)$/.exec(line)?.[1]
  if (word === undefined) return null
  const command = commands.find(({ typed }) => typed.test(word))
  return command === undefined ? null : { key: command.key, rest: text.slice(0, text.length - word.length) }
}
