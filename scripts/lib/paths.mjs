import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const nodeModules = join(root, 'node_modules')
/** Inside node_modules, so that an installation begins with an empty one. */
export const compileCache = join(nodeModules, '.cache', 'node')
export const webRoot = join(root, 'packages', 'web')
export const widgetRoot = join(root, 'packages', 'widget')
export const unifiedRoutingBin = join(root, 'packages', 'cli', 'bin', 'unified-routing.mjs')

/** The JavaScript file behind a command of an installed package, to be run with a Node of our choice. */
export const packageFile = (...parts) => join(nodeModules, ...parts)
