import type { Fetch } from '@unified-routing/client'

/** A fetch that tells how much of the body has left, as a share of one, which fetch itself cannot. */
export function fetchTellingProgress(onProgress: (share: number) => void): Fetch {
  return (url, init) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open(init.method ?? 'GET', url)
      request.responseType = 'arraybuffer'
      for (const [name, value] of new Headers(init.headers)) request.setRequestHeader(name, value)
      request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
        if (lengthComputable && total > 0) onProgress(loaded / total)
      }
      request.onload = () => resolve(replyOf(request))
      request.onerror = () => reject(new TypeError('The server cannot be reached.'))
      request.onabort = () => reject(init.signal?.reason ?? new DOMException('The upload was cancelled.', 'AbortError'))
      init.signal?.addEventListener('abort', () => request.abort(), { once: true })
      if (init.signal?.aborted === true) reject(init.signal.reason)
      else request.send(init.body instanceof Uint8Array ? Uint8Array.from(init.body) : null)
    })
}

function replyOf(request: XMLHttpRequest): Response {
  const headers = new Headers()
  for (const line of request
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim())
  }
  const body: unknown = request.response
  return new Response(body instanceof ArrayBuffer && body.byteLength > 0 ? body : null, {
    status: request.status,
    headers,
  })
}
