/** The element that holds the page and scrolls with it. */
export const MAIN_ID = 'main'
