/** Work key: under which the tab remembers what it was about; and whether it should come back. */
import { recall } from './storage'

export const workKey = 'unfold.work'

/** What was kept, where the page is loaded again; a link or an address that is typed opens it afresh. */
export const keptText = (): string | null => {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return navigation?.type === 'navigate' && !('wasDiscarded' in document && document.wasDiscarded)
    ? null
    : recall('sessionStorage', workKey)
}
