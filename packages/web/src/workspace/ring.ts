const TONES_HZ = [660, 880] as const
const TONE_SECONDS = 0.16
const LOUDNESS = 0.15

let audio: AudioContext | null = null

/** Two rising tones. A browser that has not been touched yet allows none; then it stays silent. */
export async function ring(): Promise<void> {
  try {
    audio ??= new AudioContext()
    if (audio.state === 'suspended') await audio.resume()
    for (const [index, frequency] of TONES_HZ.entries()) playTone(audio, frequency, index * TONE_SECONDS)
  } catch {
    // Without a loudspeaker the offer is still seen.
  }
}

function playTone(context: AudioContext, frequency: number, afterSeconds: number): void {
  const startsAt = context.currentTime + afterSeconds
  const endsAt = startsAt + TONE_SECONDS
  const tone = new OscillatorNode(context, { frequency })
  const volume = new GainNode(context, { gain: LOUDNESS })
  volume.gain.setValueAtTime(LOUDNESS, startsAt)
  volume.gain.linearRampToValueAtTime(0, endsAt)
  tone.connect(volume).connect(context.destination)
  tone.start(startsAt)
  tone.stop(endsAt)
}
