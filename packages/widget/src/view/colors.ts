const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i

/** Black or white, whichever is easier to read on a colour; a colour nobody understands counts as dark. */
export function textColorOn(color: string): '#000000' | '#ffffff' {
  const channels = hex.exec(color)?.slice(1)
  if (channels === undefined) return '#ffffff'
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => linear(Number.parseInt(channel, 16) / 255))
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? '#000000' : '#ffffff'
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

export function isColor(color: string): boolean {
  return hex.test(color)
}
