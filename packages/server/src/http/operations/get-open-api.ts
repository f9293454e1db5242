import { openApiDocument } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'

export const getOpenApi: Handler<'getOpenApi'> = async (_call, { version }) => ({ body: openApiDocument(version) })
