/** Examples of how far a gradient reaches: network files, each in a chunk of its own, loaded when it is chosen. */
import { type ReachWords, reachWords } from '../i18n/reach'
import type { Title } from './examples'

export type ReachExampleId = keyof ReachWords['examples']

const loaders: Readonly<Record<ReachExampleId, () => Promise<string>>> = {
  vanishing: async () => (await import('../../examples/reach/vanishing.unfold.json?raw')).default,
  exploding: async () => (await import('../../examples/reach/exploding.unfold.json?raw')).default,
  saturated: async () => (await import('../../examples/reach/saturated.unfold.json?raw')).default,
  nonNormal: async () => (await import('../../examples/reach/nonNormal.unfold.json?raw')).default,
  identityRelu: async () =>
    (await import('../../examples/reach/identityRelu.unfold.json?raw')).default,
}

export const reachExampleIds = Object.keys(loaders) as readonly ReachExampleId[]
export const loadReachExample = (id: ReachExampleId): Promise<string> => loaders[id]()
export const reachExampleTitle =
  (id: ReachExampleId): Title =>
  (language) =>
    reachWords[language].examples[id]
