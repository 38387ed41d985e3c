/** Announcements: what has been selected, opened or cut, for those who listen, in every language. */
import type { Widened } from './widened'

const en = {
  selected: (name: string) => `${name}: selected, the inspector explains it`,
  opened: (entry: string) => `${entry}: the inspector takes it apart`,
  cut: (edges: string) => `Cut: ${edges}`,
}

export type AnnouncementWords = Widened<typeof en>

const zh: AnnouncementWords = {
  selected: (name) => `已选中 ${name}，检查器中有说明`,
  opened: (entry) => `检查器已将 ${entry} 分解`,
  cut: (edges) => `已切断：${edges}`,
}

export const announcementWords: Readonly<Record<'en' | 'zh', AnnouncementWords>> = { en, zh }
