import type { TestProject } from 'vitest/node'
import { startTestPostgres } from './postgres.ts'

/** Runs once before the PostgreSQL tests, and returns what must be undone after them. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres()
  project.provide('postgres', postgres.connectionString)
  return postgres.stop
}
