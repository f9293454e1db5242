const LINES_MAX = 300
const REASON_WITHIN_LINES = 5
const reasonToBeLong = /^\s*(?:\/\/|\*|\/\*\*?).*\b(?:long|lines) because\b/i

/** Words that mark unfinished work or a check that was turned off. */
const unfinished = [
  /\bTODO\b(?!\(#\d+\))/,
  /\b(?:FIXME|XXX|HACK)\b/,
  /\bnot implemented\b/,
  /\.(?:only|skip)\(/,
  /@ts-(?:ignore|nocheck)/,
  /\bas any\b/,
]

/** Identifiers of other people's programs that have the word in their name. */
const foreignAgents = /^(?:userAgent|UserAgent|agentOptions|Agent|AgentName)$/
/** The option of Node's requests that says which connections they use. */
const agentOption = /\bagent: /g

/** What the linter cannot say about a source file, one sentence a problem. */
export function tidinessProblems(path: string, source: string): readonly string[] {
  return [...length(source), ...marks(source), ...words(source)].map((problem) => `${path}: ${problem}`)
}

function length(source: string): readonly string[] {
  const lines = source.split('\n')
  const count = lines.length - 1
  if (count <= LINES_MAX || lines.slice(0, REASON_WITHIN_LINES).some((line) => reasonToBeLong.test(line))) return []
  return [`${count} lines, of ${LINES_MAX} at most. Divide it by ideas, or say at its top: "Long because ...".`]
}

function marks(source: string): readonly string[] {
  return source
    .split('\n')
    .flatMap((line, index) =>
      unfinished.some((mark) => mark.test(line))
        ? [`line ${index + 1} is marked as unfinished or unchecked: ${line.trim()}`]
        : [],
    )
}

function words(source: string): readonly string[] {
  const identifiers =
    withoutTexts(source)
      .replace(agentOption, '')
      .match(/\b[\w$]*agent[\w$]*\b/gi) ?? []
  return [...new Set(identifiers)]
    .filter((identifier) => !foreignAgents.test(identifier))
    .map((identifier) => `"${identifier}": our word is representative (docs/glossary.md).`)
}

/** Blanks comments and texts, where the reference system's own names may stand. */
function withoutTexts(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, "''")
}
