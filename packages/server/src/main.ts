// The public surface of the server: what the command line starts, and what documentation is made from.
export { type Config, type Flags, readConfig } from './config.ts'
export { settings } from './config-settings.ts'
export { backUp } from './embedded-postgres/back-up.ts'
export {
  type Administrator,
  type FirstContent,
  type RunningServer,
  type StartOptions,
  startServer,
} from './start-server.ts'
export { StartupError } from './startup-error.ts'
