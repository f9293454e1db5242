const KEY = 'unified-routing.return-address'

/** Where somebody was going when they were sent to the identity provider; only within these pages. */
export const returnAddress = {
  keep(address: string): void {
    sessionStorage.setItem(KEY, address)
  },
  take(): string {
    const address = sessionStorage.getItem(KEY) ?? '/'
    sessionStorage.removeItem(KEY)
    return address.startsWith('/') && !address.startsWith('//') ? address : '/'
  },
}
