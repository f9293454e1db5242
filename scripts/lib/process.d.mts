// What TypeScript has to know of process.mjs, which is JavaScript because npm start uses it before anything is installed.
export function onStopRequest(stop: (signal: NodeJS.Signals) => void): void
