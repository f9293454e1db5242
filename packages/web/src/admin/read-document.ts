export type ConfigurationDocument = Record<string, unknown>

/** Reads a file as a configuration document; what is in it is for the server to judge. */
export async function readDocument(file: File): Promise<ConfigurationDocument> {
  const value = parse(file.name, await file.text())
  if (!isDocument(value))
    throw new Error(`${file.name} holds no object; a configuration document begins with { "version": 1`)
  return value
}

function parse(fileName: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${fileName} is not JSON: ${cause instanceof Error ? cause.message : 'it cannot be read'}`, {
      cause,
    })
  }
}

function isDocument(value: unknown): value is ConfigurationDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
