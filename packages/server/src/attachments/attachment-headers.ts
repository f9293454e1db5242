/** Headers of a file as it is downloaded: saved rather than opened, of the type it was sent with, and able to do nothing
 * if it is opened all the same. */
export function attachmentHeaders({
  name,
  contentType,
}: {
  readonly name: string
  readonly contentType: string
}): Readonly<Record<string, string>> {
  return {
    'content-type': contentType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeRfc8187(name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  }
}

function encodeRfc8187(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
