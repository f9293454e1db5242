/** One line about what is being done, kept apart from the output of what is run. */
export function say(text) {
  console.log(`[unified-routing] ${text}`)
}

/** Ends the command with the sentence that says what to do. */
export function giveUp(text) {
  console.error(`[unified-routing] ${text}`)
  process.exit(1)
}
