const nodeMajorMin = 20

/** Stops with one sentence when this Node is too old to install the rest. */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= nodeMajorMin) return
  console.error(
    `Unified Routing needs Node.js ${nodeMajorMin} or newer to install itself, and this is ${process.versions.node}. ` +
      'Install a current Node.js from https://nodejs.org and run the same command again.',
  )
  process.exit(1)
}
