/** Makes the network files in examples/: weights from a seed, and for some a little training. Run with `npm run examples`. */
import { writeFileSync } from 'node:fs'
import type { Activation, Network } from '../src/engine/network'
import { initialise } from '../src/engine/refit'
import {
  cellOf,
  createRunner,
  gradientOf,
  graphOf,
  objectiveOf,
  run,
  valueOf,
} from '../src/engine/run'
import { range } from '../src/engine/unfold'
import { formatNetwork } from '../src/formats/network'

interface Recipe {
  readonly file: string
  readonly title: string
  readonly reads: string
  /** `∅`: no target at that step. */
  readonly says: string
  readonly hiddenSize: number
  readonly activation: Activation
  readonly seed: number
  /** W is multiplied by it. */
  readonly scaleW: number
  /** Steps of gradient descent, at this rate. */
  readonly training: { readonly steps: number; readonly rate: number } | null
}

const recipes: readonly Recipe[] = [
  {
    file: 'hello',
    title: 'hell → ello',
    reads: 'hell',
    says: 'ello',
    hiddenSize: 3,
    activation: 'tanh',
    seed: 7,
    scaleW: 1,
    training: null,
  },
  {
    file: 'memory',
    title: 'Copy the first symbol',
    reads: 'abba',
    says: 'aaaa',
    hiddenSize: 4,
    activation: 'tanh',
    seed: 3,
    scaleW: 1,
    training: { steps: 25, rate: 0.2 },
  },
  {
    file: 'forget',
    title: 'A gradient that fades',
    reads: 'abcabcabca',
    says: '∅∅∅∅∅∅∅∅∅b',
    hiddenSize: 3,
    activation: 'sigmoid',
    seed: 5,
    scaleW: 0.7,
    training: null,
  },
  {
    file: 'grow',
    title: 'A gradient that grows',
    reads: 'abababab',
    says: '∅∅∅∅∅∅∅a',
    hiddenSize: 3,
    activation: 'identity',
    seed: 11,
    scaleW: 1.35,
    training: null,
  },
  {
    file: 'emoji',
    title: 'Any script',
    reads: '今天🙂天',
    says: '天🙂天今',
    hiddenSize: 3,
    activation: 'tanh',
    seed: 4,
    scaleW: 1,
    training: null,
  },
]

const symbolsOf = (text: string): readonly string[] =>
  Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)

const toNetwork = (recipe: Recipe): Network => {
  const [read, wanted] = [symbolsOf(recipe.reads), symbolsOf(recipe.says)]
  const vocabulary = [...new Set([...read, ...wanted])].filter((symbol) => symbol !== '∅')
  const size = vocabulary.length
  const architecture = {
    cell: 'rnn',
    recurrence: 'hidden',
    readout: 'every-step',
    feedback: null,
    activation: recipe.activation,
    inputSize: size,
    hiddenSize: recipe.hiddenSize,
    outputSize: size,
  } as const
  const hidden = range(0, recipe.hiddenSize - 1).map(String)
  const labels = { input: vocabulary, hidden, output: vocabulary, one: [''] }
  const { parameters } = initialise(cellOf(architecture), labels, recipe.seed)
  const W = { ...parameters.W!, data: parameters.W!.data.map((w) => w * recipe.scaleW) }
  return {
    title: recipe.title,
    architecture,
    inputVocabulary: vocabulary,
    outputVocabulary: vocabulary,
    parameters: { ...parameters, W },
    initialState: null,
    sequence: {
      inputs: read.map((symbol) => vocabulary.indexOf(symbol)),
      targets: wanted.map((symbol) => (symbol === '∅' ? null : vocabulary.indexOf(symbol))),
    },
  }
}

/** One step of gradient descent on the one sequence. */
const descend = (network: Network, rate: number): Network => {
  const graph = graphOf(network)
  const trace = run(createRunner(graph, network.architecture), network)
  const parameters = Object.fromEntries(
    Object.entries(network.parameters).map(([name, tensor]) => {
      const gradient = gradientOf(trace, graph.byKey.get(name)!)!
      return [name, { ...tensor, data: tensor.data.map((w, i) => w - rate * gradient[i]!) }]
    }),
  )
  return { ...network, parameters }
}

for (const recipe of recipes) {
  let network = toNetwork(recipe)
  for (let i = 0; i < (recipe.training?.steps ?? 0); i++)
    network = descend(network, recipe.training!.rate)
  const graph = graphOf(network)
  const trace = run(createRunner(graph, network.architecture), network)
  const norms = range(1, graph.tau).map((t) =>
    Math.hypot(...gradientOf(trace, graph.byKey.get(`h(${t})`)!)!).toPrecision(3),
  )
  const loss = valueOf(trace, objectiveOf(graph))[0]!.toPrecision(4)
  console.log(`${recipe.file}: L = ${loss}, norms of the gradient of h: ${norms.join(' ')}`)
  writeFileSync(`examples/${recipe.file}.unfold.json`, formatNetwork(network))
}
