import { join } from 'node:path'
import { UserError } from '../command.ts'
import { readDocument } from '../read-document.ts'
import { type DemoAccess, loadDemo } from './load-demo.ts'
import { readDemoCases } from './read-demo-cases.ts'
import { readDemoSettings } from './read-demo-settings.ts'

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'demo')
const organizationFile = join(folder, 'organization.yaml')
const casesFile = join(folder, 'cases.yaml')
const settingsFile = join(folder, 'settings.yaml')

export interface DemoContent {
  readonly configuration: unknown
  readonly load: (access: DemoAccess) => Promise<void>
}

/** The demo organization, as an empty database begins with it: configuration, settings, cases and leads. */
export async function demoContent(): Promise<DemoContent> {
  const { configuration, ...rest } = await readDemo()
  return { configuration, load: (access) => loadDemo(access, rest) }
}

/** The files of demo/, as they are. */
export async function readDemo() {
  const files = [organizationFile, casesFile, settingsFile].map(readYaml)
  const [configuration, cases, settings] = await Promise.all(files)
  return { configuration, records: readDemoCases(cases), settings: readDemoSettings(settings) }
}

async function readYaml(file: string): Promise<unknown> {
  const read = await readDocument(file)
  if (read.ok) return read.value
  throw new UserError(`The demo cannot be read: ${file} ${read.problems.join('; ')}.`)
}
