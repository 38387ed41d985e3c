/** Work key: under which the tab remembers what it was about. */
import { recall } from './storage'

export const workKey = 'unfold.work'

/** What was kept in this tab, however one comes back to it; news of it offers to start afresh. */
export const keptText = (): string | null => recall('sessionStorage', workKey)
