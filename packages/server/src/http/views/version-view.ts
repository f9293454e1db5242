import { AppError, type ConfigurationVersionView } from '@unified-routing/contract'
import type { VersionFacts } from '../../store/configuration-versions.ts'
import { isoInstant } from './instants.ts'

export function viewVersion({ createdAt, createdBy, ...facts }: VersionFacts): ConfigurationVersionView {
  return { ...facts, at: isoInstant(createdAt), by: createdBy }
}

export function noSuchVersion(version: number): AppError {
  return new AppError('notFound', `There is no version ${version} of the configuration.`)
}
