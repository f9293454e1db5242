import { errorCodes, type Operation, operations } from '@unified-routing/contract'
import { docsStyle } from './docs-style.ts'
import { escapeText, paragraphs } from './html.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** The OpenAPI document as a page for people: no scripts, nothing from elsewhere. */
export function renderDocsPage(document: JsonObject): string {
  const groups = Map.groupBy<string, Operation>(Object.values(operations), ({ group }) => group)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Unified Routing API</title>
<style>${docsStyle}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<nav aria-label="Operations">
${[...groups].map(([group, held]) => renderLinks(group, held)).join('\n')}
<h2>Reference</h2>
<ul><li><a href="#errors">Error codes</a></li><li><a href="#schemas">Schemas</a></li></ul>
</nav>
<main id="content">
<h1>Unified Routing API</h1>
<p>The same as a document for tools: <a href="/api/v1/openapi.json">openapi.json</a>, OpenAPI 3.1. Requests and replies
are JSON; instants are UTC. Every POST takes an <code>Idempotency-Key</code>: whoever repeats a request with it gets the
first answer again. Lists come in pages; follow <code>nextCursor</code>.</p>
${[...groups].map(([group, held]) => renderGroup(group, held, document)).join('\n')}
${renderErrors()}
${renderSchemas(document)}
</main>
</body>
</html>
`
}

function renderLinks(group: string, held: readonly Operation[]): string {
  const links = held.map(({ id, summary }) => `<li><a href="#${id}">${escapeText(summary)}</a></li>`)
  return `<h2>${escapeText(group)}</h2><ul>${links.join('')}</ul>`
}

function renderGroup(group: string, held: readonly Operation[], document: JsonObject): string {
  return `<section><h2>${escapeText(group)}</h2>${held.map((one) => renderOperation(one, document)).join('')}</section>`
}

function renderOperation(operation: Operation, document: JsonObject): string {
  const description = at(document, ['paths', operation.path, operation.method.toLowerCase()])
  const parameters = at(description, ['parameters'])
  const body = at(description, ['requestBody', 'content', 'application/json'])
  const replies = at(description, ['responses'])
  return `<article id="${operation.id}">
<h3>${escapeText(operation.summary)}</h3>
<code class="address">${operation.method} ${escapeText(operation.path)}</code>
${paragraphs(textAt(description, 'description'))}
${Array.isArray(parameters) && parameters.length > 0 ? renderParameters(parameters) : ''}
${body === undefined ? '' : renderJson('Body', at(body, ['example']) ?? at(body, ['schema']))}
${renderReplies(replies)}
</article>`
}

function renderParameters(parameters: readonly unknown[]): string {
  const rows = parameters.map((parameter) => {
    const required = at(parameter, ['required']) === true ? 'required' : 'optional'
    return `<tr><td><code>${escapeText(textAt(parameter, 'name'))}</code></td><td>${textAt(parameter, 'in')}, ${required}</td>
<td>${paragraphs(textAt(parameter, 'description'))}</td></tr>`
  })
  return `<table><thead><tr><th scope="col">Parameter</th><th scope="col">Where</th><th scope="col">Meaning</th></tr></thead>
<tbody>${rows.join('')}</tbody></table>`
}

function renderReplies(replies: unknown): string {
  if (!isObject(replies)) return ''
  const rows = Object.entries(replies).map(([status, reply]) => {
    const content = at(reply, ['content'])
    const [first] = isObject(content) ? Object.values(content) : []
    return `<tr><td>${status}</td><td>${paragraphs(textAt(reply, 'description'))}</td><td>${renderRef(at(first, ['schema']))}</td></tr>`
  })
  return `<details><summary>Replies</summary><table><thead><tr><th scope="col">Status</th><th scope="col">Meaning</th>
<th scope="col">Schema</th></tr></thead><tbody>${rows.join('')}</tbody></table></details>`
}

function renderRef(schema: unknown): string {
  const name = textAt(schema, '$ref').split('/').at(-1) ?? ''
  if (name !== '') return `<a href="#schema-${escapeText(name)}">${escapeText(name)}</a>`
  return schema === undefined ? '' : `<code>${escapeText(JSON.stringify(schema))}</code>`
}

function renderErrors(): string {
  const rows = Object.entries(errorCodes).map(
    ([code, { status, retry, meaning }]) => `<tr id="errors-${code}"><td><code>${code}</code></td><td>${status}</td>
<td>${retry ? 'yes' : 'no'}</td><td>${paragraphs(meaning)}</td></tr>`,
  )
  return `<section id="errors"><h2>Error codes</h2>
<p>Errors are problem documents (RFC 9457) with these codes.</p>
<table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Repeat?</th><th scope="col">Meaning</th></tr></thead>
<tbody>${rows.join('')}</tbody></table></section>`
}

function renderSchemas(document: JsonObject): string {
  const schemas = at(document, ['components', 'schemas'])
  const parts = isObject(schemas) ? Object.entries(schemas) : []
  return `<section id="schemas"><h2>Schemas</h2>${parts
    .map(([name, schema]) => `<article id="schema-${escapeText(name)}">${renderJson(name, schema)}</article>`)
    .join('')}</section>`
}

function renderJson(title: string, value: unknown): string {
  const json = escapeText(JSON.stringify(value, null, 2) ?? '')
  return `<details><summary>${escapeText(title)}</summary><pre tabindex="0">${json}</pre></details>`
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((part, key) => (isObject(part) ? part[key] : undefined), value)
}

function textAt(value: unknown, key: string): string {
  const text = at(value, [key])
  return typeof text === 'string' ? text : ''
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
