/** Of a variable that nothing is computed from: from what the loss is computed in its place, and where the same is met again; empty where it is not. */
import { gradientsNaming } from '../engine/inline'
import type { GraphNode } from '../engine/unfold'
import { gradientWords } from '../i18n/gradient'
import { storyOf } from '../store/unfold'
import { useDictionary, useNames, useUnfold, useWords } from './useUnfold'

export const useSideBranch = (node: GraphNode): string => {
  const { functions } = useDictionary()
  const words = useWords(gradientWords)
  const { graph } = storyOf(useUnfold()).trace
  const names = useNames(graph.cell)
  const [source] = node.outputs.length === 0 ? gradientsNaming(graph, node) : []
  if (!source) return ''
  const gradient = names.reading({ node: source, isGradient: true })
  return words.metAgain(names.text(source), gradient, functions[node.operation!])
}
