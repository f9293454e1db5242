import { expect, test } from 'vitest'
import { html } from './html.ts'

test('texts are escaped wherever they stand, markup is not escaped again', () => {
  const hostile = `<script>"x" & 'y'</script>`
  const inner = html`<b title="${hostile}">${hostile}</b>`
  const escaped = '&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/script&gt;'
  expect(html`<p>${[inner, 7, ['<', inner]]}</p>`.text).toBe(
    `<p><b title="${escaped}">${escaped}</b>7&lt;<b title="${escaped}">${escaped}</b></p>`,
  )
})

test('characters that no page may hold are replaced', () => {
  expect(html`${'a\u0000b\u001bc\ud800d'}`.text).toBe('a\ufffdb\ufffdc\ufffdd')
})
