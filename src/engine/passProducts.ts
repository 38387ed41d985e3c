/** Pass products: how many products with parameters one pass takes, about: what it costs. */
import type { Runner } from './run'

export const passProducts = ({ graph, memory }: Pick<Runner, 'graph' | 'memory'>): number =>
  graph.edges.reduce(
    (sum, { from }) => sum + (graph.nodes[from]!.kind === 'parameter' ? memory.size[from]! : 0),
    0,
  )
