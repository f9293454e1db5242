const KIB = 1024

/** "812 B", "45 KB", "3.2 MB". */
export function fileSizeText(bytes: number): string {
  if (bytes < KIB) return `${bytes} B`
  return bytes < KIB * KIB ? `${Math.round(bytes / KIB)} KB` : `${(bytes / KIB / KIB).toFixed(1)} MB`
}
