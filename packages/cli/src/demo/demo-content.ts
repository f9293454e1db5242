import { join } from 'node:path'
import { UserError } from '../command.ts'
import { readDocument } from '../read-document.ts'
import { type DemoAccess, loadDemo } from './load-demo.ts'
import { readDemoCases } from './read-demo-cases.ts'

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'demo')
const organizationFile = join(folder, 'organization.yaml')
const casesFile = join(folder, 'cases.yaml')

export interface DemoContent {
  readonly configuration: unknown
  readonly load: (access: DemoAccess) => Promise<void>
}

/** The demo organization, as an empty database begins with it: its configuration, its cases and its leads. */
export async function demoContent(): Promise<DemoContent> {
  const { configuration, records } = await readDemo()
  return { configuration, load: (access) => loadDemo(access, records) }
}

/** The files of demo/, as they are. */
export async function readDemo() {
  const [configuration, cases] = await Promise.all([readYaml(organizationFile), readYaml(casesFile)])
  return { configuration, records: readDemoCases(cases) }
}

async function readYaml(file: string): Promise<unknown> {
  const read = await readDocument(file)
  if (read.ok) return read.value
  throw new UserError(`The demo cannot be read: ${file} ${read.problems.join('; ')}.`)
}
