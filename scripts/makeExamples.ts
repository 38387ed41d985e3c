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
  /** Where not drawn from the seed: the rows of W, and by what U is multiplied. */
  readonly W?: readonly (readonly number[])[]
  readonly scaleU?: number
  /** The true y is fed back instead of the state: then what is read and what is said have symbols of their own. */
  readonly isTaught?: boolean
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

/** How far a gradient reaches: one loss, at the end. */
const far = (reads: string) => `${'∅'.repeat(reads.length - 1)}${reads[0]}`
const abc = 'abcabcabcabc'
const reachRecipes: readonly Recipe[] = [
  {
    ...{
      file: 'reach/vanishing',
      title: 'Vanishing: ρ(W) well below 1',
      reads: abc,
      says: far(abc),
    },
    ...{ hiddenSize: 3, activation: 'tanh', seed: 5, scaleW: 0.55, training: null },
  },
  {
    ...{ file: 'reach/exploding', title: 'Exploding: ρ(W) above 1', reads: abc, says: far(abc) },
    ...{ hiddenSize: 3, activation: 'identity', seed: 11, scaleW: 1.7, training: null },
  },
  {
    ...{ file: 'reach/saturated', title: 'Saturated: the slope of tanh near 0', reads: abc },
    ...{ says: far(abc), hiddenSize: 3, activation: 'tanh', seed: 9, scaleW: 1.6, training: null },
    scaleU: 3,
  },
  {
    ...{ file: 'reach/nonNormal', title: 'Not normal: ρ(W) = 0.7, yet it grows for a while' },
    ...{ reads: `${abc}abca`, says: far(`b${abc}abc`), hiddenSize: 3, activation: 'identity' },
    ...{ seed: 2, scaleW: 1, training: null },
    W: [
      [0.7, 1.6, 0],
      [0, 0.7, 1.6],
      [0, 0, 0.7],
    ],
  },
  {
    ...{ file: 'reach/identityRelu', title: 'W = I with relu: nothing is lost', reads: abc },
    ...{ says: far(abc), hiddenSize: 3, activation: 'relu', seed: 6, scaleW: 1, training: null },
    W: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
  },
]

/** As trained and on its own: after an a there is a b more often than a c or a d, so on its own it goes round in “abr”. */
const runningRecipes: readonly Recipe[] = [
  {
    ...{ file: 'running/abracadabra', title: 'abracadabra: the runs part' },
    ...{ reads: '·'.repeat(11), says: 'abracadabra', isTaught: true },
    ...{ hiddenSize: 4, activation: 'tanh', seed: 1, scaleW: 1 },
    training: { steps: 150, rate: 0.1 },
  },
]

const symbolsOf = (text: string): readonly string[] =>
  Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)

const toNetwork = (recipe: Recipe): Network => {
  const [read, wanted] = [symbolsOf(recipe.reads), symbolsOf(recipe.says)]
  const named = (symbols: readonly string[]) =>
    [...new Set(symbols)].filter((symbol) => symbol !== '∅')
  const isTaught = recipe.isTaught === true
  const both = named([...read, ...wanted])
  const [inputs, outputs] = isTaught ? [named(read), named(wanted)] : [both, both]
  const wiring = isTaught
    ? ({ recurrence: 'output', readout: 'every-step', feedback: 'target' } as const)
    : ({ recurrence: 'hidden', readout: 'every-step', feedback: null } as const)
  const architecture = {
    ...({ cell: 'rnn', activation: recipe.activation } as const),
    ...wiring,
    ...{ inputSize: inputs.length, hiddenSize: recipe.hiddenSize, outputSize: outputs.length },
  }
  const hidden = range(0, recipe.hiddenSize - 1).map(String)
  const labels = { input: inputs, hidden, output: outputs, one: [''] }
  const { parameters } = initialise(cellOf(architecture), labels, recipe.seed)
  const drawn = recipe.W ? Float64Array.from(recipe.W.flat()) : parameters.W!.data
  const W = { ...parameters.W!, data: drawn.map((w) => w * recipe.scaleW) }
  const U = { ...parameters.U!, data: parameters.U!.data.map((u) => u * (recipe.scaleU ?? 1)) }
  return {
    title: recipe.title,
    architecture,
    inputVocabulary: inputs,
    outputVocabulary: outputs,
    parameters: { ...parameters, U, W },
    initialState: null,
    sequence: {
      inputs: read.map((symbol) => inputs.indexOf(symbol)),
      targets: wanted.map((symbol) => (symbol === '∅' ? null : outputs.indexOf(symbol))),
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

for (const recipe of [...recipes, ...reachRecipes, ...runningRecipes]) {
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
