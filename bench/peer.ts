/**
 * Peer: the same network in recurrent-js, the fastest JavaScript library that we know to keep a whole recurrent
 * graph with its gradients. Its best form: parameters live on, only their gradients are cleared; softmax and loss
 * are written out by hand and keep ŷ(t), since the library has none that keeps it.
 */
import { Graph, Mat } from 'recurrent-js'
import type { Network } from '../src/engine/network'

export interface PeerRun {
  readonly loss: number
  readonly parameters: Readonly<Record<string, Mat>>
  /** Every Mat holds values and gradients; the graph holds what was done to them. */
  readonly graph: Graph
  readonly states: readonly Mat[]
  readonly probabilities: readonly Float64Array[]
}

/** One forward and one backward pass over a network with tanh, vector inputs, a target at each step and h(0) = 0. */
export const createPeer = (network: Network): (() => PeerRun) => {
  const { inputs, targets } = network.sequence
  const parameters = Object.fromEntries(
    Object.entries(network.parameters).map(([name, { shape, data }]) => [
      name,
      toMat(shape[0]!, shape[1] ?? 1, data),
    ]),
  )
  const { U, W, V, b, c } = parameters as Record<'U' | 'W' | 'V' | 'b' | 'c', Mat>
  const { inputSize, hiddenSize } = network.architecture
  return () => {
    for (const { dw } of [U, W, V, b, c]) dw.fill(0)
    const graph = new Graph()
    graph.memorizeOperationSequence(true)
    const states = [new Mat(hiddenSize, 1)]
    const probabilities: Float64Array[] = []
    let loss = 0
    for (let t = 1; t <= inputs.length; t++) {
      const x = toMat(inputSize, 1, inputs[t - 1] as readonly number[])
      const sum = graph.add(graph.mul(U, x), graph.mul(W, states[t - 1]!))
      const h = graph.tanh(graph.add(sum, b))
      const o = graph.add(graph.mul(V, h), c)
      states.push(h)
      const share = new Float64Array(o.w.length)
      loss += crossEntropy(o, targets[t - 1]!, share)
      probabilities.push(share)
    }
    graph.backward()
    return { loss, parameters, graph, states, probabilities }
  }
}

/** The largest |a − b| / max(1, |a|, |b|) over loss and parameter gradients of a pass of the peer and of ours. */
export const disagreement = (
  { loss, parameters }: PeerRun,
  ours: { readonly loss: number; readonly gradients: Readonly<Record<string, Float64Array>> },
): number => {
  const between = (a: number, b: number) => Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b))
  const gradients = Object.entries(parameters).flatMap(([name, { dw }]) =>
    Array.from(dw, (value, i) => between(value, ours.gradients[name]![i]!)),
  )
  return gradients.reduce((worst, value) => Math.max(worst, value), between(loss, ours.loss))
}

const toMat = (rows: number, columns: number, data: ArrayLike<number>): Mat => {
  const mat = new Mat(rows, columns)
  for (let i = 0; i < data.length; i++) mat.w[i] = data[i]!
  return mat
}

/** Writes ŷ, starts the way back at o, and returns the loss. */
const crossEntropy = (o: Mat, target: number, share: Float64Array): number => {
  const { w, dw } = o
  let top = -Infinity
  for (let i = 0; i < w.length; i++) if (w[i]! > top) top = w[i]!
  let total = 0
  for (let i = 0; i < w.length; i++) total += share[i] = Math.exp(w[i]! - top)
  for (let i = 0; i < w.length; i++) {
    share[i] = share[i]! / total
    dw[i] = share[i]! - (i === target ? 1 : 0)
  }
  return top + Math.log(total) - w[target]!
}
