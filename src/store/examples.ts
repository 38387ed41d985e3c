/** Examples: network files that come with the app; the first is what the page opens on. */
import { dictionaries } from '../i18n'
import type { Dictionary } from '../i18n/en'
import type { Titles } from './store'

export type ExampleId = keyof Dictionary['file']['example']

/** Each in a chunk of its own, loaded when it is chosen. */
const loaders: Readonly<Record<ExampleId, () => Promise<string>>> = {
  hello: async () => (await import('../../examples/hello.unfold.json?raw')).default,
  memory: async () => (await import('../../examples/memory.unfold.json?raw')).default,
  forget: async () => (await import('../../examples/forget.unfold.json?raw')).default,
  grow: async () => (await import('../../examples/grow.unfold.json?raw')).default,
  emoji: async () => (await import('../../examples/emoji.unfold.json?raw')).default,
}

export const exampleIds = Object.keys(loaders) as readonly ExampleId[]
export const loadExample = (id: ExampleId): Promise<string> => loaders[id]()
/** What an example is called in the languages that are here; the title in its file is in English. */
export const exampleTitles = (id: ExampleId): Titles =>
  Object.fromEntries(
    Object.entries(dictionaries).map(([language, { file }]) => [language, file.example[id]]),
  )
