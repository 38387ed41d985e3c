/** Examples: network files that come with the app; the first is what the page opens on. */
import type { Network } from '../engine/network'
import { type Language, dictionaries } from '../i18n'
import type { Dictionary } from '../i18n/en'

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

/** The title in a language. */
export type Title = (language: Language) => string

/** What an example is called; the title in its file is in English. */
export const exampleTitle =
  (id: ExampleId): Title =>
  (language) =>
    dictionaries[language].file.example[id]

/** What networks that were opened are called, as long as nothing in them is changed; of those that come with the app in any language. */
export const titleOf = new WeakMap<Network, Title>()
