/** FreeRun: a network on its own, written as a loop over plain arrays; it shares no code with the engine. */
import type { Network } from '../src/engine/network'

export interface FreeStep {
  readonly yhat: readonly number[]
  readonly said: number
  /** Null where the step has no target. */
  readonly loss: number | null
}

/** `choose`: which class step t puts out, of ŷ(t); t from 1. */
export const freeRun = (
  network: Network,
  choose: (yhat: readonly number[], t: number) => number,
): readonly FreeStep[] => {
  const { architecture, parameters, sequence, initialState } = network
  const { hiddenSize, outputSize, inputSize, activation } = architecture
  const at = (name: string, i: number, j: number, columns: number) =>
    parameters[name]!.data[i * columns + j]!
  const f = {
    tanh: Math.tanh,
    sigmoid: (a: number) => 1 / (1 + Math.exp(-a)),
    relu: (a: number) => (a > 0 ? a : 0),
    identity: (a: number) => a,
  }[activation]
  let fed: number[] = Array.from({ length: outputSize }, (_, k) => initialState?.[k] ?? 0)
  const steps: FreeStep[] = []
  sequence.inputs.forEach((input, index) => {
    const x: readonly number[] =
      typeof input === 'number'
        ? Array.from({ length: inputSize }, (_, i) => (i === input ? 1 : 0))
        : input
    const h = Array.from({ length: hiddenSize }, (_, i) => {
      let a = parameters['b']!.data[i]!
      for (let k = 0; k < outputSize; k++) a += at('W', i, k, outputSize) * fed[k]!
      for (let j = 0; j < inputSize; j++) a += at('U', i, j, inputSize) * x[j]!
      return f(a)
    })
    const o = Array.from({ length: outputSize }, (_, k) => {
      let z = parameters['c']!.data[k]!
      for (let i = 0; i < hiddenSize; i++) z += at('V', k, i, hiddenSize) * h[i]!
      return z
    })
    const top = Math.max(...o)
    const total = o.reduce((sum, z) => sum + Math.exp(z - top), 0)
    const yhat = o.map((z) => Math.exp(z - top) / total)
    const said = choose(yhat, index + 1)
    const target = sequence.targets[index] ?? null
    steps.push({ yhat, said, loss: target === null ? null : -Math.log(yhat[target]!) })
    fed = yhat.map((_, k) => (k === said ? 1 : 0))
  })
  return steps
}

/** The most likely class, the first where several are. */
export const mostLikely = (yhat: readonly number[]): number => yhat.indexOf(Math.max(...yhat))

/** The class in whose stretch of [0, 1) a number falls. */
export const drawnBy = (yhat: readonly number[], u: number): number => {
  let sum = 0
  for (let k = 0; k < yhat.length; k++) if (u < (sum += yhat[k]!)) return k
  return yhat.length - 1
}
