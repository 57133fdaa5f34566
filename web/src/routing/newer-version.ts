const place = 'stella.reloaded-at'
/** Two reloads within this time are no newer version but a fault, which the page then shows. */
const onceInMs = 30_000

/**
 * Loads the page again when a part of it is no longer there: a newer Stella was installed while it was open.
 * Drafts are kept in the browser, so nothing typed is lost. Without a connection that would lose the page as well.
 */
export function followNewerVersion() {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(place) ?? 0)
    if (Date.now() - last < onceInMs || !navigator.onLine) return
    sessionStorage.setItem(place, String(Date.now()))
    event.preventDefault()
    location.reload()
  })
}
