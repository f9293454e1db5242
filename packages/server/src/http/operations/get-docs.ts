import { openApiDocument } from '@unified-routing/contract'
import { renderDocsPage } from '../docs/docs-page.ts'
import type { Handler } from '../handler.ts'

export const getDocs: Handler<'getDocs'> = async (_call, { version }) => ({
  body: renderDocsPage(openApiDocument(version)),
})
