const NOTES_HZ = [660, 880] as const
const NOTE_SECONDS = 0.12
const LOUDNESS = 0.08

/** Two soft notes. Made on the spot, so that no file has to be let through a page's security policy. */
export function createSound(): () => void {
  let context: AudioContext | null = null
  return () => {
    try {
      context ??= new AudioContext()
      // Browsers stay silent until the visitor has touched the page.
      if (context.state !== 'running') void context.resume().catch(() => undefined)
      for (const [index, frequency] of NOTES_HZ.entries()) play(context, frequency, index * NOTE_SECONDS)
    } catch {
      // A browser without sound still has the count of unread messages.
    }
  }
}

function play(context: AudioContext, frequency: number, delaySeconds: number): void {
  const startAt = context.currentTime + delaySeconds
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.frequency.value = frequency
  volume.gain.setValueAtTime(LOUDNESS, startAt)
  volume.gain.exponentialRampToValueAtTime(0.001, startAt + NOTE_SECONDS)
  tone.connect(volume).connect(context.destination)
  tone.start(startAt)
  tone.stop(startAt + NOTE_SECONDS)
}
